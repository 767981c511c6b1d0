import { entry, is, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import backupStorageLocations from '../engine/targets/engines/backup-storage-locations';

export default defineRule({
  title: { vi: 'Chứng thư của kho sao lưu được kiểm tra', en: 'the certificate of every backup store is checked' },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-5.4.2.4b'],
  why: {
    vi: 'Không kiểm tra chứng thư thì ai đứng giữa đường cũng nhận được toàn bộ bản sao và mật khẩu của kho.',
    en: 'Unchecked, whoever stands on the way receives every copy and the credentials of the store.',
  },
  fix: {
    vi: "Đặt config.insecureSkipTLSVerify là 'false' hoặc bỏ đi; CA riêng ghi trong objectStorage.caCert.",
    en: "Set config.insecureSkipTLSVerify to 'false' or leave it out; write an own CA in objectStorage.caCert.",
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể để nơi khác sao lưu mọi hệ thống.',
    en: 'A nation may have all of its backups managed elsewhere.',
  },
  on: backupStorageLocations,
  require: ({ spec }) => is(orElse(entry(spec.config, 'insecureSkipTLSVerify'), 'false'), 'false'),
  examples: {
    passes: {
      'a store that is checked': {},
      'the default, which is a check': { object: { spec: { config: { insecureSkipTLSVerify: null } } } },
    },
    fails: { 'a store that nobody checks': { object: { spec: { config: { insecureSkipTLSVerify: 'true' } } } } },
  },
});
