import { parseCidr } from '../../model/address/cidr';
import type { LeasedSite } from '../../model/site/site';
import { listAt, textAt, valueAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { siteSubjects } from '../subjects';
import { logicalIdOf } from './leased/cloud-text';

/** Twin of `residency/disallow-provider-internet`, which finds what opens a network; this one finds what is missing. */
export default definePolicy({
  title: {
    vi: 'Năng lực thuê có mạng riêng trong khối địa chỉ của địa điểm, mạng con trên giá máy trong nước, tường lửa và mẫu máy dùng nó',
    en: 'leased capacity has a network of its own in the site’s block, a subnet on the rack in the country, a firewall, and machines behind it',
  },
  force: 'block',
  controls: ['d163-30.1', 'tcvn-14423-4.12.2.2a-firewall', 'tcvn-14423-5.12.2.4d'],
  why: {
    vi: 'Thiếu mạng con hay tường lửa riêng thì máy thuê rơi vào mạng mặc định của nhà cung cấp, ở ngoài nước.',
    en: 'Without a subnet or firewall of its own, a leased machine falls into the provider’s default network, abroad.',
  },
  fix: {
    vi: 'Sinh lại mẫu CloudFormation của địa điểm thuê.',
    en: 'Synthesize the CloudFormation template of the leased site.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể không thuê năng lực nào.', en: 'A nation may lease no capacity.' },
  subjects: ({ view }) => siteSubjects(view.model.sites.filter((one) => one.kind === 'leased')),
  check({ of: site }, { view }) {
    const network = view.resources.atSite(site.id, 'AWS::EC2::VPC')[0];
    if (network === undefined) return fail('AWS::EC2::VPC', 'none', 'a network of the site');
    const block = textAt(network.body, 'Properties', 'CidrBlock') ?? 'no block';
    if (!isInside(block, site.block.ipv4))
      return fail(`${network.name}: CidrBlock`, block, `inside ${site.block.ipv4}`);
    const steps = [judgeSubnet, judgeFirewall, judgeMachines];
    return steps.map((step) => step(view, site, network)).find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function judgeSubnet({ resources }: AssemblyView, { id, fact }: LeasedSite, network: Resource): Judgement {
  const subnets = resources.atSite(id, 'AWS::EC2::Subnet');
  if (subnets.length === 0) return fail('AWS::EC2::Subnet', 'none', 'a subnet on the rack');
  for (const { name, body } of subnets) {
    const owner = logicalIdOf(valueAt(body, 'Properties', 'VpcId')) ?? 'none';
    if (owner !== network.name) return fail(`${name}: VpcId`, owner, network.name);
    const rack = textAt(body, 'Properties', 'OutpostArn') ?? 'no outpost: a zone of the provider';
    if (fact.outpostId !== undefined && !rack.endsWith(`/${fact.outpostId}`)) {
      return fail(`${name}: OutpostArn`, rack, fact.outpostId);
    }
  }
  return pass;
}

function judgeFirewall({ resources }: AssemblyView, { id }: LeasedSite, network: Resource): Judgement {
  const groups = resources.atSite(id, 'AWS::EC2::SecurityGroup');
  if (groups.length === 0) return fail('AWS::EC2::SecurityGroup', 'none', 'a firewall of the site');
  for (const { name, body } of groups) {
    const owner = logicalIdOf(valueAt(body, 'Properties', 'VpcId')) ?? 'none';
    if (owner !== network.name) return fail(`${name}: VpcId`, owner, network.name);
    // Without egress rules of its own the provider lets everything out.
    if (listAt(body, 'Properties', 'SecurityGroupEgress').length === 0) {
      return fail(`${name}: SecurityGroupEgress`, 'none: everything', 'the data centers by block');
    }
  }
  return pass;
}

function judgeMachines({ resources }: AssemblyView, { id }: LeasedSite): Judgement {
  const templates = resources.atSite(id, 'AWS::EC2::LaunchTemplate');
  if (templates.length === 0) return fail('AWS::EC2::LaunchTemplate', 'none', 'a template of the machines');
  const groups = resources.atSite(id, 'AWS::EC2::SecurityGroup').map((one) => one.name);
  for (const { name, body } of templates) {
    const interfaces = listAt(body, 'Properties', 'LaunchTemplateData', 'NetworkInterfaces');
    if (interfaces.length === 0) return fail(`${name}: NetworkInterfaces`, 'none', 'one behind the firewall');
    const open = interfaces.find(
      (one) => !listAt(one, 'Groups').some((group) => groups.includes(logicalIdOf(group) ?? '')),
    );
    if (open !== undefined)
      return fail(`${name}: NetworkInterfaces.Groups`, 'no firewall of the site', groups.join(', '));
  }
  return pass;
}

function isInside(text: string, outer: string): boolean {
  const [inner, whole] = [parseCidr(text), parseCidr(outer)];
  return inner.ok && whole.ok && whole.value.contains(inner.value);
}
