import type { RuleChangeKind } from '../../../../../policies/engine/diff/rule-change';
import type { StatedRule } from '../../../../../policies/engine/diff/stated/stated-rules';
import { all, any, is, not, text } from '../../../../../policies/engine/language/combinators';
import { refTo } from '../../../../../policies/engine/language/reference';
import type { Condition } from '../../../../../policies/engine/language/tree';
import { canonicalJson } from '../../../../../model/canonical-json';
import { statedTree, type StatedTree } from './stated-catalog';

/** An edit of a real rule, and what a reviewer must be told of it. */
export interface SeededEdit {
  /** What somebody did. */
  readonly name: string;
  readonly rule: string;
  readonly kind: RuleChangeKind;
  readonly edit: (rule: StatedTree) => StatedRule | undefined;
}

/** Puts one text of the JSON of a tree in the place of another; it must stand there once. */
function swap(from: string, to: string): SeededEdit['edit'] {
  return (rule) => {
    const written = canonicalJson(rule.tree);
    if (written.split(from).length !== 2) throw new Error(`${from} stands ${written.split(from).length - 1} times`);
    return { ...rule, tree: JSON.parse(written.replace(from, () => to)) as StatedTree['tree'] };
  };
}

function after(...edits: readonly ((rule: StatedTree) => StatedRule | undefined)[]): SeededEdit['edit'] {
  return (rule) =>
    edits.reduce<StatedRule | undefined>(
      (one, edit) => (one?.tree === undefined ? one : edit({ ...one, tree: one.tree })),
      rule,
    );
}

/** Requires what an edit makes of what was required. */
function requiring(change: (before: Condition) => Condition): SeededEdit['edit'] {
  return (rule) => ({ ...rule, tree: { ...rule.tree, require: change(rule.tree.require) } });
}

function part(condition: Condition, index: number): Condition {
  const found = condition.kind === 'all' || condition.kind === 'any' ? condition.of[index] : undefined;
  if (found === undefined) throw new Error(`no part ${index} in ${condition.kind}`);
  return found;
}

function without(index: number): SeededEdit['edit'] {
  return requiring((before) => {
    part(before, index);
    return before.kind === 'all' ? { ...before, of: before.of.toSpliced(index, 1) } : before;
  });
}

const warnOnly: SeededEdit['edit'] = (rule) => ({ ...rule, force: 'warn' });
const field = (path: string) =>
  refTo<string>(
    path.split('.').reduce<Parameters<typeof refTo>[0]>((of, key) => ({ kind: 'member', of, key }), { kind: 'object' }),
  );
const inScope =
  (scope: StatedTree['tree']['scope']): SeededEdit['edit'] =>
  (rule) => ({
    ...rule,
    tree: { ...rule.tree, scope },
  });

const replicas = 'replicas/require-two-replicas';
const lifetime = 'certificates/restrict-lifetime';

