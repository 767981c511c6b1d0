import type { AddressPlan } from '../address/address-plan';
import { groupBy } from '../group-by';
import { clusterId } from '../naming';
import { clusterLoads, type ClusterLoad, type PlacedModel } from '../placement/cluster-load';
import { sharedHostNeed, TENANT_PODS_PER_WORKER } from '../placement/shared-hosts';
import { findZone } from '../segmentation/zone';
import type { Cluster, ClusterRole } from '../site/cluster';
import { FIRST_SHARED_SLOT, sharedSlots } from '../site/shared-cluster';
import type { DataCenter, Host } from '../site/site';
import type { System } from '../tenancy/system';
import { complain, type BuildInput, type Report } from './build-input';
import { blockText, sumCapacity } from './build-sites';
import { HostPool, type PoolEnd } from './host-pool';
import { byId } from './sort';

/** Control-plane hosts of a cluster: an odd number that survives one loss (etcd quorum). */
const CONTROL_HOSTS = 3;
/** Storage hosts that a level-5 system has of its own: three replicas apart (Decree 331/2026 Art. 30.9 c). */
const DEDICATED_STORAGE_HOSTS = 3;
/** Workers of a dedicated cluster at least: one in each of three failure domains. */
const DEDICATED_WORKERS_MIN = 3;
/** Workers that the management cluster keeps. */
const MANAGEMENT_WORKERS = 3;
/** Cluster positions of a site in the mesh numbers, as in the address plan. */
const MESH_IDS_PER_SITE = 31;

/** Derives the clusters of every data center and gives each its hosts; sorted by id. */
export function buildClusters(
  input: BuildInput,
  {
    plan,
    dataCenters,
    report,
    ...placed
  }: Placed & {
    readonly plan: AddressPlan;
    readonly dataCenters: readonly DataCenter[];
    readonly report: Report;
  },
): readonly Cluster[] {
  const loads = groupBy(
    clusterLoads({ ...placed, sites: dataCenters }, dataCenters.flatMap(sharedClusters)),
    (load) => load.cluster,
  );
  return byId(
    dataCenters.flatMap((site) => {
      const pool = new HostPool(site.failureDomains);
      const wanted = [
        managementWish(site),
        ...dedicatedWishes(site, placed.systems, input),
        ...sharedWishes(site, loads, input),
      ];
      return wanted.map((wish) => cluster(wish, { site, pool, plan, input, report }));
    }),
  );
}

/** What was placed and now needs clusters. */
type Placed = Omit<PlacedModel, 'sites'>;

interface Wish {
  readonly role: ClusterRole;
  readonly index: number;
  readonly id: string;
  readonly system?: System;
  readonly workers: number | 'rest';
  readonly storage: number | 'rest';
  /** @default front */
  readonly end?: PoolEnd;
}

/** In order of their slots: a system that comes later takes no host from those that are there. */
function dedicatedWishes(site: DataCenter, systems: readonly System[], { facts }: BuildInput): Wish[] {
  const wishes = systems.flatMap((system): Wish[] => {
    const fact = facts.systems.get(system.declaration)?.value;
    const here = system.placements.some((placement) => placement.site === site.id);
    if (fact === undefined || fact.hosting !== 'dedicated' || !here || fact.clusterSlot === undefined) return [];
    const sum = (unit: 'cpu' | 'memoryGiB' | 'pods'): number =>
      Object.values(fact.footprints).reduce((all, footprint) => all + footprint[unit], 0);
    const demand = { cores: sum('cpu'), memory: sum('memoryGiB'), pods: sum('pods') };
    const workers = Math.max(DEDICATED_WORKERS_MIN, workersFor(demand, facts));
    const id = clusterId(site.id, 'dedicated', system.shortName);
    return [{ role: 'dedicated', index: fact.clusterSlot, id, system, workers, storage: DEDICATED_STORAGE_HOSTS }];
  });
  return wishes.toSorted((a, b) => a.index - b.index);
}

function workersFor(
  { cores, memory, pods }: { cores: number; memory: number; pods: number },
  { hostClasses, nation }: BuildInput['facts'],
): number {
  const smallest = hostClasses.filter((row) => row.role === 'worker').toSorted((a, b) => a.cores - b.cores)[0];
  if (smallest === undefined) return 0;
  const usable = 1 - nation.reserveShare;
  return Math.ceil(
    Math.max(
      cores / (smallest.cores * usable),
      memory / (smallest.memoryGiB * usable),
      pods / (TENANT_PODS_PER_WORKER * usable),
    ),
  );
}

