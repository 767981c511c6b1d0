import type { AccessSubject } from '../read/access-rule';
import { heldBy } from '../change/held-shapes';
import type { GivenBy } from '../change/permission-change';
import type { PermissionGrant, Permissions } from '../permissions';
import { roleKey } from '../read/gather-roles';
import { MASTERS, subjectKey, subjectOf } from '../read/subject';
import { ClusterPlaces, controllerManager, roleWriter } from './cluster-places';
import type { EscalationId } from './escalation-kinds';
import { leadsOf, type LeadContext } from './leads';
import type { Power, PowerIndex } from './powers';
import { reachedKey, type EscalationStep, type Reached } from './reached';

const CLUSTER_ADMIN = roleKey('ClusterRole', undefined, 'cluster-admin');

/** Everything that somebody has, in the order in which it is got: the nearest first. */
export interface Walked {
  readonly reached: ReadonlyMap<string, Reached>;
  /** The steps to something, in their order: a shortest way where each step follows from one thing; none to the start. */
  stepsTo: (reached: Reached) => readonly EscalationStep[];
}

/** Finds what subjects of one cluster can get by what they have, step by step. */
export class EscalationWalks {
  public readonly places: ClusterPlaces;

  public constructor(
    private readonly permissions: Permissions,
    private readonly index: PowerIndex,
  ) {
    this.places = new ClusterPlaces(permissions);
  }

  /** All that follows from being a subject. */
  public from(subject: AccessSubject): Walked {
    const start: Reached = { is: 'subject', subject };
    const reached = new Map<string, Reached>([[reachedKey(start), start]]);
    const steps = new Map<string, EscalationStep>();
    // Entries that are added while it is walked through are walked through as well: nearest first.
    for (const [, one] of reached) {
      for (const step of this.stepsFrom(one, reached)) {
        const key = reachedKey(step.to);
        if (reached.has(key)) continue;
        reached.set(key, step.to);
        steps.set(key, step);
      }
    }
    return { reached, stepsTo: (goal) => stepsTo(goal, steps, [...reached.keys()]) };
  }

  private *stepsFrom(one: Reached, reached: ReadonlyMap<string, Reached>): Generator<EscalationStep> {
    switch (one.is) {
      case 'subject':
        yield* this.asSubject(one);
        yield* this.rewritten([...reached.values()].filter(isRewrite), [one]);
        break;
      case 'bound':
        yield* this.asBound(one);
        break;
      case 'rewrite':
        yield* this.rewritten([one], [...reached.values()].filter(isSubject));
        break;
      case 'code':
        yield* this.inCode(one);
        yield* this.onNodes([one], reached);
        break;
      case 'labels':
      case 'volumes':
        yield* this.onNodes([...reached.values()].filter(isCode), reached);
        break;
      case 'secrets':
        yield* this.places.tokensIn(one.namespace).map((subject) => follows('tokens-in-secrets', [one], as(subject)));
        break;
      case 'node':
        yield* this.places.accountsOnNodes.map((subject) => follows('accounts-on-node', [one], as(subject)));
        break;
      case 'cluster':
      case 'guards':
        break;
    }
  }

  private *asSubject(one: SubjectReached): Generator<EscalationStep> {
    const { subject } = one;
    if (subject.kind === 'Group' && subject.name === MASTERS)
      yield follows('member-of-masters', [one], { is: 'cluster' });
    const isOfSystem = [roleWriter, controllerManager].some((other) => subjectKey(other) === subjectKey(subject));
    if (isOfSystem) yield follows('system-namespace', [one], { is: 'cluster' });
    const { everywhere, inNamespace } = heldBy(this.permissions, subjectKey(subject));
    const known = this.index.powersOf(everywhere);
    yield* this.take(known, { from: one, subject, namespace: '*' }, everywhere);
    const wide = new Set(known.filter(({ names }) => names === undefined).map(({ id }) => id));
    for (const [namespace, grants] of inNamespace) {
      const all = [...everywhere, ...grants];
      const powers = this.index.powersOf(all, everywhere).filter(({ id }) => !wide.has(id));
      yield* this.take(powers, { from: one, subject, namespace }, all);
    }
  }

