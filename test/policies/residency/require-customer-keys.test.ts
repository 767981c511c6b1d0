import policy from '../../../policies/residency/require-customer-keys';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change, drop } from '../kit/edit-objects';
import { leasing } from './kit/leased-objects';

const subject = 'site/leased';
const statement = (index: number, ...rest: string[]) => ['Properties', 'KeyPolicy', 'Statement', index, ...rest];

describePolicy('residency/require-customer-keys', policy, {
  passes: {
    'a key that we made and imported': () => ({ view: leasing(), subject }),
    'a key that stays in our key store': () => ({
      view: leasing(change('AWS::KMS::Key', ['Properties', 'Origin'], 'EXTERNAL_KEY_STORE')),
      subject,
    }),
  },
  fails: {
    'no key': () => ({ view: leasing(drop('AWS::KMS::Key')), subject, where: 'AWS::KMS::Key', got: 'none' }),
    'a key that the provider made': () => ({
      view: leasing(change('AWS::KMS::Key', ['Properties', 'Origin'], undefined)),
      subject,
      where: 'key: Properties.Origin',
      got: 'AWS_KMS',
    }),
    'a key of several regions': () => ({
      view: leasing(change('AWS::KMS::Key', ['Properties', 'MultiRegion'], true)),
      subject,
      where: 'key: Properties.MultiRegion',
      got: 'true',
    }),
    'a policy that lets another account in': () => ({
      view: leasing(change('AWS::KMS::Key', statement(0, 'Principal'), { AWS: 'arn:aws:iam::999988887777:root' })),
      subject,
      where: 'key: Properties.KeyPolicy',
      got: 'allows arn:aws:iam::999988887777:root',
    }),
    'a policy that lets everybody in': () => ({
      view: leasing(change('AWS::KMS::Key', statement(0, 'Principal'), '*')),
      subject,
      where: 'key: Properties.KeyPolicy',
      got: 'allows *',
    }),
    'a policy that doesn’t refuse other accounts': () => ({
      view: leasing(change('AWS::KMS::Key', statement(1), undefined)),
      subject,
      where: 'key: Properties.KeyPolicy',
      got: 'doesn’t refuse kms:Decrypt to others',
    }),
    'a refusal of less than it seems': () => ({
      view: leasing(change('AWS::KMS::Key', statement(1, 'Condition', 'Bool'), { 'aws:SecureTransport': 'true' })),
      subject,
      where: 'key: Properties.KeyPolicy',
      got: 'doesn’t refuse kms:Decrypt to others',
    }),
  },
  ignores: {
    'a nation that leases nothing': () => ({ view: viewOf() }),
    'a data center of our own': () => ({ view: leasing(), subject: 'site/dc-north' }),
  },
});
