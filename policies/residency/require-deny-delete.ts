import { objectAt, textAt } from '../../resources/json-path';
import type { JsonObject, Resource } from '../../resources/resource';
import { definePolicy, fail, pass } from '../define-policy';
import { leasedStores } from './leased/leased-stores';
import { deniesEverybody, statementsOnBucket } from './leased/policy-statement';

/** What takes copies away. */
const DELETIONS = [
  's3-outposts:DeleteObject',
  's3-outposts:DeleteBucket',
  's3-outposts:PutLifecycleConfiguration',
] as const;

export default definePolicy({
  title: {
    vi: 'Không ai xóa được bản sao trên địa điểm thuê, trừ một vai trò khẩn cấp',
    en: 'Nobody can delete copies on a leased site, but for one break-glass role',
  },
  force: 'block',
  controls: ['tcvn-14423-6.8.2.2-immutable', 'tcvn-14423-6.11.2.4', 'd163-30.1'],
  why: {
    vi: 'Bản sao thứ ba là thứ cuối cùng còn lại; tài khoản bị chiếm không được xóa nó.',
    en: 'The third copy is the last one left; a stolen account must not delete it.',
  },
  fix: {
    vi: 'Thêm vào BucketPolicy câu lệnh Deny xóa đối tượng, xóa kho, đổi vòng đời cho mọi chủ thể.',
    en: 'Add a Deny on deleting objects, deleting the bucket and changing its life cycle, for every principal.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể không thuê năng lực lưu bản sao nào.',
    en: 'A nation may lease no capacity that keeps copies.',
  },
  subjects: ({ view }) => leasedStores(view),
  check({ of: bucket }, { view }) {
    const statements = statementsOnBucket(view, bucket);
    if (statements.length === 0) return fail('BucketPolicy', 'none', 'a policy that refuses deletion');
    const open = DELETIONS.find(
      (action) => !statements.some((one) => deniesEverybody(one, bucket, action) && exemptsOneRole(one.condition)),
    );
    if (open !== undefined) return fail('BucketPolicy', `allows ${open}`, 'a Deny for everybody but one role');
    const kept = textAt(bucket.body, 'DeletionPolicy') ?? 'Delete';
    return isKept(bucket) ? pass : fail('DeletionPolicy', kept, 'Retain');
  },
});

/** No condition at all, or one that lets a single role through. */
function exemptsOneRole(condition: JsonObject | undefined): boolean {
  if (condition === undefined) return true;
  const exempt = objectAt(condition, 'StringNotEquals') ?? {};
  const role = textAt(exempt, 'aws:PrincipalArn') ?? '';
  const isAlone = Object.keys(condition).length === 1 && Object.keys(exempt).length === 1;
  return isAlone && /^arn:aws:iam::\d{12}:role\/[\w+=,.@-]+$/.test(role);
}

function isKept({ body }: Resource): boolean {
  return ['DeletionPolicy', 'UpdateReplacePolicy'].every((field) => textAt(body, field) === 'Retain');
}
