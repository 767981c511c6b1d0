import { absent, all, any, every, isNot, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import postgresClusters from '../engine/targets/engines/postgres-clusters';

export default defineRule({
  title: {
    vi: 'Mọi volume của cơ sở dữ liệu nêu rõ lớp lưu trữ',
    en: 'every volume of a database names its storage class',
  },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.4.2.7'],
  why: {
    vi: 'Không nêu lớp thì dữ liệu nằm ở lớp mặc định: ngoài phân vùng của hệ thống và không dưới khóa của chủ quản.',
    en: 'Without a class the data lies in the default one: outside the partition of its system, and not under its owner’s key.',
  },
  fix: {
    vi: 'Đặt storageClass của storage, walStorage và từng tablespace là lớp của hệ thống.',
    en: 'Set storageClass of storage, walStorage and each tablespace to the class of the system.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  on: postgresClusters,
  require: ({ spec }) =>
    all(
      isNot(orElse(spec.storage.storageClass, ''), ''),
      any(absent(spec.walStorage), isNot(orElse(spec.walStorage.storageClass, ''), '')),
      every(spec.tablespaces, ({ storage }) => isNot(orElse(storage.storageClass, ''), '')),
    ),
  examples: {
    passes: {
      'the class of the system': {},
      'the class of the system for each volume': {
        object: {
          spec: {
            walStorage: { size: '1Gi', storageClass: 'system-web' },
            tablespaces: [{ name: 'old', storage: { size: '1Gi', storageClass: 'system-web' } }],
          },
        },
      },
    },
    fails: {
      'no class': { object: { spec: { storage: { storageClass: null } } } },
      'an empty class': { object: { spec: { storage: { storageClass: '' } } } },
      'a log without a class': { object: { spec: { walStorage: { size: '1Gi' } } } },
      'a log with an empty class': { object: { spec: { walStorage: { size: '1Gi', storageClass: '' } } } },
      'a tablespace without a class': {
        object: { spec: { tablespaces: [{ name: 'old', storage: { size: '1Gi' } }] } },
      },
      'a tablespace with an empty class': {
        object: { spec: { tablespaces: [{ name: 'old', storage: { size: '1Gi', storageClass: '' } }] } },
      },
      'a second tablespace without a class': {
        object: {
          spec: {
            tablespaces: [
              { name: 'old', storage: { size: '1Gi', storageClass: 'system-web' } },
              { name: 'new', storage: { size: '1Gi' } },
            ],
          },
        },
      },
    },
  },
});
