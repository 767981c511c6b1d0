import { availableParallelism, hostname } from 'node:os';
import { usualLimits, type TerraformSettings } from '../../../delivery/terraform/settings';
import { openWorkspaces } from '../../../delivery/terraform/workspace/open-workspaces';
import { readShards } from '../../../delivery/terraform/workspace/shard';
import type { Workspace } from '../../../delivery/terraform/workspace/workspace';
import { ProblemError, type Result } from '../../../model/problem';
import { textAt } from '../../../resources/json-path';
import type { Io } from '../../io';
import type { DeliverySession } from './open-session';
import { findTerraform } from './find-terraform';

/**
 * Makes ready the Terraform workspaces of the shards that a session delivers, by shard.
 * @throws ProblemError with everything that is wrong
 */
export async function openShards(
  session: DeliverySession,
  io: Io,
  stop: AbortSignal,
): Promise<ReadonlyMap<string, Workspace>> {
  const settings = await terraformSettings(session, io);
  const wanted = new Set(
    session.waves.flatMap(({ steps }) => steps.flatMap((step) => (step.engine === 'terraform' ? [step.part] : []))),
  );
  const shards = valueOf(readShards(session.folder)).filter(({ id }) => wanted.has(id));
  const workspaces = valueOf(await openWorkspaces(settings, { assemblyFolder: session.folder, shards, stop }));
  return new Map(workspaces.map((workspace) => [workspace.shard.id, workspace]));
}

/** The namespace whose uid stands for a cluster: it lives as long as the cluster, and no other has the same. */
const kubeSystem = { apiVersion: 'v1', kind: 'Namespace', name: 'kube-system' } as const;

/** What Terraform works with on this machine. */
export async function terraformSettings(
  { state, kubeconfig, clients }: DeliverySession,
  io: Io,
): Promise<TerraformSettings> {
  const { program, providerMirror } = await findTerraform(io);
  return {
    program,
    providerMirror,
    stateFolder: state.terraform,
    kubeconfig,
    environment: io.environment,
    hostName: hostname(),
    now: io.now,
    clusterUid: async (cluster) => {
      const found = await clients.get(cluster)?.get(kubeSystem, { extent: 'metadata' });
      return found?.ok === true ? textAt(found.value, 'metadata', 'uid') : undefined;
    },
    limits: { ...usualLimits, shardsAtOnce: availableParallelism() },
  };
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(result.problems);
}
