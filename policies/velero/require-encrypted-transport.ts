import { entry, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import backupStorageLocations from '../engine/targets/engines/backup-storage-locations';

export default defineRule({
  title: {
    vi: 'Kho sao lưu được gọi qua TLS, ở địa chỉ nêu rõ',
    en: 'backup stores are reached over TLS, at a stated address',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-5.4.2.4b', 'd163-30.1'],
  why: {
    vi: 'Không nêu địa chỉ thì đích là kho công cộng ở nước ngoài; http thì mọi dữ liệu đi qua mạng ở dạng rõ.',
    en: 'Without an address the target is a public store abroad; over http all data crosses the network in the clear.',
  },
  fix: {
    vi: 'Đặt config.s3Url là địa chỉ https của kho trong nước.',
    en: 'Set config.s3Url to the https address of a store in the country.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể để nơi khác sao lưu mọi hệ thống.',
    en: 'A nation may have all of its backups managed elsewhere.',
  },
  on: backupStorageLocations,
  require: ({ spec }) => text(entry(spec.config, 's3Url'), 'starts-with', 'https://'),
  examples: {
    passes: { 'a store over TLS': {} },
    fails: {
      'a store in the clear': { object: { spec: { config: { s3Url: 'http://objects.example.vn' } } } },
      'no address': { object: { spec: { config: { s3Url: null } } } },
      'an address with a letter too few': { object: { spec: { config: { s3Url: 'ttps://objects.example.vn' } } } },
      'an address with a slash too few': { object: { spec: { config: { s3Url: 'https:/objects.example.vn' } } } },
    },
  },
});