/** Edits of thresholds, sets, texts and blocks. */
const bounds: readonly SeededEdit[] = [
  { name: 'one replica is enough', rule: replicas, kind: 'loosened', edit: swap('"operand":2', '"operand":1') },
  { name: 'three replicas are needed', rule: replicas, kind: 'tightened', edit: swap('"operand":2', '"operand":3') },
  { name: 'level 3 is left out', rule: replicas, kind: 'loosened', edit: swap('["3","4","5"]', '["4","5"]') },
  { name: 'certificates live a year', rule: lifetime, kind: 'loosened', edit: swap('"2160h"', '"8760h"') },
  { name: 'certificates live two hours at least', rule: lifetime, kind: 'tightened', edit: swap('"1h"', '"2h"') },
  {
    name: 'both bounds are raised',
    rule: lifetime,
    kind: 'incomparable',
    edit: after(swap('"2160h"', '"8760h"'), swap('"1h"', '"2h"')),
  },
  { name: 'the same lifetime in minutes', rule: lifetime, kind: 'equivalent', edit: swap('"2160h"', '"129600m"') },
  { name: 'shorter RSA keys', rule: 'certificates/require-strong-keys', kind: 'loosened', edit: swap('3072', '2048') },
  {
    name: 'limits of two thousandths of a core',
    rule: 'containers/require-resource-limits',
    kind: 'tightened',
    edit: swap('"1m"', '"2m"'),
  },
  {
    name: 'the same memory in other units',
    rule: 'containers/require-resource-limits',
    kind: 'equivalent',
    edit: swap('"1Mi"', '"1024Ki"'),
  },
  {
    name: 'narrower blocks',
    rule: 'peers/restrict-wide-destinations',
    kind: 'tightened',
    edit: swap('"operand":8', '"operand":16'),
  },
  {
    name: 'only blocks of the private network',
    rule: 'peers/restrict-wide-destinations',
    kind: 'tightened',
    edit: swap('"operand":8,"test":"prefix-at-least"', '"operand":["10.0.0.0/8"],"test":"within-blocks"'),
  },
  {
    name: 'one more zone',
    rule: 'namespaces/restrict-zone-values',
    kind: 'loosened',
    edit: swap('"dmz",', '"dmz","edge",'),
  },
  {
    name: 'one path of the API less',
    rule: 'roles/restrict-api-paths',
    kind: 'tightened',
    edit: swap('"/metrics/slis",', ''),
  },
  {
    name: 'another capability instead',
    rule: 'pods/restrict-added-capabilities',
    kind: 'incomparable',
    edit: swap('NET_BIND_SERVICE', 'NET_ADMIN'),
  },
  {
    name: 'another capability too',
    rule: 'pods/restrict-added-capabilities',
    kind: 'loosened',
    edit: swap(
      '"operand":"NET_BIND_SERVICE","test":"equals"',
      '"operand":["NET_BIND_SERVICE","NET_ADMIN"],"test":"in"',
    ),
  },
  {
    name: 'any host ending in HTTPS',
    rule: 'velero/require-encrypted-transport',
    kind: 'incomparable',
    edit: swap('starts-with', 'ends-with'),
  },
  {
    name: 'HTTPS or anything like it',
    rule: 'velero/require-encrypted-transport',
    kind: 'loosened',
    edit: swap('"https://"', '"http"'),
  },
  {
    name: 'hosts without dots in front',
    rule: 'routes/require-ingress-hosts',
    kind: 'tightening-found',
    edit: swap('^[^*]', '^[^*.]'),
  },
  {
    name: 'host paths of any letters',
    rule: 'pods/restrict-host-paths',
    kind: 'loosening-found',
    edit: swap('[a-z0-9-]+$', '[a-zA-Z0-9-]+$'),
  },
];

/** Edits of how conditions are put together. */
const structure: readonly SeededEdit[] = [
  { name: 'no location is asked for', rule: 'backup/require-data-movement', kind: 'loosened', edit: without(2) },
  { name: 'disconnections go unlogged', rule: 'databases/require-connection-log', kind: 'loosened', edit: without(1) },
  { name: 'outgoing peers may be anybody', rule: 'peers/require-named-peers', kind: 'loosened', edit: without(1) },
  {
    name: 'or instead of and',
    rule: 'pods/disallow-host-namespaces',
    kind: 'loosened',
    edit: requiring((before) => (before.kind === 'all' ? { ...before, kind: 'any' } : before)),
  },
  {
    name: 'some container instead of every',
    rule: 'containers/require-probes',
    kind: 'incomparable',
    edit: swap('"kind":"every"', '"kind":"some"'),
  },
  {
    name: 'init containers go unseen',
    rule: 'pods/disallow-privileged-containers',
    kind: 'loosened',
    edit: requiring((before) =>
      before.kind === 'every' ? { ...before, lists: before.lists.toSpliced(1, 1) } : before,
    ),
  },
  {
    name: 'an absent deadline counts',
    rule: 'jobs/require-job-deadline',
    kind: 'loosened',
    edit: requiring((before) =>
      any(
        not({ kind: 'exists', value: { kind: 'member', of: { kind: 'object' }, key: 'activeDeadlineSeconds' } }),
        before,
      ),
    ),
  },
  {
    name: 'not at most one instance, which forgets the absent',
    rule: 'databases/require-several-instances',
    kind: 'loosened',
    edit: requiring((before) => (before.kind === 'test' ? not({ ...before, test: 'at-most', operand: 1 }) : before)),
  },
  {
    name: 'a second negation',
    rule: 'services/disallow-node-ports',
    kind: 'equivalent',
    edit: requiring((before) => not(not(before))),
  },
  {
    name: 'the same parts in another order',
    rule: 'pods/disallow-host-namespaces',
    kind: 'equivalent',
    edit: requiring((before) => all(part(before, 2), part(before, 0), part(before, 1))),
  },
  {
    name: 'not some instead of every not',
    rule: 'bindings/disallow-masters',
    kind: 'equivalent',
    edit: requiring((before) =>
      before.kind === 'every' ? not({ ...before, kind: 'some', body: not(before.body) }) : before,
    ),
  },
  {
    name: 'where it applies became a part of what it requires',
    rule: 'namespaces/require-pod-security',
    kind: 'equivalent',
    edit: ({ tree, ...rule }) => ({
      ...rule,
      tree: {
        ...tree,
        when: undefined,
        require: tree.when === undefined ? tree.require : any(not(tree.when), tree.require),
      },
    }),
  },
  {
    name: 'one of a list became either of two',
    rule: 'jobs/restrict-concurrency',
    kind: 'equivalent',
    edit: requiring(() => any(is(field('concurrencyPolicy'), 'Replace'), is(field('concurrencyPolicy'), 'Forbid'))),
  },
  {
    name: 'plain HTTP too',
    rule: 'delivery-sources/require-encrypted-git',
    kind: 'loosened',
    edit: requiring((before) => any(before, text(field('spec.url'), 'starts-with', 'http://'))),
  },
  {
    name: 'databases of level 2 too',
    rule: 'databases/require-several-instances',
    kind: 'tightened',
    edit: swap('["3","4","5"]', '["2","3","4","5"]'),
  },
  {
    name: 'it applies to all',
    rule: replicas,
    kind: 'tightened',
    edit: ({ tree, ...rule }) => ({ ...rule, tree: { ...tree, when: undefined } }),
  },
  {
    name: 'nothing is required',
    rule: 'services/restrict-load-balancers',
    kind: 'loosened',
    edit: requiring(() => all()),
  },
  {
    name: 'everything is refused',
    rule: 'services/restrict-load-balancers',
    kind: 'tightened',
    edit: requiring(() => any()),
  },
];

