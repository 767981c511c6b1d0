import { groupBy } from '../../../model/group-by';
import { kubernetesNamespaces, labels } from '../../../model/naming';
import { isUnresolved, objectAt, valueAt, valueAtPath } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
import { resourceId } from '../../../resources/resource-id';
import type { ObjectsView } from '../../../resources/view/objects-view';
import { fail, pass, unknown, type Judgement } from '../../define-policy';
import { resourceSubjects, type SubjectOf } from '../../subjects';
import { readText } from '../reads/read-text';
import { readTreeOf, type ReadTree } from '../reads/read-tree';
import type { CompiledCondition } from './compiled';
import { compileCondition } from './compile-condition';
import { frameOf, Unknown, type Frame, type NamespaceLabels } from './frame';
import type { RuleScope, RuleTree } from './rule-tree';
import type { TargetKind } from './target';
import { FALSE, TRUE, UNKNOWN } from './truth';

interface RootOfKind {
  readonly kind: string;
  readonly group: string;
  readonly root: readonly string[];
}

/** What each view holds for each target and scope, for as long as the view stands. */
const scoped = new WeakMap<ObjectsView, Map<RuleTree['on'], Map<RuleScope, readonly SubjectOf<Resource>[]>>>();

/** Judges the objects of an assembly, a plan or a cluster by the tree of a rule. */
export class RuleJudge {
  private readonly when: CompiledCondition | undefined;
  private readonly require: CompiledCondition;
  /** The groups that have a kind, and its root in each. */
  private readonly roots: ReadonlyMap<string, readonly RootOfKind[]>;
  private readonly kinds: readonly TargetKind[];
  private readonly reads: ReadTree;
  private readonly readsNamespace: boolean;

  public constructor(private readonly tree: RuleTree) {
    this.when = tree.when === undefined ? undefined : compileCondition(tree.when);
    this.require = compileCondition(tree.require);
    this.reads = readTreeOf(tree);
    this.kinds = tree.on.shapes.flatMap((shape) => shape.kinds);
    const roots = tree.on.shapes.flatMap(({ kinds, root = [] }) =>
      kinds.map(({ kind, group }) => ({ kind, group, root })),
    );
    this.roots = groupBy(roots, ({ kind }) => kind);
    this.readsNamespace = this.reads.namespace.keys.length > 0;
  }

  /** The objects that the rule applies to; one of which that can't be told is among them, and judged unknown. */
  public subjects(view: ObjectsView): readonly SubjectOf<Resource>[] {
    const ours = this.inScope(view);
    return this.when === undefined ? ours : ours.filter(({ of }) => this.applies(this.frameOf(of, view)));
  }

  /** The objects of the target in the namespaces that the rule speaks of; many rules share both, and look once. */
  private inScope(view: ObjectsView): readonly SubjectOf<Resource>[] {
    const { on, scope } = this.tree;
    const known = scoped.get(view) ?? new Map<RuleTree['on'], Map<RuleScope, readonly SubjectOf<Resource>[]>>();
    scoped.set(view, known);
    const byScope = known.get(on) ?? new Map<RuleScope, readonly SubjectOf<Resource>[]>();
    known.set(on, byScope);
    const found = byScope.get(scope) ?? this.lookForSubjects(view);
    byScope.set(scope, found);
    return found;
  }

  private lookForSubjects(view: ObjectsView): readonly SubjectOf<Resource>[] {
    const resources = this.kinds.flatMap(({ kind }) => view.resources.ofKind(kind));
    return resourceSubjects(resources.filter((one) => this.rootOf(one) !== undefined && this.isInScope(one, view)));
  }

  /** What the rule says of one of its subjects. */
  public check(resource: Resource, view: ObjectsView): Judgement {
    return this.judge(this.frameOf(resource, view), this.rootOf(resource) ?? []);
  }

  /** What the rule says of what a frame holds, which stands at this root of its object. */
  public judge(frame: Frame, root: readonly string[]): Judgement {
    const when = this.when?.judge(frame) ?? TRUE;
    if (when === FALSE) return pass;
    const truth = this.require.judge(frame);
    if (truth === TRUE) return pass;
    const [part, verdict] = truth === FALSE && when === TRUE ? [this.require, fail] : [this.undecided(truth), unknown];
    const { where, steps, got, want } = part.blame(frame, true);
    const judged = verdict([...root, where].filter((one) => one !== '').join('.'), got, want);
    return { ...judged, steps: [...root, ...steps], value: readText(this.reads, frame) };
  }

  /** Whether the rule applies to what a frame holds, or nobody can tell. */
  public applies(frame: Frame): boolean {
    return this.when?.judge(frame) !== FALSE;
  }

  private undecided(truth: number): CompiledCondition {
    return truth === UNKNOWN || this.when === undefined ? this.require : this.when;
  }

  private frameOf(resource: Resource, view: ObjectsView): Frame {
    const root = valueAtPath(resource.body, this.rootOf(resource) ?? []);
    // Looking a namespace up costs more than most rules, and few ask about it.
    return frameOf(root ?? null, this.readsNamespace ? this.labelsOf(resource, view) : undefined);
  }

  /** Any version of a group is looked at as the one that the rule was written for. */
  private rootOf({ apiVersion, kind }: Resource): readonly string[] | undefined {
    return this.roots.get(kind)?.find(({ group }) => isOfGroup(apiVersion, group))?.root;
  }

  private isInScope(resource: Resource, view: ObjectsView): boolean {
    const namespace = resource.kind === 'Namespace' ? resource.name : resource.namespace;
    if (kubernetesNamespaces.includes(namespace ?? '')) return false;
    if (this.tree.scope === 'everywhere') return true;
    const found = this.labelsOf(resource, view);
    // What nobody says is the platform's counts as a tenant's, as at admission.
    if (found instanceof Unknown) return this.tree.scope === 'tenants';
    return (valueAt(found, labels.service) === undefined) === (this.tree.scope === 'tenants');
  }

  /** Labels of the namespace that holds an object; unknown where it, or its name, isn't there to look at. */
  private labelsOf({ namespace, cluster }: Resource, { resources }: ObjectsView): NamespaceLabels {
    if (!this.tree.on.namespaced) return undefined;
    if (namespace === undefined) return new Unknown('missing-object', 'no namespace');
    const found = resources.tryFind(resourceId(cluster ?? '', { kind: 'Namespace', name: namespace }));
    if (found === undefined) return new Unknown('missing-object', `no Namespace ${namespace}`);
    const stated = valueAt(found.body, 'metadata', 'labels');
    return isUnresolved(stated) ? new Unknown('unresolved', 'labels that nobody can tell') : (objectAt(stated) ?? {});
  }
}

function isOfGroup(apiVersion: string, group: string): boolean {
  return group === ''
    ? apiVersion.startsWith('/') || !apiVersion.includes('/')
    : apiVersion.charAt(group.length) === '/' && apiVersion.startsWith(group);
}
