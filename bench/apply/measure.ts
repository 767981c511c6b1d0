import { inParallel } from '../../delivery/in-parallel';
import { applyObjects } from '../../delivery/kubernetes/apply/apply-objects';
import { openCluster, type ClusterClient } from '../../delivery/kubernetes/client/cluster-client';
import type { ClusterAccess } from '../../delivery/kubernetes/connect/cluster-access';
import type { JsonObject, Resource } from '../../resources/resource';

/** What one run took. */
export interface Probe {
  readonly objectsPerSecond: number;
  /** CPU of the client for each object, in microseconds. */
  readonly cpuMicroseconds: number;
}

/** A way to apply many objects. */
export type Applying = (client: ClusterClient, objects: readonly Resource[]) => Promise<void>;

/** Every cluster has it. */
const NAMESPACE = 'default';

/** Objects that are on their way at once; the client's own limits go before. */
const AT_A_TIME = 200;

/** The client alone: one server-side apply after the other, many at a time. */
export const applySingly: Applying = async (client, objects) => {
  const results = await inParallel(objects, AT_A_TIME, (one) => client.apply(one, one.body));
  const failed = results.find(({ ok }) => !ok);
  if (failed !== undefined) throw new Error(`not applied: ${JSON.stringify(failed)}`);
};

/** All that a deployment does: stages, what stood before, the outcome of each object. */
export const applyAll: Applying = async (client, objects) => {
  const done = await applyObjects({ client, objects });
  if (!done.reached || done.outcomes.some((one) => !('uid' in one))) throw new Error('not all were applied');
};

/** Runs once and measures it; discovery and connections are made before. */
export async function probe(access: ClusterAccess, objects: readonly Resource[], apply: Applying): Promise<Probe> {
  const clock = { now: () => Date.now(), after };
  const client = openCluster({ access, outside: { clock, random: () => Math.random() } });
  await client.kinds();
  const start = process.hrtime.bigint();
  const before = process.cpuUsage();
  await apply(client, objects);
  const { user, system } = process.cpuUsage(before);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  client.close();
  return {
    objectsPerSecond: Math.round(objects.length / seconds),
    cpuMicroseconds: Math.round((user + system) / objects.length),
  };
}

/** Tells the objects of one program run from those of others, which stand in the cluster already. */
const run = Date.now().toString(36);

/** Config maps of about 1 kB, the size of a network policy; with sorted keys, as assemblies are written. */
export function configMaps(count: number): readonly Resource[] {
  const text = 'x'.repeat(400);
  return Array.from({ length: count }, (_, index) => {
    const name = `bench-${run}-${index}`;
    const metadata = { name, namespace: NAMESPACE };
    return resource({ apiVersion: 'v1', data: { a: text, b: text }, kind: 'ConfigMap', metadata }, name);
  });
}

function resource(body: JsonObject, name: string): Resource {
  const artifact = { file: 'bench.yaml', engine: 'kubernetes', address: name } as const;
  const names = { apiVersion: 'v1', kind: 'ConfigMap', name, namespace: NAMESPACE, cluster: 'bench', site: 'bench' };
  return { id: `bench/ConfigMap/${NAMESPACE}/${name}`, ...names, body, artifact, constructPath: '', source: '' };
}

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
