import { parseCidr } from '../../model/address/cidr';
import { listAt, textAt } from '../../resources/json-path';
import type { JsonValue } from '../../resources/resource';
import type { Namespace } from '../../model/tenancy/namespace';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { namespaceSubjects } from '../subjects';

const WANT = 'named hosts or blocks; nothing as wide as the Internet';

/** Blocks with a shorter prefix are no network of somebody: halves and quarters of the Internet are such. */
const prefixMin = { 4: 8, 6: 16 } as const;

export default definePolicy({
  title: {
    vi: 'Máy chủ của hệ thống cấp độ 4 và 5 không có đường ra Internet',
    en: 'servers of levels 4 and 5 have no way out to the Internet',
  },
  force: 'block',
  controls: ['tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c', 'tcvn-14423-6.12.2.6'],
  why: {
    vi: 'Từ cấp độ 4, kết nối đi của máy chủ bị chặn hoặc giới hạn theo chức năng; Internet mở là đường lộ dữ liệu.',
    en: 'From level 4 on egress of servers is blocked or limited to their function; an open Internet leaks data.',
  },
  fix: {
    vi: 'Khai báo tên máy chủ (fqdn) hoặc dải địa chỉ cụ thể (cidrs) thay cho Internet.',
    en: 'Declare named hosts (fqdn) or particular blocks (cidrs) instead of the Internet.',
  },
  mayBeVacuous: {
    vi: 'Một nước có thể chưa có hệ thống cấp độ 4 hoặc 5 trên nền tảng.',
    en: 'A nation may have no system of level 4 or 5 on the platform yet.',
  },
  subjects: ({ view }) => namespaceSubjects(view.model.namespaces.filter((one) => one.level >= 4)),
  check: ({ of: namespace }, { view }) => {
    const judgement = checkPolicies(namespace, view);
    return judgement.verdict === 'pass' ? checkCilium(namespace, view) : judgement;
  },
});

function checkPolicies({ cluster, name }: Namespace, view: AssemblyView): Judgement {
  const rules = view.network.rulesOf({ cluster, namespace: name, direction: 'egress' });
  for (const { policy, where, peers, unclear } of rules) {
    const at = `${policy.name} ${where}`;
    if (peers === 'all') return fail(at, 'every peer', WANT);
    if (unclear) return unknown(at, 'a rule that nobody can tell', WANT);
    for (const peer of peers) {
      if (peer.kind !== 'block') continue;
      const judgement = checkBlock(at, peer.cidr);
      if (judgement.verdict !== 'pass') return judgement;
    }
  }
  return pass;
}

function checkBlock(where: string, cidr: string): Judgement {
  const block = parseCidr(cidr);
  if (!block.ok) return unknown(where, cidr, WANT);
  return block.value.prefixLength < prefixMin[block.value.family] ? fail(where, cidr, WANT) : pass;
}

function checkCilium({ cluster, name }: Namespace, { resources }: AssemblyView): Judgement {
  for (const policy of resources.inNamespace(cluster, name, 'CiliumNetworkPolicy')) {
    for (const spec of [policy.body['spec'], ...listAt(policy.body, 'specs')]) {
      for (const [index, rule] of listAt(spec, 'egress').entries()) {
        const judgement = checkCiliumRule(`${policy.name} spec.egress[${index}]`, rule);
        if (judgement.verdict !== 'pass') return judgement;
      }
    }
  }
  return pass;
}

function checkCiliumRule(where: string, rule: JsonValue): Judgement {
  const entity = listAt(rule, 'toEntities').find((one) => one !== 'kube-apiserver' && one !== 'cluster');
  if (entity !== undefined) return fail(where, typeof entity === 'string' ? entity : 'no entity', WANT);
  const cidrs = [...listAt(rule, 'toCIDR'), ...listAt(rule, 'toCIDRSet').map((one) => textAt(one, 'cidr') ?? '')];
  const judgements = cidrs.map((one) => checkBlock(where, typeof one === 'string' ? one : ''));
  return judgements.find((one) => one.verdict !== 'pass') ?? pass;
}
