import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { valueOf } from '../../model/problem';
import { readCluster } from '../../resources/reachability/cluster-input';
import { podConnections } from '../../resources/reachability/query/connections';
import { Reachability } from '../../resources/reachability/solve/reachability';
import { readAssembly } from '../../resources/read/read-assembly';
import { AssemblyView } from '../../resources/view/assembly-view';
import { measureNation } from './nation';
import { makeCloud, type CloudSize } from './make-cloud';

interface Row extends CloudSize {
  readonly pods: number;
  readonly policies: number;
  readonly connections: number;
  readonly seconds: number;
  readonly megabytes: number;
  /** Of so many runs the seconds are the middle ones. */
  readonly runs: number;
  /** @default - no target for this size */
  readonly secondsTarget?: number;
}

const MEGABYTE = 2 ** 20;

/** Solves a generated cloud from its parsed objects to every pair that is allowed, on one thread. */
function measure(size: CloudSize, secondsTarget?: number, runs = 1): Row {
  const rows = Array.from({ length: runs }, () => measureOnce(size));
  const sorted = rows.toSorted((a, b) => a.seconds - b.seconds);
  const middle = sorted[Math.floor(runs / 2)];
  if (middle === undefined) throw new RangeError('no run');
  const row = { ...middle, runs };
  process.stderr.write(`${JSON.stringify(row)}\n`);
  return secondsTarget === undefined ? row : { ...row, secondsTarget };
}

function measureOnce(size: CloudSize): Omit<Row, 'runs'> {
  const resources = makeCloud(size);
  const start = process.hrtime.bigint();
  const cluster = readCluster(resources);
  const reachability = new Reachability(cluster, { blocksTakePods: 'never' });
  let connections = 0;
  const found = podConnections(reachability);
  while (found.next().done !== true) connections += 1;
  const seconds = Number((Number(process.hrtime.bigint() - start) / 1e9).toFixed(2));
  const [pods, policies] = [cluster.workloads.length, cluster.policies.length];
  const megabytes = Math.round(process.memoryUsage().rss / MEGABYTE);
  return { ...size, pods, policies, connections, seconds, megabytes };
}

/** The exponent e of seconds = c · policies^e, by least squares over the logarithms of the rows. */
function exponentOf(rows: readonly Row[]): number {
  const points = rows.map(({ policies, seconds }) => [Math.log(policies), Math.log(seconds)] as const);
  const mean = (of: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(([one]) => one), mean(([, other]) => other)];
  const over = points.reduce((sum, [one, other]) => sum + (one - x) * (other - y), 0);
  const under = points.reduce((sum, [one]) => sum + (one - x) ** 2, 0);
  return Number((over / under).toFixed(2));
}

const TENANTS_OF_THE_NATION = 3_400;
/** Small clouds are done before the compiler of the runtime is. */
const RUNS = 9;
const [folder] = process.argv.slice(2);
const rows = [
  measure({ tenants: 32, workloads: 30 }, 0.3, RUNS),
  // As many workloads, and more policies: each tenant has its own.
  measure({ tenants: 240, workloads: 4 }, 0.3, RUNS),
  ...[425, 850, 1_700].map((tenants) => measure({ tenants, workloads: 30 })),
  measure({ tenants: TENANTS_OF_THE_NATION, workloads: 30 }, 10),
];
const nation = folder === undefined ? undefined : measureNation(new AssemblyView(valueOf(readAssembly(folder))));
if (nation !== undefined) process.stderr.write(`${JSON.stringify(nation)}\n`);
const machine = { node: process.version, cores: availableParallelism() };
const exponent = exponentOf(rows.slice(2));
const target = join(resolve(__dirname, '..', '..', '..'), 'bench', 'reachability', 'results.json');
writeFileSync(target, `${JSON.stringify({ machine, nation, exponent, rows }, undefined, 2)}\n`);
