import { availableParallelism, hostname } from 'node:os';
import { readClusterUid } from '../../../delivery/step/cluster-uid';
import { failed } from '../../../delivery/terraform/failure/terraform-failure';
import { usualLimits, type TerraformSettings } from '../../../delivery/terraform/settings';
import { openWorkspaces } from '../../../delivery/terraform/workspace/open-workspaces';
import { readShards } from '../../../delivery/terraform/workspace/shard';
import type { Workspace } from '../../../delivery/terraform/workspace/workspace';
import { valueOf } from '../../../model/problem';
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
      const client = clients.get(cluster);
      return client === undefined
        ? failed({ kind: 'unreachable', message: `there is no way to ${cluster}` })
        : readClusterUid(client, cluster);
    },
    limits: { ...usualLimits, shardsAtOnce: availableParallelism() },
  };
}