function managementWish(site: DataCenter): Wish {
  const id = clusterId(site.id, 'management', '');
  return { role: 'management', index: 0, id, workers: MANAGEMENT_WORKERS, storage: 0 };
}

/**
 * The further shared clusters take what their demand needs, from the end of the failure domains that no dedicated
 * cluster takes from; the first has the rest.
 */
function sharedWishes(
  site: DataCenter,
  loads: ReadonlyMap<string, readonly ClusterLoad[]>,
  { facts: { hostClasses, nation } }: BuildInput,
): Wish[] {
  const wishes = sharedClusters(site).map(({ id, index }): Wish => {
    if (index === FIRST_SHARED_SLOT) return { role: 'shared', index, id, workers: 'rest', storage: 'rest' };
    const failureDomains = site.failureDomains.length;
    const need = sharedHostNeed(loads.get(id) ?? [], { hostClasses, nation, failureDomains });
    return { role: 'shared', index, id, ...need, end: 'back' };
  });
  const [first, ...further] = wishes;
  return first === undefined ? further : [...further, first];
}

function sharedClusters(
  site: DataCenter,
): readonly { readonly id: string; readonly site: string; readonly index: number }[] {
  return sharedSlots(site).map((index) => ({ id: clusterId(site.id, 'shared', index), site: site.id, index }));
}

interface Surroundings {
  readonly site: DataCenter;
  readonly pool: HostPool;
  readonly plan: AddressPlan;
  readonly input: BuildInput;
  readonly report: Report;
}

function cluster(wish: Wish, { site, pool, plan, input, report }: Surroundings): Cluster {
  const hosts = takeHosts(wish, pool, (role, missing) => complainHosts(site, { wish, role, missing, report }));
  const { podSlot, slot } = site.fact;
  const addresses = plan.cluster({ siteSlot: slot, podSlot, role: wish.role, index: wish.index });
  const server = findZone('server');
  const { kubernetes, cilium } = input.facts.nation.target;
  return {
    id: wish.id,
    site: site.id,
    role: wish.role,
    index: wish.index,
    system: wish.system?.id,
    kubernetes,
    cilium,
    hosts,
    capacity: sumCapacity(hosts.filter((host) => host.role === 'worker')),
    nodes: blockText(plan.zone(slot, server.slot)),
    pods: blockText(addresses.pods),
    services: blockText(addresses.services),
    storagePool: hasOwnStorage(wish) ? `${wish.id}-storage` : `${site.id}-storage`,
    networkDevices: ['core-switch', 'firewall'].map(
      (device) => `${wish.role === 'dedicated' ? wish.id : site.id}-${device}`,
    ),
    meshId: 1 + podSlot * MESH_IDS_PER_SITE + (wish.role === 'shared' ? 16 + wish.index : wish.index),
  };
}

/** A further shared cluster has storage hosts of its own, as a dedicated one; network devices stay the site's. */
function hasOwnStorage({ role, index }: Wish): boolean {
  return role === 'dedicated' || (role === 'shared' && index !== FIRST_SHARED_SLOT);
}

function takeHosts(
  wish: Wish,
  pool: HostPool,
  onMissing: (role: Host['role'], missing: number) => void,
): readonly Host[] {
  const wanted = { control: CONTROL_HOSTS, worker: wish.workers, storage: wish.storage } as const;
  const roles = ['control', 'worker', 'storage'] as const;
  const hosts = roles.flatMap((role) => {
    const number = wanted[role];
    const taken = pool.take(role, number, wish.end);
    if (number !== 'rest' && taken.length < number) onMissing(role, number - taken.length);
    if (number === 'rest' && taken.length === 0) onMissing(role, 1);
    return taken;
  });
  return byId(hosts.map((host) => ({ ...host, cluster: wish.id })));
}

function complainHosts(
  site: DataCenter,
  { wish, role, missing, report }: { wish: Wish; role: Host['role']; missing: number; report: Report },
): void {
  complain(report, [...site.origin, 'halls'], {
    code: 'hosts-too-few',
    what: `${site.id} has too few ${role} hosts for the cluster ${wish.id}`,
    got: `${missing} missing`,
    want: `${role} hosts for every cluster of the site`,
    next: `add ${role} hosts to a rack group of ${site.id}, or place fewer systems there`,
  });
}
