import type { Namespace } from '../../model/tenancy/namespace';
import { hasUnresolved } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { ModelView } from '../../resources/view/model-view';
import { rulesOf, type NetworkRule } from '../../resources/view/network-rule';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { resourceSubjects } from '../subjects';
import { ciliumOpenings } from './segmentation/cilium-openings';
import { declaredOpenings, openingText } from './segmentation/declared-openings';
import { tryPeerText, tryPortText } from './segmentation/opening';

const WANT = 'peers and ports of a declared flow, DNS or metrics';
const directions = ['ingress', 'egress'] as const;

export default definePolicy({
  title: {
    vi: 'Chính sách mạng chỉ mở đúng bên và đúng cổng đã khai báo',
    en: 'network policies open declared peers and ports and nothing wider',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c', 'tcvn-14423-7.12.2.1b'],
  why: {
    vi: 'Một luật thừa, một danh sách bên trống hay thiếu cổng mở đường mà không ai đã phê duyệt.',
    en: 'A stray rule, an empty list of peers or a missing port opens a way that nobody approved.',
  },
  fix: {
    vi: 'Bỏ luật đó, hoặc khai báo luồng trong tệp của hệ thống để được thẩm định.',
    en: "Remove the rule, or declare the flow in the system's facts so that it is reviewed.",
  },
  subjects: ({ view }) => {
    const policies = [...view.resources.ofKind('NetworkPolicy'), ...view.resources.ofKind('CiliumNetworkPolicy')];
    return resourceSubjects(policies.filter((one) => namespaceOf(one, view.model) !== undefined));
  },
  check: ({ of: policy }, { view }) => {
    const namespace = namespaceOf(policy, view.model);
    if (namespace === undefined) return unknown('metadata.namespace', policy.namespace ?? '', 'one of the model');
    if (hasUnresolved(policy.body['spec'])) return unknown('spec', 'what Terraform alone can tell', WANT);
    return policy.kind === 'NetworkPolicy'
      ? checkRules(policy, namespace, view.model)
      : checkCilium(policy, namespace, view.model);
  },
});

function namespaceOf({ cluster, namespace }: Resource, model: ModelView): Namespace | undefined {
  return model.tryNamespace(cluster ?? '', namespace ?? '');
}

function checkRules(policy: Resource, namespace: Namespace, model: ModelView): Judgement {
  for (const direction of directions) {
    const rules = rulesOf(policy, direction);
    if (rules.length === 0) continue;
    const declared = declaredOpenings(model, namespace, direction);
    for (const rule of rules) {
      const judgement = checkRule(rule, declared);
      if (judgement.verdict !== 'pass') return judgement;
    }
  }
  return pass;
}

function checkRule(rule: NetworkRule, declared: ReadonlySet<string>): Judgement {
  const { where, peers, ports } = rule;
  if (rule.unclear) return unknown(where, 'a rule that is malformed', WANT);
  if (peers === 'all') return fail(where, 'every peer', WANT);
  if (ports === 'all') return fail(where, 'every port', WANT);
  for (const range of ports) {
    const port = tryPortText(range);
    if (port === undefined) return fail(where, range.kind === 'named' ? `the port ${range.name}` : 'many ports', WANT);
    for (const peer of peers) {
      const text = tryPeerText(peer);
      if (text === undefined) return fail(where, 'a selector by more than labels, or of the own namespace', WANT);
      const opening = openingText(text, port);
      if (!declared.has(opening)) return fail(where, opening, WANT);
    }
  }
  return pass;
}

function checkCilium(policy: Resource, namespace: Namespace, model: ModelView): Judgement {
  const declared = declaredOpenings(model, namespace, 'egress');
  for (const { where, names, beyond } of ciliumOpenings(policy)) {
    if (beyond !== undefined) return fail(where, beyond, 'declared host names and their ports');
    const stray = names.find((one) => !declared.has(one));
    if (stray !== undefined) return fail(where, stray, WANT);
  }
  return pass;
}
