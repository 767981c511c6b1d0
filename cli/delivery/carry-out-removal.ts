import { openJournal } from '../../delivery/journal/journal';
import { lastRunOf } from '../../delivery/journal/run-history';
import type { DeliveredObject } from '../../delivery/ledger/delivery-record';
import { knownClusters } from '../../delivery/ledger/known-clusters';
import { planRemoval, type RemovalPlan } from '../../delivery/retire/removal-plan';
import { removeFromCluster, type RemovalResult } from '../../delivery/retire/remove-kubernetes';
import { removeFromShard } from '../../delivery/retire/remove-terraform';
import { findLeftovers } from '../../delivery/terraform/state/leftovers';
import type { Workspace } from '../../delivery/terraform/workspace/workspace';
import { readShards } from '../../delivery/terraform/workspace/shard';
import { groupBy } from '../../model/group-by';
import { valueOf } from '../../model/problem';
import type { Io } from '../io';
import { holdLock } from './session/hold-lock';
import { openShards, terraformSettings } from './session/open-shards';
import type { DeliverySession } from './session/open-session';
import { requireKnownClusters } from './session/require-known-clusters';
import { readSessionLedger } from './session/session-ledger';

/** How long an object may take to be gone. */
const PATIENCE_MILLISECONDS = 60_000;

/**
 * What removing a target would do, from the facts of the assembly and the journal of what was delivered.
 * @throws ProblemError when the facts declare no such removal
 */
export function previewRemoval(session: DeliverySession, target: string): RemovalPlan {
  return valueOf(planRemoval(target, session.assembly.model.removals, readSessionLedger(session)));
}

/**
 * Carries a removal out: Kubernetes' objects first, then those of Terraform, which hold the namespaces. Each part that is
 * done is journalled at once, so that doing it again goes on where it stopped.
 */
export function carryOutRemoval(
  session: DeliverySession,
  io: Io,
  plan: RemovalPlan,
): Promise<readonly RemovalResult[]> {
  return holdLock(session.state, io, async () => {
    const journal = valueOf(openJournal(session.state.journal));
    try {
      await requireKnownClusters(session, knownClusters(journal.entries));
      const run = lastRunOf(journal.entries)?.run.run ?? 0;
      const { target, mode } = plan.removal;
      const results: RemovalResult[] = [];
      for await (const result of removals(session, io, plan)) {
        results.push(result);
        const { settled } = result;
        if (settled.length > 0)
          journal.append({ kind: 'removed', run, at: io.now().toISOString(), target, mode, objects: settled });
        if (result.troubles.length > 0) break;
      }
      return results;
    } finally {
      journal.close();
    }
  });
}

async function* removals(session: DeliverySession, io: Io, plan: RemovalPlan): AsyncGenerator<RemovalResult> {
  const parts = partsOf(plan);
  for (const { head, deleted, keptInPlace } of parts.filter((one) => one.head.engine === 'kubernetes')) {
    const client = session.clients.get(head.cluster);
    if (client === undefined) yield unreachedPart(head);
    else yield await removeFromCluster(client, { ...head, deleted, keptInPlace }, PATIENCE_MILLISECONDS);
  }
  const shards = parts.filter((one) => one.head.engine === 'terraform');
  if (shards.length === 0) return;
  const declared = await openShards(session, io, new AbortController().signal);
  const gone = await goneShards(session, io);
  for (const { head, deleted, keptInPlace } of shards) {
    const workspace = declared.get(head.part) ?? gone.get(head.part);
    if (workspace === undefined) yield unreachedPart(head);
    else yield await removeFromShard({ workspace, isDeclared: declared.has(head.part), deleted, keptInPlace });
  }
}

async function goneShards(session: DeliverySession, io: Io): Promise<ReadonlyMap<string, Workspace>> {
  const leftovers = findLeftovers(await terraformSettings(session, io), valueOf(readShards(session.folder)));
  return new Map(leftovers.map((workspace) => [workspace.shard.id, workspace]));
}

interface Part {
  readonly head: DeliveredObject;
  readonly deleted: readonly DeliveredObject[];
  readonly keptInPlace: readonly DeliveredObject[];
}

function partsOf({ deleted, keptInPlace }: RemovalPlan): readonly Part[] {
  const key = ({ engine, cluster, part }: DeliveredObject): string => `${engine} ${cluster} ${part}`;
  return [...groupBy([...deleted, ...keptInPlace], key)].flatMap(([group, [head]]) =>
    head === undefined
      ? []
      : [
          {
            head,
            deleted: deleted.filter((one) => key(one) === group),
            keptInPlace: keptInPlace.filter((one) => key(one) === group),
          },
        ],
  );
}

function unreachedPart({ cluster, part }: DeliveredObject): RemovalResult {
  const what = 'this command does not reach it, so nothing there was removed';
  return {
    settled: [],
    troubles: [
      { code: 'not-reached', subject: `${cluster} ${part}`, what, next: 'name its cluster and run ndc retire again' },
    ],
  };
}
