import { parseCidr } from '../../model/address/cidr';
import { listAt, valueAt } from '../../resources/json-path';
import type { JsonValue, Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { resourceSubjects } from '../subjects';
import { blocksOf } from './leased/address-blocks';
import { cloudText } from './leased/cloud-text';

/** Types that open a way to the Internet or to another account. */
const OPENINGS: ReadonlySet<string> = new Set(
  [
    'InternetGateway',
    'EgressOnlyInternetGateway',
    'NatGateway',
    'EIP',
    'VPCPeeringConnection',
    'TransitGatewayAttachment',
    'VPNGateway',
    'CarrierGateway',
  ].map((one) => `AWS::EC2::${one}`),
);

/** Types of the network whose fields may open one. */
const JUDGED = ['SecurityGroup', 'SecurityGroupIngress', 'SecurityGroupEgress', 'Subnet', 'Route', 'LaunchTemplate'];

export default definePolicy({
  title: {
    vi: 'Năng lực thuê không có đường ra Internet của nhà cung cấp, chỉ gặp địa chỉ quốc gia',
    en: 'Leased capacity has no way to the provider’s Internet and meets national addresses only',
  },
  force: 'block',
  controls: ['d163-30.1', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c'],
  why: {
    vi: 'Một cổng Internet hoặc một quy tắc 0.0.0.0/0 bỏ qua mọi lớp bảo vệ của trung tâm dữ liệu.',
    en: 'One Internet gateway or one rule on 0.0.0.0/0 goes around every layer of the data centers.',
  },
  fix: {
    vi: 'Bỏ cổng và địa chỉ công cộng; quy tắc chỉ nêu dải địa chỉ của trung tâm dữ liệu.',
    en: 'Remove gateways and public addresses; name the data centers’ blocks in every rule.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể không thuê năng lực nào.', en: 'A nation may lease no capacity.' },
  subjects: ({ view }) => {
    const kinds = [...OPENINGS, ...JUDGED.map((one) => `AWS::EC2::${one}`)].toSorted();
    return resourceSubjects(kinds.flatMap((kind) => view.resources.ofKind(kind)));
  },
  check({ of: resource }, { view }) {
    if (OPENINGS.has(resource.kind)) return fail('Type', resource.kind, 'no way out but the data centers');
    const publicAddress = publicAddressOf(resource);
    if (publicAddress !== undefined) return publicAddress;
    const judgements = blocksOf(resource).map(({ where, value }) => judgeBlock(view, where, value));
    return judgements.find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function publicAddressOf({ kind, body }: Resource): Judgement | undefined {
  if (kind === 'AWS::EC2::Subnet' && (valueAt(body, 'Properties', 'MapPublicIpOnLaunch') ?? false) !== false) {
    return fail('Properties.MapPublicIpOnLaunch', 'true', 'false');
  }
  if (kind !== 'AWS::EC2::LaunchTemplate') return undefined;
  const interfaces = listAt(body, 'Properties', 'LaunchTemplateData', 'NetworkInterfaces');
  const index = interfaces.findIndex((one) => (valueAt(one, 'AssociatePublicIpAddress') ?? false) !== false);
  const where = `Properties.LaunchTemplateData.NetworkInterfaces[${index}].AssociatePublicIpAddress`;
  return index === -1 ? undefined : fail(where, 'true', 'false');
}

function judgeBlock({ model }: AssemblyView, where: string, value: JsonValue | undefined): Judgement {
  const { nodes4, unicast6 } = model.nation.addresses;
  const text = cloudText(value);
  const want = `inside ${nodes4} or ${unicast6}`;
  const parsed = text === undefined ? undefined : parseCidr(text);
  if (text === undefined || !(parsed?.ok ?? false)) return unknown(where, text ?? 'decided elsewhere', want);
  const isNational = [nodes4, unicast6].some((one) => {
    const national = parseCidr(one);
    return national.ok && parsed?.ok === true && national.value.contains(parsed.value);
  });
  return isNational ? pass : fail(where, text, want);
}
