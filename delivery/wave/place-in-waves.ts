import type { Assembly } from '../../resources/assembly';
import type { Resource } from '../../resources/resource';
import { isAdmissionWaivers } from '../../model/naming';
import type { ClusterRole } from '../../model/site/cluster';
import type { WaveName } from './delivery-step';
import type { FirstTenants } from './first-tenants';

/** Kinds that only ever take something away from what is allowed; they stand before what they guard. */
const guardKinds: ReadonlySet<string> = new Set([
  'CiliumClusterwideNetworkPolicy',
  'CiliumNetworkPolicy',
  'ClusterNetworkPolicy',
  'NetworkPolicy',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
]);

/** The place of one resource in a deploy. */
export interface Place {
  readonly wave: WaveName;
  readonly engine: 'terraform' | 'kubernetes';
  readonly cluster: string;
  readonly part: string;
  /** Order of the part inside its cluster and wave, from 0. */
  readonly order: number;
  /** Owner of the shard; undefined for the platform. */
  readonly tenant: string | undefined;
}

/** Finds the place of each resource of an assembly; undefined for what is not applied to a cluster. */
export function placesOf(assembly: Assembly, first: FirstTenants): (resource: Resource) => Place | undefined {
  const files = new Map(assembly.files.map((file) => [file.path, file]));
  const roles = new Map(assembly.model.clusters.map((cluster) => [cluster.id, cluster.role]));
  const owners = shardOwners(assembly);
  return (resource) => {
    const file = files.get(resource.artifact.file);
    const role = resource.cluster === undefined ? undefined : roles.get(resource.cluster);
    if (file === undefined || role === undefined || file.engine === 'cloudformation') return undefined;
    const owner = file.shard === undefined ? undefined : owners.get(file.shard);
    const order = file.engine === 'terraform' ? 0 : 1 + (file.wave ?? 0);
    const part = file.engine === 'terraform' ? (file.shard ?? '') : kubernetesPart(file.wave, file.shard);
    const wave = owner === undefined ? platformWave(role, file.engine, resource) : first.waveOf(owner);
    return {
      wave,
      engine: file.engine,
      cluster: file.cluster ?? '',
      part: wave === 'guardrails' && file.engine === 'kubernetes' ? 'guardrails' : part,
      order,
      tenant: owner,
    };
  };
}

function kubernetesPart(wave: number | undefined, shard: string | undefined): string {
  return shard === undefined ? `platform-${wave ?? 0}` : `${shard}-${wave ?? 0}`;
}

function platformWave(role: ClusterRole, engine: 'terraform' | 'kubernetes', resource: Resource): WaveName {
  if (role === 'management') return 'management';
  const isGuard = guardKinds.has(resource.kind) || isAdmissionWaivers(resource);
  return engine === 'terraform' || isGuard ? 'guardrails' : 'platform';
}

/** Owner of each shard that belongs to a tenant; the shards of communes belong to their province. */
function shardOwners({ model, resources, files }: Assembly): ReadonlyMap<string, string> {
  const province = new Map(model.tenants.map((one) => [one.id, one.parent ?? one.id]));
  const shardOfFile = new Map(files.map((file) => [file.path, file.shard]));
  const owners = new Map<string, string>();
  for (const { tenant, artifact } of resources) {
    const shard = shardOfFile.get(artifact.file);
    if (tenant === undefined || shard === undefined || owners.has(shard)) continue;
    owners.set(shard, province.get(tenant) ?? tenant);
  }
  return owners;
}
