import { labels } from '../../../../model/naming';
import { valueAt, valueAtPath } from '../../../../resources/json-path';
import type { JsonObject, Resource } from '../../../../resources/resource';
import type { ObjectsView } from '../../../../resources/view/objects-view';
import type { SubjectOf } from '../../../subjects';
import type { Judgement, Verdict } from '../../../define-policy';
import type { TreeRecord } from '../../bundle/rule-bundle';
import type { StatedRule } from '../stated/stated-rules';
import { frameOf, type Frame } from '../../language/frame';
import { RuleJudge } from '../../language/rule-judge';
import type { RuleScope, RuleTree } from '../../language/rule-tree';
import type { TargetKind } from '../../language/target';
import type { Condition } from '../../language/tree';
import type { WitnessSide, WitnessVerdict } from '../rule-change';

/** An object that rules are tried on, beside any inventory. */
export interface TriedObject {
  readonly kind: TargetKind;
  readonly body: JsonObject;
  /** Undefined for what stands in no namespace. */
  readonly namespace: JsonObject | undefined;
}

type RuleForce = StatedRule['force'];

/** Which namespaces an object may stand in, as scopes tell them apart. */
export type Region = Exclude<RuleScope, 'everywhere'>;

/** A stated rule made ready to be tried on objects. */
export class TriedRule {
  public readonly judge: RuleJudge;
  /** When it is true the object passes; when it is false, or nobody can tell, it doesn't. */
  public readonly condition: Condition;
  /** Finds what the rule doesn't let pass, and explains none of it. */
  private readonly stopping: RuleJudge;
  private readonly roots: ReadonlyMap<string, readonly string[]>;

  public constructor(
    public readonly tree: TreeRecord,
    public readonly force: RuleForce,
  ) {
    const { when, require } = tree;
    this.judge = new RuleJudge(runnable(tree));
    this.condition = when === undefined ? require : { kind: 'any', of: [{ kind: 'not', of: when }, require] };
    this.stopping = new RuleJudge(runnable({ ...tree, when: { kind: 'not', of: this.condition } }));
    this.roots = new Map(
      tree.on.shapes
        .flatMap(({ kinds, root = [] }) => kinds.map((one) => [kindText(one), root] as const))
        // Of a kind that stands there twice the first counts.
        .toReversed(),
    );
  }

  /** Where in objects of a kind stands what the rule is about; undefined when it isn't about the kind. */
  public rootIn(kind: TargetKind): readonly string[] | undefined {
    return this.roots.get(kindText(kind));
  }

  /** Whether the rule speaks of objects in namespaces of a region. */
  public isIn(region: Region): boolean {
    const { scope, on } = this.tree;
    return scope === 'everywhere' || (on.namespaced ? scope === region : scope === 'tenants');
  }

  /** What the rule does with an object. */
  public try(object: TriedObject): WitnessSide {
    const frame = this.frameAround(object);
    if (frame === undefined) return NOT_JUDGED;
    if (!this.judge.applies(frame)) return IGNORED;
    return this.sideOf(this.judge.judge(frame, []).verdict);
  }

  /** The same with what decided. */
  public explain(object: TriedObject): Judgement | undefined {
    const frame = this.frameAround(object);
    return frame === undefined ? undefined : this.judge.judge(frame, this.rootIn(object.kind) ?? []);
  }

  /** The objects of an inventory that the rule is about. */
  public subjectsIn(view: ObjectsView): readonly SubjectOf<Resource>[] {
    return this.judge.subjects(view);
  }

  /** Those of them that it doesn't let pass: they fail, or nobody can tell. */
  public stoppedIn(view: ObjectsView): readonly SubjectOf<Resource>[] {
    return this.stopping.subjects(view);
  }

  /** What follows of a verdict; the same object for the same verdict, since inventories are large. */
  public sideOf(verdict: Verdict): WitnessSide {
    return SIDES[this.force][verdict];
  }

  private frameAround({ kind, body, namespace }: TriedObject): Frame | undefined {
    const root = this.rootIn(kind);
    const region = regionOf(namespace);
    if (root === undefined || !this.isIn(region)) return undefined;
    return frameOf(valueAtPath(body, root) ?? null, this.tree.on.namespaced ? namespace : undefined);
  }
}

/** Where a rule isn't, or says nothing. */
export const NOT_JUDGED: WitnessSide = { verdict: 'not-judged' satisfies WitnessVerdict, effect: 'passes' };

const SIDES: Readonly<Record<RuleForce, Readonly<Record<Verdict, WitnessSide>>>> = {
  block: {
    pass: { verdict: 'pass', effect: 'passes' },
    fail: { verdict: 'fail', effect: 'stopped' },
    unknown: { verdict: 'unknown', effect: 'stopped' },
  },
  warn: {
    pass: { verdict: 'pass', effect: 'passes' },
    fail: { verdict: 'fail', effect: 'warned' },
    unknown: { verdict: 'unknown', effect: 'warned' },
  },
};

const IGNORED: WitnessSide = { verdict: 'ignored', effect: 'passes' };

/** In which region the labels of a namespace put it. */
export function regionOf(namespace: JsonObject | undefined): Region {
  return valueAt(namespace, labels.service) === undefined ? 'tenants' : 'platform';
}

/** What tells a kind from others, whatever its version. */
export function kindText({ group, kind }: TargetKind): string {
  return `${group}/${kind}`;
}

/** A stated tree with what rules of the program have beside: examples, which decide nothing. */
function runnable(tree: TreeRecord): RuleTree {
  const { when, require, scope, on } = tree;
  return { when, require, scope, on: targetOf(on), examples: { passes: {}, fails: {} }, equivalents: {} };
}

const targets = new WeakMap<TreeRecord['on'], RuleTree['on']>();

/** The same target each time: inventories remember what they hold for it. */
function targetOf(on: TreeRecord['on']): RuleTree['on'] {
  const target = targets.get(on) ?? { ...on, healthy: {} };
  targets.set(on, target);
  return target;
}
