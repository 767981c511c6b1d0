import { objectAt, valueAt } from '../../resources/json-path';
import type { JsonObject } from '../../resources/resource';
import { definePolicy, fail, pass } from '../define-policy';
import { leasedStores } from './leased/leased-stores';
import { deniesEverybody, statementsOnBucket } from './leased/policy-statement';

export default definePolicy({
  title: {
    vi: 'Kho trên địa điểm thuê chỉ nhận kết nối TLS',
    en: 'A store on a leased site takes TLS connections only',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-5.4.2.4b'],
  why: {
    vi: 'Bản sao đi qua mạng của nhà cung cấp; không TLS thì bị đọc dọc đường.',
    en: 'Copies cross the provider’s network; without TLS they are read on the way.',
  },
  fix: {
    vi: 'Thêm câu lệnh Deny mọi thao tác khi aws:SecureTransport là false.',
    en: 'Add a Deny on every action when aws:SecureTransport is false.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể không thuê năng lực lưu bản sao nào.',
    en: 'A nation may lease no capacity that keeps copies.',
  },
  subjects: ({ view }) => leasedStores(view),
  check({ of: bucket }, { view }) {
    const statements = statementsOnBucket(view, bucket);
    if (statements.length === 0) return fail('BucketPolicy', 'none', 'a policy that refuses plain connections');
    const isRefused = statements.some(
      (one) =>
        one.actions.some((action) => action === 's3-outposts:*' || action === '*') &&
        deniesEverybody(one, bucket, 's3-outposts:GetObject') &&
        isPlain(one.condition),
    );
    return isRefused ? pass : fail('BucketPolicy', 'takes plain connections', 'Deny unless aws:SecureTransport');
  },
});

/** The condition that a connection isn't TLS, and no other. */
function isPlain(condition: JsonObject | undefined): boolean {
  const bool = objectAt(condition, 'Bool') ?? {};
  const isAlone = Object.keys(condition ?? {}).length === 1 && Object.keys(bool).length === 1;
  const value = valueAt(bool, 'aws:SecureTransport');
  return isAlone && (value === false || value === 'false');
}
