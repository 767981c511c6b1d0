import type { LeasedSite } from '../../model/site/site';
import { booleanAt, objectAt, textAt, valueAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { siteSubjects } from '../subjects';
import { covers, statementsOf, type PolicyStatement } from './leased/policy-statement';

/** Where key material may come from: ours imported, or ours used in place. */
const ORIGINS: ReadonlySet<string> = new Set(['EXTERNAL', 'EXTERNAL_KEY_STORE']);

/** What nobody outside the account may do with the key. */
const GUARDED_ACTIONS = ['kms:Decrypt', 'kms:CreateGrant'] as const;

export default definePolicy({
  title: {
    vi: 'Địa điểm thuê dùng khóa do trong nước tạo, một vùng, tài khoản khác không dùng được',
    en: 'A leased site uses a key made in the country, of one region, that no other account can use',
  },
  force: 'block',
  controls: ['d163-30.1', 'tcvn-14423-5.4.2-keys', 'tcvn-14423-6.4.2.4d', 'd165-encryption'],
  why: {
    vi: 'Ai giữ khóa thì đọc được dữ liệu; khóa do nhà cung cấp tạo thì quyền đó không ở trong nước.',
    en: 'Whoever holds the key reads the data; a key that the provider made puts that power abroad.',
  },
  fix: {
    vi: 'Origin EXTERNAL, MultiRegion false, KeyPolicy từ chối mọi tài khoản khác.',
    en: 'Origin EXTERNAL, MultiRegion false, and a KeyPolicy that refuses every other account.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể không thuê năng lực nào.', en: 'A nation may lease no capacity.' },
  subjects: ({ view }) => siteSubjects(view.model.sites.filter((one) => one.kind === 'leased')),
  check({ of: site }, { view }) {
    const keys = view.resources.atSite(site.id, 'AWS::KMS::Key');
    if (keys.length === 0) return fail('AWS::KMS::Key', 'none', 'a key of our own');
    const judgements = keys.map((key) => judgeKey(key, site));
    return judgements.find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function judgeKey({ name, body }: Resource, { fact }: LeasedSite): Judgement {
  const where = (field: string): string => `${name}: Properties.${field}`;
  const origin = textAt(body, 'Properties', 'Origin') ?? 'AWS_KMS';
  if (!ORIGINS.has(origin)) return fail(where('Origin'), origin, 'EXTERNAL');
  if (booleanAt(body, 'Properties', 'MultiRegion') === true) return fail(where('MultiRegion'), 'true', 'false');
  const statements = statementsOf(valueAt(body, 'Properties', 'KeyPolicy'));
  const stranger = statements
    .filter((one) => one.effect === 'Allow')
    .flatMap((one) => (one.inverted || one.principals.length === 0 ? ['everybody but some'] : one.principals))
    .find((one) => !one.startsWith(`arn:aws:iam::${fact.accountId}:`));
  if (stranger !== undefined) return fail(where('KeyPolicy'), `allows ${stranger}`, 'principals of our account');
  const open = GUARDED_ACTIONS.find((action) => !statements.some((one) => refusesOthers(one, action, fact.accountId)));
  return open === undefined ? pass : fail(where('KeyPolicy'), `doesn’t refuse ${open} to others`, 'a Deny');
}

function refusesOthers(statement: PolicyStatement, action: string, account: string): boolean {
  const { effect, principals, condition, inverted } = statement;
  const operators = Object.keys(condition ?? {});
  return (
    !inverted &&
    effect === 'Deny' &&
    principals.includes('*') &&
    covers(statement, action) &&
    operators.length === 1 &&
    Object.keys(objectAt(condition, 'StringNotEquals') ?? {}).length === 1 &&
    textAt(condition, 'StringNotEquals', 'aws:PrincipalAccount') === account
  );
}