/** Edits of what a rule is about, and of what follows. */
const surroundings: readonly SeededEdit[] = [
  { name: 'it only warns', rule: replicas, kind: 'loosened', edit: warnOnly },
  {
    name: 'it only warns, of more',
    rule: replicas,
    kind: 'incomparable',
    edit: after(warnOnly, swap('"operand":2', '"operand":3')),
  },
  {
    name: 'stateful sets are left out',
    rule: replicas,
    kind: 'loosened',
    edit: ({ tree, ...rule }) => ({
      ...rule,
      tree: { ...tree, on: { ...tree.on, shapes: [{ ...tree.on.shapes[0], kinds: [tree.on.shapes[0].kinds[0]] }] } },
    }),
  },
  {
    name: 'only tenants are asked',
    rule: 'pods/disallow-privileged-containers',
    kind: 'loosened',
    edit: inScope('tenants'),
  },
  {
    name: 'the platform is asked too',
    rule: 'cilium/disallow-address-blocks',
    kind: 'tightened',
    edit: inScope('everywhere'),
  },
  {
    name: 'the platform is asked instead',
    rule: 'services/restrict-load-balancers',
    kind: 'incomparable',
    edit: inScope('platform'),
  },
  {
    name: 'an operator is exempt',
    rule: 'accounts/disallow-listed-secrets',
    kind: 'loosened',
    edit: ({ tree, ...rule }) => ({
      ...rule,
      tree: {
        ...tree,
        on: { ...tree.on, exempt: [...(tree.on.exempt ?? []), 'system:serviceaccount:platform:operator'] },
      },
    }),
  },
  {
    name: 'it may apply to nothing',
    rule: 'accounts/disallow-listed-secrets',
    kind: 'loosened',
    edit: (rule) => ({ ...rule, mayBeVacuous: { vi: 'không bắt buộc', en: 'not needed' } }),
  },
  {
    name: 'clusters are not looked at',
    rule: 'services/require-local-source',
    kind: 'loosened',
    edit: (rule) => ({ ...rule, whyNotLive: { vi: 'máy chủ tự điền', en: 'servers fill it in' } }),
  },
  {
    name: 'a clause is dropped',
    rule: replicas,
    kind: 'equivalent',
    edit: (rule) => ({ ...rule, controls: rule.controls.slice(1) }),
  },
  {
    name: 'another title',
    rule: replicas,
    kind: 'equivalent',
    edit: (rule) => ({ ...rule, title: { vi: 'tên khác', en: 'another title' } }),
  },
  { name: 'the rule is gone', rule: replicas, kind: 'removed', edit: () => undefined },
  {
    name: 'the rule became a function',
    rule: replicas,
    kind: 'opaque',
    edit: ({ tree: _, ...rule }) => ({ ...rule, code: `sha256:${'0'.repeat(64)}` }),
  },
];

/** Edits of real rules as people make them, with what each means. */
export const seededEdits: readonly SeededEdit[] = [...bounds, ...structure, ...surroundings];

/** The rule of an edit, before and after. */
export function revisionOf({ rule, edit }: SeededEdit): {
  readonly before: StatedRule;
  readonly after: StatedRule | undefined;
} {
  const before = statedTree(rule);
  return { before, after: edit(before) };
}
