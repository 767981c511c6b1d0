import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everyContainer } from '../pods/parts/containers';
import { hasVersion } from './parts/references';

const DIGEST = `sha256:${'0'.repeat(64)}`;

/** Twin of images/require-stated-volume-version, which asks about images that are mounted. */
export default defineRule({
  title: {
    vi: 'Ảnh của mọi container có phiên bản hoặc mã băm, không phải latest',
    en: 'the image of every container has a version or a digest, and it is not latest',
  },
  force: 'block',
  controls: ['tcvn-14423-3.3-approved-software', 'tcvn-14423-4.7.2.2', 'tcvn-14423-6.16.2.4'],
  why: {
    vi: 'latest hôm nay không phải latest ngày mai: không khôi phục, không kiểm tra lại được đúng thứ đã chạy.',
    en: 'What is latest today isn’t tomorrow: nobody can restore or examine what really ran.',
  },
  fix: { vi: 'Ghi phiên bản cụ thể hoặc mã băm của ảnh.', en: 'Write the exact version or the digest of the image.' },
  on: workloads,
  require: (pod) => everyContainer(pod, ({ image }) => hasVersion(image)),
  examples: {
    passes: {
      'an image with a digest': { object: { spec: { containers: [{ image: `registry.example.vn/web@${DIGEST}` }] } } },
      'an image with a version': { object: { spec: { containers: [{ image: 'registry.example.vn/web:1.4.2' }] } } },
      'an image with a digest and the tag latest': {
        object: { spec: { containers: [{ image: `registry.example.vn/web:latest@${DIGEST}` }] } },
      },
      'an image with a version that ends like latest': {
        object: { spec: { containers: [{ image: 'registry.example.vn/web:1-latest' }] } },
      },
      'an image with a version that begins like latest': {
        object: { spec: { containers: [{ image: 'registry.example.vn/web:lates' }] } },
      },
    },
    fails: {
      'the latest image': { object: { spec: { containers: [{ image: 'registry.example.vn/web:latest' }] } } },
      'an image without a tag, which means latest': {
        object: { spec: { containers: [{ image: 'registry.example.vn/web' }] } },
      },
      'a registry with a port, and an image without a tag': {
        object: { spec: { containers: [{ image: 'registry.example.vn:5000/web' }] } },
      },
      'an image that is named like a digest': {
        object: { spec: { containers: [{ image: 'registry.example.vn/sha256:latest' }] } },
      },
      'an image with a digest that is cut off': {
        object: { spec: { containers: [{ image: 'registry.example.vn/web@sha256' }] } },
      },
      'a container without an image': { object: { spec: { containers: [{ image: null }] } } },
      'a container beside another with the latest image': {
        object: { spec: { containers: [{}, { name: 'side', image: 'side:latest' }] } },
      },
      'a container that runs first with the latest image': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first' }] } },
      },
      'a container that is added to look inside with the latest image': {
        object: { spec: { ephemeralContainers: [{ name: 'look', image: 'look' }] } },
      },
    },
  },
  equivalents: {
    'requires absent counts in image …:latest': 'an absent image has no tag, which is refused already',
  },
});
