import policy from '../../../policies/residency/require-access-points';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change, drop, type Edit } from '../kit/edit-objects';
import { leasedId, leasing } from './kit/leased-objects';

const KIND = 'AWS::S3Outposts::AccessPoint';
const given = (edit?: Edit) => ({ subject: leasedId('AWS::S3Outposts::Bucket', 'store'), view: leasing(edit) });

describePolicy('residency/require-access-points', policy, {
  passes: { 'a point of the own network': () => given() },
  fails: {
    'no point': () => ({ ...given(drop(KIND)), where: KIND, got: 'none of store' }),
    'a point of another store': () => ({
      ...given(change(KIND, ['Properties', 'Bucket'], { 'Fn::GetAtt': ['other', 'Arn'] })),
      where: KIND,
      got: 'none of store',
    }),
    'a point outside of the own network': () => ({
      ...given(change(KIND, ['Properties', 'VpcConfiguration'], undefined)),
      where: 'storeAccess: VpcConfiguration',
      got: 'none',
    }),
  },
  ignores: { 'a nation that leases nothing': () => ({ view: viewOf() }) },
});
