import { absent, all, any, is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import persistentVolumes from '../engine/targets/storage/persistent-volumes';

/** API servers hold local volumes on a stated node alone. */
const nodeAffinity = {
  required: {
    nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['host-1'] }] }],
  },
} as const;

/** CIS Kubernetes Benchmark 5.2.12 asks it of pods; a volume would be the way around. */
export default defineRule({
  title: { vi: 'Không volume nào là thư mục của nút', en: 'no volume is a folder of a node' },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'd331-30.8'],
  why: {
    vi: 'Thư mục của nút nằm ngoài mã hóa, hạn mức và ranh giới giữa các hệ thống: pod dùng nó đọc được dữ liệu của nút.',
    en: 'A folder of a node is outside of encryption, quotas and the boundary of systems: its pod reads what is the node’s.',
  },
  fix: {
    vi: 'Dùng volume của hệ thống lưu trữ (csi); chỉ ổ đĩa thô (volumeMode Block) mới được khai báo là local.',
    en: 'Use a volume of the storage (csi); a local one may only be a raw disk (volumeMode Block).',
  },
  mayBeVacuous: {
    vi: 'Volume thường do hệ thống lưu trữ tự tạo trong cụm, không nằm trong tệp cấu hình.',
    en: 'Volumes are usually made in the cluster by its storage, and written nowhere.',
  },
  on: persistentVolumes,
  require: ({ spec }) => all(absent(spec.hostPath), any(absent(spec.local), is(spec.volumeMode, 'Block'))),
  examples: {
    passes: {
      'a volume of the storage': {},
      'a raw disk that the storage itself is made of': {
        object: { spec: { csi: null, volumeMode: 'Block', local: { path: '/dev/sdb' }, nodeAffinity } },
      },
    },
    fails: {
      'a folder of whatever node the pod is on': {
        object: { spec: { csi: null, hostPath: { path: '/var/lib/web' } } },
      },
      'a folder of one node': { object: { spec: { csi: null, local: { path: '/mnt/web' }, nodeAffinity } } },
      'a folder of one node that says so': {
        object: { spec: { csi: null, volumeMode: 'Filesystem', local: { path: '/mnt/web' }, nodeAffinity } },
      },
    },
  },
});
