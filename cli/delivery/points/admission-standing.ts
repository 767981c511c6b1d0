import { rulePack } from '../../../constructs/cluster/admission/rule-pack';
import { judgeHealth } from '../../../delivery/kubernetes/health/judge-health';
import type { LiveObject } from '../../../delivery/kubernetes/live/live-object';
import type { PlannedObject } from '../../../delivery/kubernetes/plan/planned-object';
import { admissionWaivers } from '../../../model/naming';
import { groupBy } from '../../../model/group-by';
import type { AdmissionOnCluster, Standing } from '../../../reports/points/live-report';
import { textsAt } from '../../../resources/json-path';
import { resourceId } from '../../../resources/resource-id';

/** Names of the admission policies that carry each rule, sorted: what the builders write is the only list. */
export const policiesOfRule: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...groupBy(
      rulePack.flatMap(({ name, checks }) =>
        checks.flatMap(({ rule }) => (rule === undefined ? [] : [{ rule, name }])),
      ),
      ({ rule }) => rule,
    ),
  ].map(([rule, found]) => [rule, [...new Set(found.map(({ name }) => name))].toSorted()]),
);

/** What stands in a cluster, by the ids of its objects. */
export interface ClusterStanding {
  readonly cluster: string;
  readonly live: ReadonlyMap<string, LiveObject>;
  /** What applying each object again would do. */
  readonly planned: ReadonlyMap<string, PlannedObject>;
}

interface Trouble {
  readonly standing: Exclude<Standing, 'enforced'>;
  readonly reason: string;
}

/**
 * How the policies that carry a rule stand in a cluster: each with its binding and the list of waivers that it reads,
 * exactly as the assembly says, denying, and looked at by the server, which finds that its types fit.
 */
export function standingOf(rule: string, at: ClusterStanding): AdmissionOnCluster {
  const policies = policiesOfRule.get(rule) ?? [];
  const { namespace, name } = admissionWaivers;
  const waivers = resourceId(at.cluster, { kind: 'ConfigMap', namespace, name });
  const troubles =
    policies.length === 0
      ? [{ standing: 'absent', reason: 'no policy carries it' } as const]
      : [...policies.flatMap((policy) => troublesOfPolicy(policy, at)), ...troublesOf(waivers, '.data', at)];
  const standing = (['absent', 'departed', 'unknown'] as const).find((one) =>
    troubles.some((trouble) => trouble.standing === one),
  );
  const reasons = [...new Set(troubles.map(({ reason }) => reason))].toSorted();
  return { cluster: at.cluster, standing: standing ?? 'enforced', policies, reasons };
}

const POLICY = 'ValidatingAdmissionPolicy';

function troublesOfPolicy(name: string, at: ClusterStanding): readonly Trouble[] {
  const policy = resourceId(at.cluster, { kind: POLICY, name });
  const binding = resourceId(at.cluster, { kind: `${POLICY}Binding`, name });
  return [
    ...troublesOf(policy, '.spec', at),
    ...troublesOf(binding, '.spec', at),
    ...troublesOfTypes(policy, at),
    ...troublesOfActions(binding, at),
  ];
}

/** How an object departs; what others put into the part that decides counts too. */
function troublesOf(id: string, part: string, { live, planned }: ClusterStanding): readonly Trouble[] {
  const found = live.get(id);
  if (found === undefined) return [{ standing: 'absent', reason: `${id} is not brought there` }];
  if (found.kind === 'missing' || found.kind === 'kind-missing')
    return [{ standing: 'absent', reason: `${id} is missing` }];
  if (found.kind === 'untold') return [{ standing: 'unknown', reason: `${id} could not be read` }];
  const added = found.additions.filter(({ path }) => path.startsWith(part));
  const paths = [...(found.kind === 'different' ? found.differences : []), ...added].map(({ path }) => path);
  if (paths.length > 0) return [{ standing: 'departed', reason: `${id} differs in ${paths.join(', ')}` }];
  if (found.kind === 'different' || !found.isFilled) return [];
  // Reading alone can't tell a default from a remnant; the dry run did.
  const again = planned.get(id)?.kind;
  if (again === 'unchanged') return [];
  return again === 'change' || again === 'conflict'
    ? [{ standing: 'departed', reason: `${id} holds more than the assembly says` }]
    : [{ standing: 'unknown', reason: `${id} may hold more than the assembly says` }];
}

function troublesOfTypes(id: string, { live }: ClusterStanding): readonly Trouble[] {
  const found = live.get(id);
  if (found === undefined || !('live' in found)) return [];
  const { state, reason } = judgeHealth(found.live, found.live.body, new Set());
  if (state === 'healthy') return [];
  return [{ standing: state === 'failed' ? 'departed' : 'unknown', reason: `${id}: ${reason}` }];
}

function troublesOfActions(id: string, { live }: ClusterStanding): readonly Trouble[] {
  const found = live.get(id);
  if (found === undefined || !('live' in found)) return [];
  const actions = textsAt(found.live.body, 'spec', 'validationActions');
  return actions.includes('Deny') ? [] : [{ standing: 'departed', reason: `${id} doesn't deny` }];
}