  private *asBound(one: BoundReached): Generator<EscalationStep> {
    const { subject, namespace } = one;
    const { everywhere, inNamespace } = heldBy(this.permissions, subjectKey(subject));
    const own = namespace === '*' ? everywhere : [...everywhere, ...(inNamespace.get(namespace) ?? [])];
    const more = one.roles.flatMap((key) => this.permissions.tryRole(key) ?? []);
    const powers = this.index.powersOf([...own, ...more], namespace === '*' ? undefined : everywhere);
    yield* this.take(powers, { from: one, subject, namespace }, own);
  }

  private *take(
    powers: readonly Power[],
    context: LeadContext,
    grants: readonly PermissionGrant[],
  ): Generator<EscalationStep> {
    for (const power of powers) {
      const by = grants.filter(({ shape }) => power.shapes.has(shape.key)).map(givenBy);
      for (const to of leadsOf(power, context, { permissions: this.permissions, places: this.places }))
        yield { kind: power.id, from: [context.from], to, by };
    }
  }

  private *inCode(one: CodeReached): Generator<EscalationStep> {
    if (this.places.isPrivileged(one.namespace)) yield follows('privileged-namespace', [one], { is: 'node' });
    for (const subject of this.places.accountsIn(one.namespace))
      yield follows('accounts-of-namespace', [one], as(subject));
  }

  /** What code somewhere and something else together give. */
  private *onNodes(codes: readonly CodeReached[], reached: ReadonlyMap<string, Reached>): Generator<EscalationStep> {
    const volumes = reached.get('volumes');
    for (const code of codes) {
      const labels = [...reached.values()].find(
        (one) =>
          one.is === 'labels' && (one.namespace === '*' || code.namespace === '*' || one.namespace === code.namespace),
      );
      if (labels !== undefined) yield follows('relabelled-namespace', [labels, code], { is: 'node' });
      if (volumes !== undefined) yield follows('host-volumes', [volumes, code], { is: 'node' });
    }
  }

  private *rewritten(
    rewrites: readonly RewriteReached[],
    subjects: readonly SubjectReached[],
  ): Generator<EscalationStep> {
    for (const rewrite of rewrites) {
      for (const one of subjects) {
        for (const grant of this.permissions.grantsOf(one.subject)) {
          const { namespace, roleKey: key } = grant;
          if (!rewrite.roles.includes(key)) continue;
          const to: Reached =
            namespace === undefined
              ? { is: 'cluster' }
              : { is: 'bound', subject: one.subject, roles: [CLUSTER_ADMIN], namespace };
          yield { kind: 'rewritten-role', from: [rewrite, one], to, by: [givenBy(grant)] };
        }
      }
    }
  }
}

type SubjectReached = Extract<Reached, { readonly is: 'subject' }>;
type BoundReached = Extract<Reached, { readonly is: 'bound' }>;
type RewriteReached = Extract<Reached, { readonly is: 'rewrite' }>;
type CodeReached = Extract<Reached, { readonly is: 'code' }>;

const isSubject = (one: Reached): one is SubjectReached => one.is === 'subject';
const isRewrite = (one: Reached): one is RewriteReached => one.is === 'rewrite';
const isCode = (one: Reached): one is CodeReached => one.is === 'code';

function as(subject: AccessSubject): Reached {
  return { is: 'subject', subject: subjectOf(subjectKey(subject)) };
}

function follows(kind: EscalationId, from: readonly Reached[], to: Reached): EscalationStep {
  return { kind, from, to, by: [] };
}

function givenBy({ binding, roleName, role }: PermissionGrant): GivenBy {
  return { binding, roleName, role };
}

function stepsTo(
  goal: Reached,
  steps: ReadonlyMap<string, EscalationStep>,
  order: readonly string[],
): readonly EscalationStep[] {
  const needed = new Set<string>();
  const waiting = [reachedKey(goal)];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const step = steps.get(key);
    if (step === undefined || needed.has(key)) continue;
    needed.add(key);
    waiting.push(...step.from.map(reachedKey));
  }
  return order.filter((key) => needed.has(key)).flatMap((key) => steps.get(key) ?? []);
}
