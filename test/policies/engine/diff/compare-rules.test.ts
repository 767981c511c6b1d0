import { compareRules, type ComparedRules } from '../../../../policies/engine/diff/compare-rules';
import { describeRuleChange } from '../../../../policies/engine/diff/words/describe-rule-change';
import { kindText, TriedRule } from '../../../../policies/engine/diff/objects/tried-rule';
import type { StatedRule } from '../../../../policies/engine/diff/stated/stated-rules';
import { objectOfKind, statedExamples } from '../../../../policies/engine/examples/example-object';
import type { PolicyResult } from '../../../../policies/evaluation';
import type { RuleChange } from '../../../../policies/engine/diff/rule-change';
import type { Text } from '../../../../model/text';
import { judgeInventory } from '../../../../policies/engine/diff/objects/inventory-change';
import { RulePair } from '../../../../policies/engine/diff/objects/rule-pair';
import { namespaceLabel } from '../../../../policies/engine/language/combinators';
import { treeOf } from '../../../../policies/engine/language/reference';
import { labels } from '../../../../model/naming';
import { idOf, viewOf } from '../../../support/view-of';
import {
  catalogExamples,
  emptyView,
  statedCatalog,
  statedTree,
  statedTrees,
  type StatedTree,
} from './kit/stated-catalog';

const replicas = statedTree('replicas/require-two-replicas');
const once: StatedTree = {
  ...replicas,
  tree: { ...replicas.tree, require: { ...replicas.tree.require, operand: 1 } as StatedTree['tree']['require'] },
};
const { tree: _, ...words } = replicas;
const code: StatedRule = { ...words, code: `sha256:${'1'.repeat(64)}` };
const otherCode = { ...code, code: `sha256:${'2'.repeat(64)}` };

function namespace(name: string, level: string) {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { [labels.level]: level } } };
}

function deployment(name: string, inNamespace: string, count?: number) {
  const spec = { selector: {}, template: {}, ...(count === undefined ? {} : { replicas: count }) };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace: inNamespace }, spec };
}

const inventory = viewOf({
  resources: [
    namespace('x', '3'),
    namespace('low', '1'),
    deployment('web', 'x', 1),
    deployment('two', 'x', 2),
    deployment('none', 'x'),
    deployment('web', 'low', 1),
  ],
});
const web = idOf('Deployment', 'web', 'x');

function compared(
  before: readonly StatedRule[],
  after: readonly StatedRule[],
  rest: Partial<ComparedRules> = {},
): ReturnType<typeof compareRules> {
  const { engine } = statedCatalog;
  return compareRules({ before: { engine, rules: before }, after: { engine, rules: after }, inventory, ...rest });
}

function result(bend: Partial<PolicyResult>): PolicyResult {
  const none = { pass: [], fail: [], unknown: [], skip: [], error: [] };
  return { policy: replicas.id, force: 'block', subjects: 1, ...none, vacuous: 'no', blocks: false, ...bend };
}

function sentencesOf(change: RuleChange | undefined): readonly Text[] {
  return change === undefined ? [] : describeRuleChange(change).sentences;
}

