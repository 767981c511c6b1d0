import type { UnreachedCluster } from '../../../delivery/plan/delivery-plan';
import { readLive } from '../../../delivery/kubernetes/live/read-live';
import type { LiveObject } from '../../../delivery/kubernetes/live/live-object';
import { groupBy } from '../../../model/group-by';
import { printCount } from '../../../model/print-count';
import { policyCatalog } from '../../../policies/catalog';
import type { Evaluation } from '../../../policies/evaluation';
import type { Resource } from '../../../resources/resource';
import { today, type Io } from '../../io';
import { loadRules } from '../../load-rules';
import { judgeLive } from './judge-live';
import { fieldManagers } from '../session/field-managers';
import type { DeliverySession } from '../session/open-session';

/** What stands on the clusters, compared with the assembly and judged by the rules of the gate. */
export interface LiveVerification {
  /** Objects that stand as the assembly says. */
  readonly equal: number;
  readonly compared: number;
  /** Every object of the clusters that were reached. */
  readonly objects: readonly LiveObject[];
  /** Objects that don't, or couldn't be read. */
  readonly departed: readonly LiveObject[];
  /** Clusters that couldn't be asked. */
  readonly unreached: readonly UnreachedCluster[];
  /** The rules over the live objects; undefined when a cluster couldn't be asked. */
  readonly evaluation: Evaluation | undefined;
}

/**
 * Reads everything back that was brought to the chosen clusters, compares it object by object, and applies every rule of
 * the gate to the live objects, beside those of the clusters that are left out, as the assembly has them.
 */
export async function verifyLive(session: DeliverySession, io: Io): Promise<LiveVerification> {
  const delivered = deliveredResources(session);
  const read = await Promise.all(
    [...groupBy(delivered, ({ cluster }) => cluster ?? '')].map(async ([cluster, objects]) => {
      const client = session.clients.get(cluster);
      if (client === undefined) throw new Error(`no client for ${cluster}`);
      return { cluster, live: await readLive({ client, objects, managers: fieldManagers }) };
    }),
  );
  const unreached = read.flatMap(({ cluster, live }) => (live.reached ? [] : [{ cluster, why: live.failure.message }]));
  const objects = read.flatMap(({ live }) => (live.reached ? live.objects : []));
  const departed = objects.filter(({ kind }) => kind !== 'equal');
  const standing = read.flatMap(({ live }) => (live.reached ? live.resources : []));
  const judging = { delivered, standing, rules: loadRules(io), today: today(io) };
  return {
    equal: objects.length - departed.length,
    compared: objects.length,
    objects,
    departed,
    unreached,
    evaluation: unreached.length > 0 ? undefined : judgeLive(session.assembly, judging),
  };
}

/** Everything that a session brings to its clusters. */
export function deliveredResources({ waves }: Pick<DeliverySession, 'waves'>): readonly Resource[] {
  return waves.flatMap((wave) => wave.steps.flatMap((step) => step.resources));
}

/** The rules that don't judge what stands on clusters, each with its reason. */
const notLive = policyCatalog.flatMap(({ id, policy }) =>
  policy.whyNotLive === undefined ? [] : [`· ${id} is not applied to live objects: ${policy.whyNotLive.en}`],
);

/** Whether the clusters are as the assembly says, and every rule passes on them. */
export function isVerified({ departed, unreached, evaluation }: LiveVerification): boolean {
  return departed.length === 0 && unreached.length === 0 && evaluation?.verdict === 'passed';
}

/** A verification for a person. */
export function verificationText(verification: LiveVerification): string {
  const { equal, compared, departed, unreached, evaluation } = verification;
  const rules =
    evaluation === undefined
      ? 'the rules were not applied: a cluster could not be asked'
      : `${printCount(evaluation.rules, 'rule')} on the live objects: ${evaluation.verdict}`;
  return [
    `${equal} of ${printCount(compared, 'object')} stand as the assembly says; ${rules}`,
    ...notLive,
    ...unreached.map(({ cluster }) => `? ${cluster} could not be asked`),
    ...departed.slice(0, NAMED_MAX).map(({ resource, kind }) => `✘ ${resource.id} ${kind}`),
    ...(departed.length > NAMED_MAX ? [`… and ${departed.length - NAMED_MAX} more; ndc drift tells all`] : []),
    ...(evaluation?.results ?? [])
      .filter(({ blocks }) => blocks)
      .slice(0, NAMED_MAX)
      .map(({ policy }) => `✘ ${policy} does not hold on the live objects`),
    '',
  ].join('\n');
}

const NAMED_MAX = 10;
