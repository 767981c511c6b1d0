import { done } from '../../../delivery/terraform/failure/terraform-failure';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { usualLimits, type TerraformLimits, type TerraformSettings } from '../../../delivery/terraform/settings';
import { openWorkspaces } from '../../../delivery/terraform/workspace/open-workspaces';
import { readShards } from '../../../delivery/terraform/workspace/shard';
import type { Workspace } from '../../../delivery/terraform/workspace/workspace';
import type { JsonObject } from '../../../resources/resource';
import { writeAssembly } from '../assembly-kit';
import { knownProgram } from './find-terraform';

/** The cluster that test shards are for. */
export const TEST_CLUSTER = 'dc-north-shared-0';

/** A shard as a test writes it: what its resources are, by type and name. */
export interface GivenShard {
  readonly id: string;
  readonly resource: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  /** @default - a local state */
  readonly backend?: JsonObject;
}

/** A place of its own for one test. */
export interface TerraformRoom {
  readonly settings: TerraformSettings;
  readonly folder: string;
  /** Writes an assembly of these shards and makes their workspaces ready, as `ndc` does at each run. */
  readonly open: (...shards: readonly GivenShard[]) => Promise<readonly Workspace[]>;
  readonly close: () => void;
}

/** What a room is like. */
export interface RoomRequest {
  /** Path of Terraform. */
  readonly program: string;
  /** @default - leads nowhere: nothing answers */
  readonly kubeconfig?: string;
  /** @default - no provider is needed */
  readonly providerMirror?: string;
  /** @default - the usual ones */
  readonly limits?: Partial<TerraformLimits>;
  /** How clusters say who they are.
   * @default - all say the same
   */
  readonly clusterUid?: TerraformSettings['clusterUid'];
  /** Variables beside `PATH`.
   * @default - none
   */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Makes a place in which a test works with real Terraform; whoever makes it closes it. */
export async function openRoom(request: RoomRequest): Promise<TerraformRoom> {
  const { program, providerMirror, limits, environment } = request;
  const folder = mkdtempSync(join(tmpdir(), 'ndc-terraform-'));
  const assemblies: string[] = [];
  const kubeconfig = request.kubeconfig ?? join(folder, 'kubeconfig.json');
  writeFileSync(join(folder, 'kubeconfig.json'), kubeconfigText('https://127.0.0.1:1'));
  const settings: TerraformSettings = {
    program: await knownProgram(program),
    stateFolder: join(folder, 'state'),
    kubeconfig,
    providerMirror,
    environment: { PATH: process.env['PATH'], HOME: folder, ...environment },
    hostName: hostname(),
    now: () => new Date(),
    clusterUid: request.clusterUid ?? (() => Promise.resolve(done('the-cluster'))),
    limits: { ...usualLimits, lockTimeoutSeconds: 0, ...limits },
  };
  return {
    settings,
    folder,
    open: async (...shards) => {
      const assembly = writeShards(shards);
      assemblies.push(assembly);
      return openAll(settings, assembly);
    },
    close: () => {
      for (const one of [folder, ...assemblies]) rmSync(one, { recursive: true, force: true });
    },
  };
}

/** Writes an assembly of these shards into a temporary folder; the caller removes it. */
export function writeShards(shards: readonly GivenShard[]): string {
  const files = shards.map(({ id, resource, backend }) => ({
    path: `terraform/${id}/cdk.tf.json`,
    shard: id,
    cluster: TEST_CLUSTER,
    content: {
      terraform: {
        backend: backend ?? { local: { path: 'terraform.tfstate' } },
        ...(ofCluster(resource) ? { required_providers: { kubernetes: { source: 'hashicorp/kubernetes' } } } : {}),
      },
      ...(ofCluster(resource) ? { provider: { kubernetes: [{ config_context: TEST_CLUSTER }] } } : {}),
      resource,
    },
    objects: Object.entries(resource).flatMap(([type, named]) =>
      Object.keys(named).map((name) => ({
        address: `${type}.${name}`,
        tenant: 'ministry-a',
        source: `facts.ts:${id.length}`,
      })),
    ),
  }));
  return writeAssembly({ files });
}

function ofCluster(resource: GivenShard['resource']): boolean {
  return Object.keys(resource).some((type) => type.startsWith('kubernetes_'));
}

/** A kubeconfig with one context, that of the test's cluster. */
export function kubeconfigText(server: string, user: JsonObject = { token: 'a-test' }): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster: { server, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'u', user }],
    contexts: [{ name: TEST_CLUSTER, context: { cluster: 'c', user: 'u' } }],
  });
}

async function openAll(settings: TerraformSettings, assemblyFolder: string): Promise<readonly Workspace[]> {
  const shards = readShards(assemblyFolder);
  if (!shards.ok) throw new Error(JSON.stringify(shards.problems));
  const opened = await openWorkspaces(settings, { assemblyFolder, shards: shards.value });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value;
}
