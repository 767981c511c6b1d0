import { is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everyContainer } from './parts/containers';

/** NSA/CISA Kubernetes Hardening Guidance: immutable container file systems. */
export default defineRule({
  title: {
    vi: 'Hệ thống tệp gốc của mọi container chỉ đọc được',
    en: 'the root file system of every container is read-only',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-5.3.2.2'],
  why: {
    vi: 'Gốc ghi được thì kẻ xâm nhập cài thêm công cụ và sửa chương trình đang chạy; gốc chỉ đọc giữ đúng ảnh đã duyệt.',
    en: 'On a writable root an intruder installs tools and alters the program; a read-only one stays the image that was approved.',
  },
  fix: {
    vi: 'Đặt securityContext.readOnlyRootFilesystem là true; nơi cần ghi thì gắn emptyDir có giới hạn.',
    en: 'Set securityContext.readOnlyRootFilesystem to true; mount a bounded emptyDir where the program writes.',
  },
  on: workloads,
  require: (pod) => everyContainer(pod, (container) => is(container.securityContext.readOnlyRootFilesystem, true)),
  examples: {
    passes: { 'a container with a read-only root': {} },
    fails: {
      'a container with a writable root': {
        object: { spec: { containers: [{ securityContext: { readOnlyRootFilesystem: false } }] } },
      },
      'a container that says nothing of it': {
        object: { spec: { containers: [{ securityContext: { readOnlyRootFilesystem: null } }] } },
      },
      'a container that runs first and says nothing of it': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1' }] } },
      },
      'a container that is added to look inside and says nothing of it': {
        object: { spec: { ephemeralContainers: [{ name: 'look', image: 'look:1' }] } },
      },
    },
  },
});
