import policy from '../../../policies/residency/require-tls-only';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change, drop } from '../kit/edit-objects';
import { leasedId, leasing } from './kit/leased-objects';

const subject = leasedId('AWS::S3Outposts::Bucket', 'store');
const target = 'AWS::S3Outposts::BucketPolicy';
const statement = (...rest: (string | number)[]) => ['Properties', 'PolicyDocument', 'Statement', 0, ...rest];
const plain = { subject, where: 'BucketPolicy', got: 'takes plain connections' };

describePolicy('residency/require-tls-only', policy, {
  passes: {
    'a bucket that refuses plain connections': () => ({ view: leasing(), subject }),
    'a condition written as a truth value': () => ({
      view: leasing(change(target, statement('Condition', 'Bool', 'aws:SecureTransport'), false)),
      subject,
    }),
  },
  fails: {
    'no policy': () => ({ view: leasing(drop(target)), subject, where: 'BucketPolicy', got: 'none' }),
    'no statement on TLS': () => ({ view: leasing(change(target, statement(), undefined)), ...plain }),
    'a refusal of TLS instead': () => ({
      view: leasing(change(target, statement('Condition', 'Bool', 'aws:SecureTransport'), 'true')),
      ...plain,
    }),
    'a refusal of one action': () => ({
      view: leasing(change(target, statement('Action'), 's3-outposts:GetObject')),
      ...plain,
    }),
    'a permission instead of a refusal': () => ({
      view: leasing(change(target, statement('Effect'), 'Allow')),
      ...plain,
    }),
    'the policy of another bucket': () => ({
      view: leasing(change(target, ['Properties', 'Bucket'], { 'Fn::GetAtt': ['other', 'Arn'] })),
      subject,
      where: 'BucketPolicy',
      got: 'none',
    }),
  },
  ignores: {
    'a nation that leases nothing': () => ({ view: viewOf() }),
  },
});
