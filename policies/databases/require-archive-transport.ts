import { exists, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import postgresClusters from '../engine/targets/engines/postgres-clusters';

export default defineRule({
  title: {
    vi: 'Cơ sở dữ liệu gửi kho lưu trữ qua TLS, tới địa chỉ nêu rõ',
    en: 'databases archive over TLS, to a stated address',
  },
  force: 'block',
  controls: ['tcvn-14423-5.4.2.4b', 'tcvn-14423-5.12-protocols', 'd163-30.1'],
  why: {
    vi: 'Không nêu địa chỉ thì đích là kho công cộng ở nước ngoài; http thì cả cơ sở dữ liệu đi qua mạng ở dạng rõ.',
    en: 'Without an address the target is a public store abroad; over http the whole database crosses the network in the clear.',
  },
  fix: {
    vi: 'Đặt endpointURL là địa chỉ https của kho trong nước.',
    en: 'Set endpointURL to the https address of a store in the country.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  on: postgresClusters,
  when: ({ spec }) => exists(spec.backup.barmanObjectStore),
  require: ({ spec }) => text(spec.backup.barmanObjectStore.endpointURL, 'starts-with', 'https://'),
  examples: {
    passes: { 'a store over TLS': {} },
    fails: {
      'a store in the clear': {
        object: { spec: { backup: { barmanObjectStore: { endpointURL: 'http://objects.example.vn' } } } },
      },
      'no address': { object: { spec: { backup: { barmanObjectStore: { endpointURL: null } } } } },
      'an address with a letter too few': {
        object: { spec: { backup: { barmanObjectStore: { endpointURL: 'ttps://objects.example.vn' } } } },
      },
      'an address with a slash too few': {
        object: { spec: { backup: { barmanObjectStore: { endpointURL: 'https:/objects.example.vn' } } } },
      },
    },
    ignores: { 'a standby, which makes no archive': { object: { spec: { backup: null } } } },
  },
});
