import type { Assembly, AssemblyFile } from '../../../resources/assembly';
import type { JsonObject, Resource } from '../../../resources/resource';
import { viewOf } from '../../support/view-of';

/** Objects of one file of an assembly. */
export interface GivenFile {
  readonly path: string;
  readonly cluster: string;
  /** @default - of the platform */
  readonly shard?: string;
  /** @default - of Terraform */
  readonly wave?: number;
  readonly objects: readonly JsonObject[];
}

/** An object of the core group. */
export function coreObject(kind: string, name: string, namespace?: string): JsonObject {
  return { apiVersion: 'v1', kind, metadata: namespace === undefined ? { name } : { name, namespace } };
}

const shared = 'dc-north-shared-0';

/** The files of a small fleet: a management cluster, and a shared one with the foundation, a province and its commune. */
export const smallFiles: readonly GivenFile[] = [
  {
    path: 'terraform/dc-north-management-foundation/cdk.tf.json',
    cluster: 'dc-north-management',
    shard: 'dc-north-management-foundation',
    objects: [coreObject('Namespace', 'platform-site')],
  },
  {
    path: 'kubernetes/dc-north-management/0-infrastructure/site.yaml',
    cluster: 'dc-north-management',
    wave: 0,
    objects: [coreObject('ConfigMap', 'site', 'platform-site')],
  },
  {
    path: `terraform/${shared}-foundation/cdk.tf.json`,
    cluster: shared,
    shard: `${shared}-foundation`,
    objects: [coreObject('Namespace', 'platform-logging')],
  },
  {
    path: `kubernetes/${shared}/1-baseline/logging.yaml`,
    cluster: shared,
    wave: 1,
    objects: [coreObject('Service', 'log', 'platform-logging')],
  },
  {
    path: `terraform/${shared}-p01/cdk.tf.json`,
    cluster: shared,
    shard: `${shared}-p01`,
    objects: [
      coreObject('ResourceQuota', 'quota', 'p01-proc-server'),
      coreObject('Namespace', 'p01-proc-server'),
      { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'system-procedures-p01' } },
    ],
  },
  {
    path: `kubernetes/${shared}/2-tenancy/${shared}-p01.yaml`,
    cluster: shared,
    shard: `${shared}-p01`,
    wave: 2,
    objects: [coreObject('ServiceAccount', 'workload', 'p01-proc-server')],
  },
];

/** An assembly in memory of these files, as if read from disk. */
export function assemblyOf(files: readonly GivenFile[] = smallFiles, bend: Partial<Assembly> = {}): Assembly {
  const resources = files.flatMap(({ path, cluster, shard, wave, objects }) =>
    objects.map((body): Partial<Omit<Resource, 'body'>> & { readonly body: JsonObject } => ({
      body,
      cluster,
      site: 'dc-north',
      artifact: { file: path, engine: wave === undefined ? 'terraform' : 'kubernetes', address: 'test' },
      ...(shard === undefined || shard.endsWith('foundation') ? {} : { tenant: 'p01' }),
    })),
  );
  const { assembly } = viewOf({ resources, files: files.map(assemblyFile) });
  return { ...assembly, ...bend };
}

function assemblyFile({ path, cluster, shard, wave }: GivenFile): AssemblyFile {
  const engine = wave === undefined ? 'terraform' : 'kubernetes';
  return { path, engine, site: 'dc-north', cluster, shard, wave, digest: `sha256:${'0'.repeat(64)}` };
}
