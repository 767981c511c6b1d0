import type { NationFact } from '../facts/nation-fact';
import type { HostClassesFact } from '../facts/site-fact';
import { PLATFORM_PODS_PER_NODE, PODS_PER_NODE_MAX } from '../limits';
import type { Namespace } from '../tenancy/namespace';
import type { ClusterLoad } from './cluster-load';

/** Pods of quotas that a worker takes. */
export const TENANT_PODS_PER_WORKER = PODS_PER_NODE_MAX.maximum - PLATFORM_PODS_PER_NODE;

/** Copies of every block that a storage pool keeps. */
const STORAGE_REPLICAS = 3;

/** What the size of a cluster follows from, beside its loads. */
export interface HostNeedSite {
  readonly hostClasses: HostClassesFact;
  readonly nation: Pick<NationFact, 'overcommit' | 'reserveShare'>;
  /** Failure domains of the site: hosts are counted in rounds of one for each. */
  readonly failureDomains: number;
}

/** Hosts that a cluster needs, by role. */
export interface HostNeed {
  readonly workers: number;
  readonly storage: number;
}

/**
 * The hosts that a further shared cluster needs for what its quotas promise: in normal operation with the reserve kept
 * and with a failure domain lost, and after the loss of any data center. Whole rounds of one host in each failure
 * domain, so that a small change of demand changes nothing.
 */
export function sharedHostNeed(loads: readonly ClusterLoad[], site: HostNeedSite): HostNeed {
  const { hostClasses, nation, failureDomains } = site;
  const rounds = (hosts: number): number => failureDomains * Math.max(1, Math.ceil(hosts / failureDomains));
  const least = (role: 'worker' | 'storage', unit: 'cores' | 'memoryGiB' | 'diskGiB'): number =>
    Math.min(...hostClasses.filter((row) => row.role === role).map((row) => row[unit]));
  const workers = loads.flatMap(({ lost, namespaces }) => {
    const usable = lost === undefined ? Math.min(1 - nation.reserveShare, shareWithoutOne(failureDomains)) : 1;
    return [
      hostsFor(sumOf(namespaces, 'cpu'), least('worker', 'cores') * nation.overcommit.cpu * usable),
      hostsFor(sumOf(namespaces, 'memoryGiB'), least('worker', 'memoryGiB') * nation.overcommit.memory * usable),
      hostsFor(sumOf(namespaces, 'pods'), TENANT_PODS_PER_WORKER * usable),
    ];
  });
  const storage = loads.map(({ namespaces }) =>
    hostsFor(sumOf(namespaces, 'storageGiB') * STORAGE_REPLICAS, least('storage', 'diskGiB')),
  );
  return { workers: rounds(Math.max(0, ...workers)), storage: rounds(Math.max(0, ...storage)) };
}

function sumOf(namespaces: readonly Namespace[], unit: 'cpu' | 'memoryGiB' | 'storageGiB' | 'pods'): number {
  return namespaces.reduce((sum, { quota }) => sum + quota[unit], 0);
}

/** What is left of a site when one of its failure domains is lost; a single one has no loss that it could survive. */
function shareWithoutOne(failureDomains: number): number {
  return failureDomains > 1 ? (failureDomains - 1) / failureDomains : 1;
}

/** Hosts for a demand, where each offers some of it. */
function hostsFor(demand: number, offered: number): number {
  return demand === 0 ? 0 : Math.ceil(demand / offered);
}
