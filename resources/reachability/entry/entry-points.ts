import { compareText } from '../../../model/build/sort';
import type { Resource } from '../../resource';
import type { ClusterInput } from '../cluster-input';
import type { Verdict } from '../solve/answers';
import type { Reachability } from '../solve/reachability';
import type { Protocol } from '../traffic/traffic';
import { CallerJudge, jointVerdict, type CallerVerdict } from './callers';
import type { EntryTrouble } from './entry-trouble';
import { GatewayWays } from './gateway-ways';
import { ServiceDirectory } from './service-directory';
import { waysOfIngress, waysOfService } from './service-ways';
import { joinWays, type Way } from './way';

/** A way in from outside of a cluster to a port of a workload, and whether the policies of that let its callers in. */
export interface EntryPoint {
  /** `Service a/web 443/TCP`, `Ingress a/web host/path`, or `Gateway a/edge https → HTTPRoute a/web host/path`. */
  readonly name: string;
  /** The object that opens it. */
  readonly resource: Resource;
  /** The number of the workload that answers. */
  readonly workload: number;
  readonly protocol: Protocol;
  /** The port of the pods, by which policies judge (rule 16). */
  readonly port: number;
  /**
   * Allowed where every caller that may be is let in, denied where none is. It is the answer of the workload: whether the
   * pods of a proxy that no file names are let out is not asked.
   */
  readonly verdict: Verdict;
  readonly callers: readonly CallerVerdict[];
  /** The way through the Service, then what decides for each kind of caller, then what nobody can tell. */
  readonly because: readonly string[];
}

/** All ways in from outside of a cluster, and what of them ends before a workload. */
export interface EntryPoints {
  /** By name, then by workload, protocol and port. */
  readonly entries: readonly EntryPoint[];
  readonly troubles: readonly EntryTrouble[];
}

/** Finds every way in from outside of a cluster, and judges each. */
export function findEntryPoints(
  cluster: Pick<ClusterInput, 'workloads' | 'namespaces' | 'entries'>,
  reachability: Reachability,
): EntryPoints {
  const { services, ingresses, routes } = cluster.entries;
  const directory = new ServiceDirectory(cluster);
  const gateways = new GatewayWays(cluster, directory);
  const { ways, troubles } = joinWays([
    ...services.map((one) => waysOfService(one, directory)),
    ...ingresses.map((one) => waysOfIngress(one, directory)),
    ...routes.map((one) => gateways.of(one)),
  ]);
  const judge = new CallerJudge(reachability);
  return {
    entries: distinct(ways)
      .map((one) => judged(one, judge))
      .toSorted(compareEntries),
    troubles,
  };
}

/** Ways by one name to one port are one, and it is sure where one of them is. */
function distinct(ways: readonly Way[]): readonly Way[] {
  const found = new Map<string, Way>();
  for (const way of ways) {
    const { workload, protocol, port } = way.backend;
    const key = JSON.stringify([way.name, way.resource.id, workload, protocol, port]);
    const known = found.get(key);
    if (known === undefined || known.doubts.length > way.doubts.length) found.set(key, way);
  }
  return [...found.values()];
}

function judged({ name, resource, backend, callers, doubts, notes }: Way, judge: CallerJudge): EntryPoint {
  const { workload, protocol, port, through } = backend;
  const verdicts = judge.judge(callers, backend);
  const verdict = jointVerdict(verdicts.map((one) => one.verdict));
  return {
    name,
    resource,
    workload,
    protocol,
    port,
    // A way that may not be there lets nobody in for certain; one that lets nobody in does so whether it is there or not.
    verdict: verdict === 'allowed' && doubts.length > 0 ? 'depends' : verdict,
    callers: verdicts,
    because: [
      through,
      ...verdicts.flatMap((one) => one.because.map((why) => `from ${one.caller}: ${why}`)),
      ...doubts,
      ...notes,
    ],
  };
}

function compareEntries(a: EntryPoint, b: EntryPoint): number {
  const [inOrder] = [
    compareText(a.name, b.name),
    a.workload - b.workload,
    compareText(a.protocol, b.protocol),
    a.port - b.port,
  ].filter((one) => one !== 0);
  return inOrder ?? 0;
}
