import policy from '../../../policies/residency/require-domestic-leased-storage';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { add, change, drop } from '../kit/edit-objects';
import { leasedId, leasedObject, leasing } from './kit/leased-objects';

const nodes = leasedId('AWS::EC2::LaunchTemplate', 'nodes');
const disk = ['Properties', 'LaunchTemplateData', 'BlockDeviceMappings', 0, 'Ebs'] as const;
const ebs = 'Properties.LaunchTemplateData.BlockDeviceMappings[0].Ebs';
const subnet = leasedId('AWS::EC2::Subnet', 'subnet');
const outpost = ['Properties', 'OutpostArn'];

describePolicy('residency/require-domestic-leased-storage', policy, {
  passes: {
    'a subnet on the rack': () => ({ view: leasing(), subject: subnet }),
    'a bucket on the rack': () => ({ view: leasing(), subject: leasedId('AWS::S3Outposts::Bucket', 'store') }),
    'disks that our key encrypts': () => ({ view: leasing(), subject: nodes }),
    'a network': () => ({ view: leasing(), subject: leasedId('AWS::EC2::VPC', 'network') }),
  },
  fails: {
    'a bucket of the region': () => ({
      view: leasing(add(leasedObject('AWS::S3::Bucket', 'regional', {}))),
      subject: leasedId('AWS::S3::Bucket', 'regional'),
      where: 'Type',
      got: 'AWS::S3::Bucket',
    }),
    'a database of the provider': () => ({
      view: leasing(add(leasedObject('AWS::RDS::DBInstance', 'database', {}))),
      subject: leasedId('AWS::RDS::DBInstance', 'database'),
      where: 'Type',
      got: 'AWS::RDS::DBInstance',
    }),
    'a subnet of the region': () => ({
      view: leasing(change('AWS::EC2::Subnet', outpost, undefined)),
      subject: subnet,
      where: 'Properties.OutpostArn',
      got: 'none',
    }),
    'a subnet on another rack': () => ({
      view: leasing(
        change('AWS::EC2::Subnet', outpost, 'arn:aws:outposts:r:111122223333:outpost/op-ffffffffffffffff0'),
      ),
      subject: subnet,
      where: 'Properties.OutpostArn',
      got: 'arn:aws:outposts:r:111122223333:outpost/op-ffffffffffffffff0',
    }),
    'a rack that a function decides, as unknown': () => ({
      view: leasing(change('AWS::EC2::Subnet', outpost, { 'Fn::ImportValue': 'rack' })),
      subject: subnet,
      verdict: 'unknown',
      where: 'Properties.OutpostArn',
      got: 'decided outside the template',
    }),
    'a disk in the clear': () => ({
      view: leasing(change('AWS::EC2::LaunchTemplate', [...disk, 'Encrypted'], false)),
      subject: nodes,
      where: `${ebs}.Encrypted`,
      got: 'false',
    }),
    'a disk under the provider’s own key': () => ({
      view: leasing(change('AWS::EC2::LaunchTemplate', [...disk, 'KmsKeyId'], undefined)),
      subject: nodes,
      where: `${ebs}.KmsKeyId`,
      got: 'none: the provider’s own key',
    }),
    'a disk under a key of elsewhere, as unknown': () => ({
      view: leasing(change('AWS::EC2::LaunchTemplate', [...disk, 'KmsKeyId'], 'alias/other')),
      subject: nodes,
      verdict: 'unknown',
      where: `${ebs}.KmsKeyId`,
      got: 'alias/other',
    }),
    'a disk whose key is gone': () => ({
      view: leasing(drop('AWS::KMS::Key')),
      subject: nodes,
      where: `${ebs}.KmsKeyId`,
      got: 'no key',
    }),
    'no word about disks': () => ({
      view: leasing(
        change('AWS::EC2::LaunchTemplate', ['Properties', 'LaunchTemplateData', 'BlockDeviceMappings'], []),
      ),
      subject: nodes,
      where: 'Properties.LaunchTemplateData.BlockDeviceMappings',
      got: 'none',
    }),
    'a template of a site that isn’t leased': () => ({
      view: leasing((objects) => objects.map((one) => ({ ...one, site: 'dc-north' }))),
      subject: 'dc-north/AWS::EC2::VPC/-/network',
      where: 'site',
      got: 'dc-north',
    }),
  },
  ignores: {
    'a nation that leases nothing': () => ({ view: viewOf() }),
  },
});
