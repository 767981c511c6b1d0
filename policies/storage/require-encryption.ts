import { entry, is, not, orElse, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import storageClasses from '../engine/targets/storage/storage-classes';

export default defineRule({
  title: { vi: 'Mọi lớp lưu trữ mã hóa volume', en: 'every storage class encrypts its volumes' },
  force: 'block',
  controls: [
    'tcvn-14423-4.4.2.4',
    'tcvn-14423-5.4.2.4',
    'tcvn-14423-6.4.2.4',
    'tcvn-14423-7.4.2.4',
    'd165-encryption',
    'd356-12.2',
  ],
  why: {
    vi: 'Ổ đĩa được tháo, thay, bảo hành hoặc mất; volume không mã hóa thì ai cầm ổ đĩa đọc được dữ liệu.',
    en: 'Disks are pulled, replaced, sent in or lost; whoever holds one reads the volumes that aren’t encrypted.',
  },
  fix: { vi: "Đặt parameters.encrypted là 'true'.", en: "Set parameters.encrypted to 'true'." },
  on: storageClasses,
  when: ({ provisioner }) => not(text(orElse(provisioner, ''), 'ends-with', '/bucket')),
  require: ({ parameters }) => is(entry(parameters, 'encrypted'), 'true'),
  examples: {
    passes: { 'a class with encryption': {} },
    fails: {
      'a class without encryption': { object: { parameters: { encrypted: 'false' } } },
      'a class that says nothing of it': { object: { parameters: { encrypted: null } } },
      'a class without parameters': { object: { parameters: null } },
      'a class of another storage, without encryption': {
        object: { provisioner: 'bucket.example.vn/block', parameters: { encrypted: 'false' } },
      },
      'a class of a provisioner called almost alike': {
        object: { provisioner: 'example.vn/x-bucket', parameters: { encrypted: 'false' } },
      },
      'a class of a provisioner that is cut off': {
        object: { provisioner: 'example.vn/bucke', parameters: { encrypted: 'false' } },
      },
    },
    ignores: {
      'a class of object stores, which encrypt by the rules of the store': {
        object: {
          provisioner: 'rook-ceph.ceph.rook.io/bucket',
          parameters: { encrypted: null, encryptionKMSID: null },
        },
      },
    },
  },
  equivalents: {
    'applies without the default  in provisioner …/bucket':
      'an absent value meets no test, as the default meets none; the server holds no object without it',
  },
});
