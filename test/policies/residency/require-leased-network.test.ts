import policy from '../../../policies/residency/require-leased-network';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change, drop, type Edit } from '../kit/edit-objects';
import { leasing } from './kit/leased-objects';

const given = (edit?: Edit) => ({ subject: 'site/leased', view: leasing(edit) });
const other = { 'Fn::GetAtt': ['elsewhere', 'VpcId'] };

describePolicy('residency/require-leased-network', policy, {
  passes: { 'a network with subnet, firewall and machines behind it': () => given() },
  fails: {
    'no network': () => ({ ...given(drop('AWS::EC2::VPC')), where: 'AWS::EC2::VPC', got: 'none' }),
    'addresses of another site': () => ({
      ...given(change('AWS::EC2::VPC', ['Properties', 'CidrBlock'], '10.97.0.0/16')),
      where: 'network: CidrBlock',
      got: '10.97.0.0/16',
    }),
    'no subnet': () => ({ ...given(drop('AWS::EC2::Subnet')), where: 'AWS::EC2::Subnet', got: 'none' }),
    'a subnet of another network': () => ({
      ...given(change('AWS::EC2::Subnet', ['Properties', 'VpcId'], other)),
      where: 'subnet: VpcId',
      got: 'elsewhere',
    }),
    'a subnet in a zone of the provider': () => ({
      ...given(change('AWS::EC2::Subnet', ['Properties', 'OutpostArn'], undefined)),
      where: 'subnet: OutpostArn',
      got: 'no outpost: a zone of the provider',
    }),
    'no firewall': () => ({
      ...given(drop('AWS::EC2::SecurityGroup')),
      where: 'AWS::EC2::SecurityGroup',
      got: 'none',
    }),
    'a firewall of another network': () => ({
      ...given(change('AWS::EC2::SecurityGroup', ['Properties', 'VpcId'], other)),
      where: 'group: VpcId',
      got: 'elsewhere',
    }),
    'a firewall that lets everything out by default': () => ({
      ...given(change('AWS::EC2::SecurityGroup', ['Properties', 'SecurityGroupEgress'], undefined)),
      where: 'group: SecurityGroupEgress',
      got: 'none: everything',
    }),
    'no template of machines': () => ({
      ...given(drop('AWS::EC2::LaunchTemplate')),
      where: 'AWS::EC2::LaunchTemplate',
      got: 'none',
    }),
    'machines in front of the firewall': () => ({
      ...given(
        change('AWS::EC2::LaunchTemplate', ['Properties', 'LaunchTemplateData', 'NetworkInterfaces', 0, 'Groups'], []),
      ),
      where: 'nodes: NetworkInterfaces.Groups',
      got: 'no firewall of the site',
    }),
  },
  ignores: { 'a nation that leases nothing': () => ({ view: viewOf() }) },
});
