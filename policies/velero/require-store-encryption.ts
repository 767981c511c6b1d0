import { entry, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import backupStorageLocations from '../engine/targets/engines/backup-storage-locations';

/** Twin of `backup/require-encrypted-copies`, which goes by what systems declare. */
export default defineRule({
  title: { vi: 'Kho sao lưu mã hóa những gì nó giữ', en: 'backup stores encrypt what they hold' },
  force: 'block',
  controls: ['tcvn-14423-5.11.2.3b', 'd165-encryption', 'd356-12.2'],
  why: {
    vi: 'Bản sao chứa mọi dữ liệu của hệ thống; mất một băng từ không mã hóa là lộ toàn bộ.',
    en: 'A copy holds all data of a system; one lost tape in the clear discloses everything.',
  },
  fix: {
    vi: 'Đặt config.serverSideEncryption là AES256 hoặc aws:kms.',
    en: 'Set config.serverSideEncryption to AES256 or aws:kms.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể để nơi khác sao lưu mọi hệ thống.',
    en: 'A nation may have all of its backups managed elsewhere.',
  },
  on: backupStorageLocations,
  require: ({ spec }) => oneOf(entry(spec.config, 'serverSideEncryption'), ['AES256', 'aws:kms']),
  examples: {
    passes: {
      AES: {},
      'AES with a key of the key service': { object: { spec: { config: { serverSideEncryption: 'aws:kms' } } } },
    },
    fails: {
      'another word': { object: { spec: { config: { serverSideEncryption: 'none' } } } },
      nothing: { object: { spec: { config: { serverSideEncryption: null } } } },
    },
  },
});
