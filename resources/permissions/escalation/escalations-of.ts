import { groupBy } from '../../../model/group-by';
import type { AccessSubject } from '../read/access-rule';
import { pairClusters } from '../change/changes-in-permissions';
import type { Permissions } from '../permissions';
import { MASTERS, subjectOf } from '../read/subject';
import type { Escalation, EscalationChange, EscalationGoal, EscalationPath } from './escalation';
import { EscalationWalks, type Walked } from './escalation-walk';
import { PowerIndex } from './powers';
import { subjectText, type Reached } from './reached';

/**
 * Everybody whom a binding names and who gets to the power of `cluster-admin`, to nodes, into a namespace of somebody
 * else, or past what keeps others apart, each by a shortest way. By rights alone: what admission would refuse on the way
 * is not asked. Worst goals first, then what is open to most.
 */
export function escalationsOf(clusters: readonly Permissions[]): readonly Escalation[] {
  const index = new PowerIndex();
  return groupPaths(clusters.flatMap((one) => pathsOf(one, index)));
}

/** The ways that one state of some clusters opens and another doesn't, matched by cluster, subject, goal and namespace. */
export function changesInEscalations(
  base: readonly Permissions[],
  head: readonly Permissions[],
): readonly EscalationChange[] {
  const index = new PowerIndex();
  const [closed, opened]: [EscalationPath[], EscalationPath[]] = [[], []];
  for (const pair of pairClusters(base, head)) {
    const [old, now] = [pathsOf(pair.base, index), pathsOf(pair.head, index)];
    const [before, after] = [new Set(old.map(pathKey)), new Set(now.map(pathKey))];
    closed.push(...old.filter((one) => !isOpen(one, after)));
    opened.push(...now.filter((one) => !isOpen(one, before)));
  }
  return [
    ...groupPaths(opened).map((one) => ({ ...one, direction: 'opened' as const })),
    ...groupPaths(closed).map((one) => ({ ...one, direction: 'closed' as const })),
  ];
}

/** Whether a way is among those of a state, or one to every namespace is that comes to more. */
function isOpen(path: EscalationPath, keys: ReadonlySet<string>): boolean {
  return keys.has(pathKey(path)) || (path.namespace !== '' && keys.has(pathKey({ ...path, namespace: '*' })));
}

function pathKey({ subject, goal, namespace }: EscalationPath): string {
  return `${goal} ${namespace} ${subjectText(subject)}`;
}

function pathsOf(permissions: Permissions, index: PowerIndex): readonly EscalationPath[] {
  const walks = new EscalationWalks(permissions, index);
  const starts = permissions.holders.map(subjectOf).filter((one) => one.kind !== 'Group' || one.name !== MASTERS);
  return starts.flatMap((subject) => {
    const walked = walks.from(subject);
    return goalsOf(walked, walks, subject).map(({ goal, namespace, at }) => ({
      cluster: permissions.cluster,
      subject,
      goal,
      namespace,
      steps: walked.stepsTo(at),
    }));
  });
}

interface Goal {
  readonly goal: EscalationGoal;
  readonly namespace: string;
  readonly at: Reached;
}

function goalsOf({ reached }: Walked, { places }: EscalationWalks, subject: AccessSubject): readonly Goal[] {
  const home = places.homeOf(subject);
  const found = new Map<string, Goal>();
  for (const at of reached.values()) {
    const goal = goalOf(at);
    const namespace = 'namespace' in at ? at.namespace : '';
    const isOwn = goal === 'tenant' && namespace !== '*' && places.ownerOf(namespace) === home;
    const key = `${goal ?? ''} ${namespace}`;
    if (goal !== undefined && !isOwn && !found.has(key)) found.set(key, { goal, namespace, at });
  }
  // Who has every namespace has each.
  const isSaid = ({ goal, namespace }: Goal): boolean => !['', '*'].includes(namespace) && found.has(`${goal} *`);
  return [...found.values()].filter((one) => !isSaid(one));
}

function goalOf({ is }: Reached): EscalationGoal | undefined {
  switch (is) {
    case 'cluster':
    case 'node':
    case 'guards':
      return is;
    case 'labels':
      return 'guards';
    case 'code':
    case 'secrets':
      return 'tenant';
    case 'subject':
    case 'bound':
    case 'rewrite':
    case 'volumes':
      return undefined;
  }
}

const GOALS: readonly EscalationGoal[] = ['cluster', 'node', 'tenant', 'guards'];

function groupPaths(paths: readonly EscalationPath[]): readonly Escalation[] {
  const groups = groupBy(paths, (path) =>
    JSON.stringify([path.goal, reachOf(path), path.subject.kind, kindsOf(path), rolesOf(path)]),
  );
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, some]) => joinPaths(some))
    .toSorted(inOrder);
}

function inOrder(a: Escalation, b: Escalation): number {
  const worse = GOALS.indexOf(a.goal) - GOALS.indexOf(b.goal);
  return worse === 0 ? b.paths.length - a.paths.length : worse;
}

function joinPaths(paths: readonly EscalationPath[]): Escalation {
  const [witness] = paths;
  if (witness === undefined) throw new RangeError('a group of no paths');
  return {
    goal: witness.goal,
    reach: reachOf(witness),
    subjectKind: witness.subject.kind,
    kinds: kindsOf(witness),
    roles: rolesOf(witness),
    paths,
    subjects: new Set(paths.map(({ subject }) => subjectText(subject))).size,
    clusters: new Set(paths.map(({ cluster }) => cluster)).size,
    witness,
  };
}

function reachOf({ namespace }: EscalationPath): Escalation['reach'] {
  if (namespace === '') return 'none';
  return namespace === '*' ? 'every-namespace' : 'namespace';
}

function kindsOf({ steps }: EscalationPath): Escalation['kinds'] {
  return steps.map(({ kind }) => kind);
}

function rolesOf({ steps }: EscalationPath): readonly string[] {
  return [...new Set(steps.flatMap(({ by }) => by.map(({ roleName }) => roleName)))];
}
