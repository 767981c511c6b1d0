import { labels } from '../../model/naming';
import { noTenantWorkloads } from '../containers/parts/no-tenant-workloads';
import { defineRule } from '../engine/language/define-rule';
import { levelAtLeast } from '../engine/parts/levels';
import workloads from '../engine/targets/workloads/workloads';
import { everyContainer } from '../pods/parts/containers';
import { hasDigest } from './parts/references';

const level = (value: string) => ({ [labels.level]: value });
const tagged = { spec: { containers: [{ image: 'registry.example.vn/web:1.4.2' }] } } as const;

/** A tag can be moved to another image, a digest can’t. */
export default defineRule({
  title: {
    vi: 'Từ cấp độ 4, ảnh của mọi container được ghi bằng mã băm',
    en: 'from level 4, the image of every container is named by its digest',
  },
  force: 'block',
  controls: ['tcvn-14423-6.3.2.2', 'tcvn-14423-6.16.2.4'],
  why: {
    vi: 'Phiên bản có thể bị gán sang ảnh khác sau khi thẩm định; mã băm là đúng nội dung đã được duyệt và có trong SBOM.',
    en: 'A version can be moved to another image after the review; a digest is the content that was approved and is in the SBOM.',
  },
  fix: {
    vi: 'Ghi ảnh dạng tên@sha256:… của bản đã được duyệt.',
    en: 'Write the image as name@sha256:… of what was approved.',
  },
  mayBeVacuous: noTenantWorkloads,
  on: workloads,
  scope: 'tenants',
  when: () => levelAtLeast(4),
  require: (pod) => everyContainer(pod, ({ image }) => hasDigest(image)),
  examples: {
    passes: {
      'an image with a digest in a system of level 4': { namespace: level('4') },
      'an image with a digest in a system of level 5': { namespace: level('5') },
    },
    fails: {
      'an image with a version': { namespace: level('4'), object: tagged },
      'an image with a version beside one with a digest': {
        namespace: level('5'),
        object: { spec: { containers: [{}, { name: 'side', image: 'side:1' }] } },
      },
      'an image that is named like a digest': {
        namespace: level('4'),
        object: { spec: { containers: [{ image: 'registry.example.vn/sha256:1' }] } },
      },
      'an image with a digest that is cut off': {
        namespace: level('4'),
        object: { spec: { containers: [{ image: 'registry.example.vn/web@sha256' }] } },
      },
      'a container without an image': { namespace: level('4'), object: { spec: { containers: [{ image: null }] } } },
      'a container that runs first': {
        namespace: level('4'),
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1' }] } },
      },
      'a container that is added to look inside': {
        namespace: level('4'),
        object: { spec: { ephemeralContainers: [{ name: 'look', image: 'look:1' }] } },
      },
    },
    ignores: {
      'a system of level 3': { namespace: level('3'), object: tagged },
      'a system of no level': { object: tagged },
    },
  },
});
