import policy from '../../../policies/residency/require-deny-delete';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change, drop } from '../kit/edit-objects';
import { leasedId, leasing } from './kit/leased-objects';

const subject = leasedId('AWS::S3Outposts::Bucket', 'store');
const target = 'AWS::S3Outposts::BucketPolicy';
const statement = (...rest: (string | number)[]) => ['Properties', 'PolicyDocument', 'Statement', 1, ...rest];
const arns = ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::111122223333:role/b'];

describePolicy('residency/require-deny-delete', policy, {
  passes: {
    'a bucket in which nobody deletes': () => ({ view: leasing(), subject }),
    'not even a break-glass role': () => ({
      view: leasing(change(target, statement('Condition'), undefined)),
      subject,
    }),
  },
  fails: {
    'no policy': () => ({ view: leasing(drop(target)), subject, where: 'BucketPolicy', got: 'none' }),
    'no statement on deletion': () => ({
      view: leasing(change(target, statement(), undefined)),
      subject,
      where: 'BucketPolicy',
      got: 'allows s3-outposts:DeleteObject',
    }),
    'a life cycle that anybody may set': () => ({
      view: leasing(change(target, statement('Action', 2), undefined)),
      subject,
      where: 'BucketPolicy',
      got: 'allows s3-outposts:PutLifecycleConfiguration',
    }),
    'a refusal to some': () => ({
      view: leasing(change(target, statement('Principal'), { AWS: 'arn:aws:iam::111122223333:role/a' })),
      subject,
      where: 'BucketPolicy',
      got: 'allows s3-outposts:DeleteObject',
    }),
    'a refusal on the bucket but not on what lies in it': () => ({
      view: leasing(change(target, statement('Resource', 1), undefined)),
      subject,
      where: 'BucketPolicy',
      got: 'allows s3-outposts:DeleteObject',
    }),
    'two roles let through': () => ({
      view: leasing(change(target, statement('Condition', 'StringNotEquals', 'aws:PrincipalArn'), arns)),
      subject,
      where: 'BucketPolicy',
      got: 'allows s3-outposts:DeleteObject',
    }),
    'every role let through': () => ({
      view: leasing(
        change(
          target,
          statement('Condition', 'StringNotEquals', 'aws:PrincipalArn'),
          'arn:aws:iam::111122223333:role/*',
        ),
      ),
      subject,
      where: 'BucketPolicy',
      got: 'allows s3-outposts:DeleteObject',
    }),
    'a bucket that goes with its stack': () => ({
      view: leasing(change('AWS::S3Outposts::Bucket', ['DeletionPolicy'], 'Delete')),
      subject,
      where: 'DeletionPolicy',
      got: 'Delete',
    }),
  },
  ignores: {
    'a nation that leases nothing': () => ({ view: viewOf() }),
  },
});
