import policy from '../../../policies/residency/disallow-provider-internet';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { add, change } from '../kit/edit-objects';
import { leasedId, leasedObject, leasing } from './kit/leased-objects';

const group = leasedId('AWS::EC2::SecurityGroup', 'group');
const rule = (direction: string, field: string) => ['Properties', `SecurityGroup${direction}`, 0, field];
const open = (direction: string, field: string, value: string) =>
  leasing(change('AWS::EC2::SecurityGroup', rule(direction, field), value));

describePolicy('residency/disallow-provider-internet', policy, {
  passes: {
    'a group that meets the data centers': () => ({ view: leasing(), subject: group }),
    'a rule on a block of IPv6': () => ({ view: open('Ingress', 'CidrIpv6', '2001:db8:61::/48'), subject: group }),
    'nodes without public addresses': () => ({
      view: leasing(),
      subject: leasedId('AWS::EC2::LaunchTemplate', 'nodes'),
    }),
    'a subnet without public addresses': () => ({ view: leasing(), subject: leasedId('AWS::EC2::Subnet', 'subnet') }),
  },
  fails: {
    'an Internet gateway': () => ({
      view: leasing(add(leasedObject('AWS::EC2::InternetGateway', 'gateway', {}))),
      subject: leasedId('AWS::EC2::InternetGateway', 'gateway'),
      where: 'Type',
      got: 'AWS::EC2::InternetGateway',
    }),
    'everybody in': () => ({
      view: open('Ingress', 'CidrIp', '0.0.0.0/0'),
      subject: group,
      where: 'Properties.SecurityGroupIngress[0].CidrIp',
      got: '0.0.0.0/0',
    }),
    'half of everybody in': () => ({
      view: open('Ingress', 'CidrIp', '0.0.0.0/1'),
      subject: group,
      where: 'Properties.SecurityGroupIngress[0].CidrIp',
      got: '0.0.0.0/1',
    }),
    'everywhere out over IPv6': () => ({
      view: open('Egress', 'CidrIpv6', '::/0'),
      subject: group,
      where: 'Properties.SecurityGroupEgress[0].CidrIpv6',
      got: '::/0',
    }),
    'no rule for the way out, which opens it': () => ({
      view: leasing(change('AWS::EC2::SecurityGroup', ['Properties', 'SecurityGroupEgress'], undefined)),
      subject: group,
      where: 'Properties.SecurityGroupEgress',
      got: '0.0.0.0/0',
    }),
    'a list of blocks that the provider keeps, as unknown': () => ({
      view: open('Egress', 'DestinationPrefixListId', 'pl-12345678'),
      subject: group,
      verdict: 'unknown',
      where: 'Properties.SecurityGroupEgress[0].DestinationPrefixListId',
      got: 'pl-12345678',
    }),
    'a route to everywhere': () => ({
      view: leasing(add(leasedObject('AWS::EC2::Route', 'route', { DestinationCidrBlock: '0.0.0.0/0' }))),
      subject: leasedId('AWS::EC2::Route', 'route'),
      where: 'Properties.DestinationCidrBlock',
      got: '0.0.0.0/0',
    }),
    'a rule beside its group': () => ({
      view: leasing(add(leasedObject('AWS::EC2::SecurityGroupIngress', 'rule', { CidrIp: '192.0.2.0/24' }))),
      subject: leasedId('AWS::EC2::SecurityGroupIngress', 'rule'),
      where: 'Properties.CidrIp',
      got: '192.0.2.0/24',
    }),
    'a subnet that gives public addresses': () => ({
      view: leasing(change('AWS::EC2::Subnet', ['Properties', 'MapPublicIpOnLaunch'], true)),
      subject: leasedId('AWS::EC2::Subnet', 'subnet'),
      where: 'Properties.MapPublicIpOnLaunch',
      got: 'true',
    }),
    'nodes with public addresses': () => ({
      view: leasing(
        change(
          'AWS::EC2::LaunchTemplate',
          ['Properties', 'LaunchTemplateData', 'NetworkInterfaces', 0, 'AssociatePublicIpAddress'],
          true,
        ),
      ),
      subject: leasedId('AWS::EC2::LaunchTemplate', 'nodes'),
      where: 'Properties.LaunchTemplateData.NetworkInterfaces[0].AssociatePublicIpAddress',
      got: 'true',
    }),
  },
  ignores: {
    'a nation that leases nothing': () => ({ view: viewOf() }),
    'a bucket': () => ({ view: leasing(), subject: leasedId('AWS::S3Outposts::Bucket', 'store') }),
  },
});
