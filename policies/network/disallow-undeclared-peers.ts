import type { Namespace } from '../../model/tenancy/namespace';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { ModelView } from '../../resources/view/model-view';
import type { NetworkRule } from '../../resources/view/network-rule';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { resourceSubjects } from '../subjects';
import { ciliumOpenings } from './segmentation/cilium-openings';
import { databaseOpenings } from './segmentation/database-openings';
import { declaredOpenings } from './segmentation/declared-openings';
import { openingText, tryPeerText, tryPortText } from './segmentation/opening';
import { ruleOpenings } from './segmentation/rule-openings';
import { hasUntoldRules, rulesOfPolicy } from './segmentation/rules-of-policy';

const WANT = 'peers and ports of a declared flow, DNS, metrics, or a database itself';

export default definePolicy({
  title: {
    vi: 'Chính sách mạng chỉ mở đúng bên và đúng cổng đã khai báo',
    en: 'network policies open declared peers and ports and nothing wider',
  },
  force: 'block',
  controls: [
    'tcvn-14423-5.12.2.4d',
    'tcvn-14423-3.12',
    'tcvn-14423-6.12.2.4c',
    'tcvn-14423-7.12.2.5c',
    'tcvn-14423-7.12.2.1b',
  ],
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
    return policy.kind === 'NetworkPolicy' ? checkRules(policy, namespace, view) : checkCilium(policy, namespace, view);
  },
});

function namespaceOf({ cluster, namespace }: Resource, model: ModelView): Namespace | undefined {
  return model.tryNamespace(cluster ?? '', namespace ?? '');
}

function checkRules(policy: Resource, namespace: Namespace, view: AssemblyView): Judgement {
  if (hasUntoldRules(policy)) return unknown('spec', 'what Terraform alone can tell', WANT);
  for (const rule of rulesOfPolicy(view, policy)) {
    const judgement = checkRule(rule, declaredOpenings(view.model, namespace, rule.direction));
    if (judgement.verdict !== 'pass') return judgement;
  }
  return pass;
}

function checkRule(rule: NetworkRule, declared: ReadonlySet<string>): Judgement {
  const { texts, isWhole } = ruleOpenings(rule);
  return isWhole && texts.every((one) => declared.has(one)) ? pass : explainRule(rule, declared);
}

/** What of a rule goes too far. */
function explainRule(rule: NetworkRule, declared: ReadonlySet<string>): Judgement {
  const { where, peers, ports } = rule;
  if (rule.unclear) return unknown(where, 'a rule that nobody can tell', WANT);
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

function checkCilium(policy: Resource, namespace: Namespace, view: AssemblyView): Judgement {
  if (hasUntoldRules(policy)) return unknown('spec', 'what Terraform alone can tell', WANT);
  const names = declaredOpenings(view.model, namespace, 'egress');
  const ofDatabase = databaseOpenings(view, policy);
  for (const { where, direction, openings, beyond } of ciliumOpenings(policy)) {
    if (beyond !== undefined) return fail(where, beyond, WANT);
    const isKnown = (one: string): boolean =>
      ofDatabase[direction].includes(one) || (direction === 'egress' && names.has(one));
    const stray = openings.find((one) => !isKnown(one));
    if (stray !== undefined) return fail(where, stray, WANT);
  }
  return pass;
}