describe('compareRules()', () => {
  it('finds no change between the rules and themselves', () => {
    expect(compared(statedCatalog.rules, structuredClone(statedCatalog.rules))).toEqual({
      changes: [],
      same: statedCatalog.count,
      isEngineChanged: false,
    });
  });

  it('says that what judges trees is another program', () => {
    const after = { engine: `sha256:${'0'.repeat(64)}`, rules: [] };
    const { isEngineChanged } = compareRules({ before: statedCatalog, after, inventory: emptyView });
    expect(isEngineChanged).toBe(true);
  });

  it('names the objects of the inventory that fare otherwise, beside the smallest that shows it', () => {
    const [change] = compared([replicas], [once]).changes;
    expect(change?.kind).toBe('loosened');
    expect(change?.inventory).toEqual({
      judged: 3,
      looser: { count: 1, first: [web] },
      stricter: { count: 0, first: [] },
    });
    expect(sentencesOf(change)).toMatchInlineSnapshot(`
[
  {
    "en": "A Deployment made for this passes now and failed before (spec.replicas: 1 ≠ at least 2).",
    "vi": "Một Deployment dựng để thử nay đạt, trước đây không đạt (spec.replicas: 1 ≠ at least 2).",
  },
  {
    "en": "Proved: nothing that passed is stopped now.",
    "vi": "Đã chứng minh: không đối tượng nào được qua trước đây mà nay bị chặn.",
  },
  {
    "en": "1 of 3 objects of the inventory fare better: ${web}.",
    "vi": "1/3 đối tượng hiện có được xét nhẹ hơn: ${web}.",
  },
]
`);
  });

  it('tells both ways the other way around when revisions are swapped', () => {
    const [change] = compared([once], [replicas]).changes;
    expect([change?.kind, change?.inventory.stricter.first]).toEqual(['tightened', [web]]);
  });

  it('shows what a new rule stops, and what an old one no longer does', () => {
    const [added] = compared([], [replicas]).changes;
    const [removed] = compared([replicas], []).changes;
    expect([added?.kind, added?.loosening.kind, added?.inventory.stricter.count]).toEqual(['added', 'proved-none', 2]);
    expect([removed?.kind, removed?.tightening.kind, removed?.inventory.looser.count]).toEqual([
      'removed',
      'proved-none',
      2,
    ]);
    expect(removed?.loosening).toMatchObject({
      kind: 'found',
      witness: { before: { verdict: 'fail', effect: 'stopped' } },
    });
  });

  it('takes the object of the inventory where nothing else shows a change', () => {
    const pattern = statedTree('pods/restrict-host-paths');
    const written = JSON.stringify(pattern.tree).replace('[a-z0-9-]+$', '[a-z0-9é-]+$');
    const after = { ...pattern, tree: JSON.parse(written) as StatedTree['tree'] };
    const spec = { volumes: [{ name: 'v', hostPath: { path: '/var/lib/é' } }], restartPolicy: 'Never' };
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'x' }, spec };
    const view = viewOf({ resources: [namespace('x', '1'), pod] });
    const [change] = compared([pattern], [after], { inventory: view }).changes;
    expect(change?.loosening).toMatchObject({
      kind: 'found',
      witness: { origin: 'inventory', object: { ...pod, spec: { volumes: [{ hostPath: { path: '/var/lib/é' } }] } } },
    });
    expect(sentencesOf(change)[0]).toEqual({
      en: 'Pod p in namespace x of dc-north-shared-0 passes now and failed before (spec.volumes[v].hostPath.path: /var/lib/é ≠ a text like ^/var/lib/[a-z0-9-]+$).',
      vi: 'Pod p trong không gian tên x của dc-north-shared-0 nay đạt, trước đây không đạt (spec.volumes[v].hostPath.path: /var/lib/é ≠ a text like ^/var/lib/[a-z0-9-]+$).',
    });
    expect(change?.inventory.looser).toEqual({ count: 1, first: [idOf('Pod', 'p', 'x')] });
  });

  it('takes an object whose namespace is not there as it stands', () => {
    const lost = deployment('lost', 'gone', 1);
    const level = treeOf(namespaceLabel(labels.level));
    const isFirst = { kind: 'test', test: 'equals', value: level, operand: '1' } as const;
    const either = { kind: 'any', of: [isFirst, { kind: 'not', of: isFirst }] } as const;
    const [before, after] = [either, { kind: 'all', of: [] } as const].map(
      (require) => new TriedRule({ on: replicas.tree.on, scope: 'everywhere', when: undefined, require }, 'block'),
    );
    const { change, witnesses } = judgeInventory(new RulePair(before, after), viewOf({ resources: [lost] }));
    const subject = idOf('Deployment', 'lost', 'gone');
    expect(change.looser).toEqual({ count: 1, first: [subject] });
    expect(witnesses.loosening).toMatchObject({
      subject,
      object: lost,
      before: { verdict: 'unknown', effect: 'stopped' },
      after: { verdict: 'pass', effect: 'passes' },
      where: `spec.namespace label ${labels.level}`,
      got: 'no Namespace gone',
    });
  });

  it('can say nothing of a function but what its results show', () => {
    const [silent] = compared([code], [otherCode]).changes;
    expect([silent?.kind, silent?.loosening, silent?.tightening]).toEqual([
      'opaque',
      { kind: 'none-found', tried: 0 },
      { kind: 'none-found', tried: 0 },
    ]);
    const finding = { policy: replicas.id, subject: web, where: 'spec.replicas', got: '1', want: '2', value: '' };
    const results = { before: [result({ fail: [finding] })], after: [result({ pass: [web] })] };
    const [shown] = compared([code], [otherCode], { results }).changes;
    expect(shown?.loosening).toMatchObject({
      kind: 'found',
      witness: { aspect: 'code', subject: web, before: { verdict: 'fail' }, after: { verdict: 'pass' }, got: '1' },
    });
    expect(shown?.tightening).toEqual({ kind: 'none-found', tried: 1 });
    expect(shown?.kind).toBe('loosening-found');
  });

  it('never calls a function tightened, whatever its results show, since nothing is proved of it', () => {
    const finding = { policy: replicas.id, subject: web, where: 'spec.replicas', got: '1', want: '2', value: '' };
    const [fails, passes] = [result({ fail: [finding] }), result({ pass: [web] })];
    const kindOf = (before: PolicyResult, after: PolicyResult): string | undefined =>
      compared([code], [otherCode], { results: { before: [before], after: [after] } }).changes[0]?.kind;
    expect([kindOf(passes, fails), kindOf(fails, passes), kindOf(passes, passes)]).toEqual([
      'tightening-found',
      'loosening-found',
      'opaque',
    ]);
  });

  it('says of a function that only warns now what its results show, and never that it is as before', () => {
    const warns = { ...code, force: 'warn' } as const;
    const [silent] = compared([code], [warns]).changes;
    expect([silent?.kind, silent?.tightening.kind]).toEqual(['undecided', 'proved-none']);
    const finding = { policy: replicas.id, subject: web, where: '', got: '', want: '', value: '' };
    const results = {
      before: [result({ fail: [finding] })],
      after: [result({ fail: [finding], force: 'warn' })],
    };
    expect(compared([code], [warns], { results }).changes[0]?.kind).toBe('loosened');
  });

  it('tells dropped clauses and other words of a rule that judges as before', () => {
    const after = { ...replicas, controls: ['d331-30.8'], why: { vi: 'khác', en: 'other' } };
    const [change] = compared([replicas], [after]).changes;
    expect(change?.kind).toBe('equivalent');
    expect(sentencesOf(change).map(({ en }) => en)).toEqual([
      `It no longer answers for: ${replicas.controls.toSorted().join(', ')}.`,
      'It newly answers for: d331-30.8.',
      'Worded differently: why.',
    ]);
  });
});

describe('TriedRule', () => {
  it('says of every example what the judge of rules says of an inventory that holds it', () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const rule of statedTrees) {
      const ready = new TriedRule(rule.tree, rule.force);
      const seed = catalogExamples.get(rule.id);
      const [{ kinds, root = [] }] = rule.tree.on.shapes;
      for (const { value, namespace: given } of seed === undefined ? [] : statedExamples(seed)) {
        const body = objectOfKind(value, root, kinds[0]);
        const metadata = body['metadata'] as { readonly name: string };
        const placed = given === undefined ? body : { ...body, metadata: { ...metadata, namespace: 'example' } };
        const around =
          given === undefined
            ? []
            : [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'example', labels: given } }];
        const view = viewOf({ resources: [...around, placed] });
        const subject = ready.judge
          .subjects(view)
          .find(({ of }) => of.kind === kinds[0].kind && of.name === metadata.name);
        const judged = subject === undefined ? 'ignored' : ready.judge.check(subject.of, view).verdict;
        const said = ready.try({ kind: kinds[0], body: placed, namespace: given }).verdict;
        tried += 1;
        if (said !== judged) wrong.push(`${rule.id} ${kindText(kinds[0])}: ${said}, not ${judged}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(700);
  });
});
