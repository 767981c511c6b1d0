import { absent, any, every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { hasVersion } from './parts/references';

const DIGEST = `sha256:${'0'.repeat(64)}`;

const mounts = (reference: string | null) => ({
  spec: { volumes: [{ name: 'model', image: { pullPolicy: 'Always', ...(reference === null ? {} : { reference }) } }] },
});

/** Twin of images/require-stated-version: an image that is mounted is software and data as well. */
export default defineRule({
  title: {
    vi: 'Mọi ảnh được gắn làm ổ có phiên bản hoặc mã băm, không phải latest',
    en: 'every image that is mounted as a volume has a version or a digest, and it is not latest',
  },
  force: 'block',
  controls: ['tcvn-14423-3.3-approved-software', 'tcvn-14423-4.7.2.2', 'tcvn-14423-6.16.2.4'],
  why: {
    vi: 'Nội dung của latest đổi mà không ai hay: hai bản của cùng một Pod đọc hai bộ dữ liệu khác nhau.',
    en: 'What latest holds changes unseen: two replicas of one pod read two different sets of data.',
  },
  fix: {
    vi: 'Ghi phiên bản cụ thể hoặc mã băm trong volumes.image.reference.',
    en: 'Write the exact version or the digest in volumes.image.reference.',
  },
  on: workloads,
  require: ({ spec }) => every(spec.volumes, ({ image }) => any(absent(image), hasVersion(image.reference))),
  examples: {
    passes: {
      'a pod without volumes': {},
      'a pod with a volume of another kind': { object: { spec: { volumes: [{ name: 'room', emptyDir: {} }] } } },
      'an image with a digest': { object: mounts(`registry.example.vn/model@${DIGEST}`) },
      'an image with a version': { object: mounts('registry.example.vn/model:1.4.2') },
      'an image with a version that ends like latest': { object: mounts('registry.example.vn/model:1-latest') },
      'an image with a version that begins like latest': { object: mounts('registry.example.vn/model:lates') },
    },
    fails: {
      'the latest image': { object: mounts('registry.example.vn/model:latest') },
      'an image without a tag, which means latest': { object: mounts('registry.example.vn:5000/model') },
      'an image that is named like a digest': { object: mounts('registry.example.vn/sha256:latest') },
      'an image with a digest that is cut off': { object: mounts('registry.example.vn/model@sha256') },
      'an image that comes later': { object: mounts(null) },
      'the latest image after a volume of another kind': {
        object: { spec: { volumes: [{ name: 'room', emptyDir: {} }, ...mounts('model:latest').spec.volumes] } },
      },
    },
  },
  equivalents: {
    'requires absent counts in image.reference …:latest': 'an absent reference has no tag, which is refused already',
  },
});
