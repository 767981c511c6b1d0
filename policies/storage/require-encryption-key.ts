import { entry, isNot, orElse, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import storageClasses from '../engine/targets/storage/storage-classes';

export default defineRule({
  title: {
    vi: 'Lớp lưu trữ Ceph nêu khóa mã hóa của chủ quản',
    en: 'classes of Ceph name the encryption key of their owner',
  },
  force: 'block',
  controls: ['tcvn-14423-5.4.2-keys', 'tcvn-14423-6.4.2.4d', 'tcvn-14423-7.4.2-keys', 'd331-30.8'],
  why: {
    vi: 'Không nêu khóa thì mọi hệ thống dùng chung một khóa nằm trong cụm: lộ một chỗ là lộ tất cả, và không hủy riêng được.',
    en: 'Without a key of its own each class shares one that lies in the cluster: one leak is every leak, and none can be withdrawn alone.',
  },
  fix: {
    vi: 'Đặt parameters.encryptionKMSID là khóa của chủ quản trong dịch vụ quản lý khóa.',
    en: 'Set parameters.encryptionKMSID to the key of the owner in the key service.',
  },
  on: storageClasses,
  when: ({ provisioner }) => text(orElse(provisioner, ''), 'ends-with', '.csi.ceph.com'),
  require: ({ parameters }) => isNot(orElse(entry(parameters, 'encryptionKMSID'), ''), ''),
  examples: {
    passes: { 'a class with a key': {} },
    fails: {
      'a class with an empty key': { object: { parameters: { encryptionKMSID: '' } } },
      'a class without a key': { object: { parameters: { encryptionKMSID: null } } },
      'a class of file systems without a key': {
        object: { provisioner: 'rook-ceph.cephfs.csi.ceph.com', parameters: { encryptionKMSID: null } },
      },
    },
    ignores: {
      'a class of another storage': {
        object: { provisioner: 'ebs.csi.aws.com', parameters: { encryptionKMSID: null } },
      },
      'a class of another storage called almost alike': {
        object: { provisioner: 'rook-csi.ceph.com', parameters: { encryptionKMSID: null } },
      },
      'a class of a storage with a cut-off name': {
        object: { provisioner: 'rbd.csi.ceph.co', parameters: { encryptionKMSID: null } },
      },
    },
  },
  equivalents: {
    'applies without the default  in provisioner ….csi.ceph.com':
      'an absent value meets no test, as the default meets none; the server holds no object without it',
  },
});
