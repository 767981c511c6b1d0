import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { valueOf } from '../../model/problem';
import { changesInPermissions } from '../../resources/permissions/change/changes-in-permissions';
import { changesInEscalations, escalationsOf } from '../../resources/permissions/escalation/escalations-of';
import { readPermissionsOfClusters } from '../../resources/permissions/read-permissions';
import { readAssembly } from '../../resources/read/read-assembly';
import type { JsonObject, Resource } from '../../resources/resource';
import { middleOf } from '../middle';

/** Runs of each measurement; the middle one counts, and the first is told too, before the runtime has compiled. */
const RUNS = 9;
const SECONDS_TARGET = 1.5;
const NANOSECONDS = 1e9;

interface Run {
  readonly secondsToRead: number;
  readonly secondsForPermissions: number;
  readonly secondsForEscalations: number;
  readonly seconds: number;
}

/** The same assembly after a rule of every tenant's administrators was added: what most holders gain. */
function edited(resources: readonly Resource[]): readonly Resource[] {
  const shell = { apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] };
  return resources.map((one) => {
    if (one.kind !== 'ClusterRole' || one.name !== 'tenant-administrator') return one;
    const rules = one.body['rules'] as readonly JsonObject[];
    return { ...one, body: { ...one.body, rules: [...rules, shell] } };
  });
}

/** Reads both states of an assembly from their objects and compares all that is compared of them, on one thread. */
function runOnce(before: readonly Resource[], after: readonly Resource[]): Run {
  const times = [process.hrtime.bigint()];
  const [base, head] = [readPermissionsOfClusters(before), readPermissionsOfClusters(after)];
  times.push(process.hrtime.bigint());
  changesInPermissions(base, head);
  times.push(process.hrtime.bigint());
  changesInEscalations(base, head);
  times.push(process.hrtime.bigint());
  const seconds = (from: number, to: number): number =>
    Number((Number((times[to] ?? 0n) - (times[from] ?? 0n)) / NANOSECONDS).toFixed(3));
  return {
    secondsToRead: seconds(0, 1),
    secondsForPermissions: seconds(1, 2),
    secondsForEscalations: seconds(2, 3),
    seconds: seconds(0, 3),
  };
}

/** Compares an assembly with itself after an edit, and writes what it took beside this program's source. */
function measure(folder: string): void {
  const { environment, resources } = valueOf(readAssembly(folder));
  const after = edited(resources);
  const runs = Array.from({ length: RUNS }, () => runOnce(resources, after));
  const clusters = readPermissionsOfClusters(resources);
  const changes = changesInPermissions(clusters, readPermissionsOfClusters(after));
  const results = {
    machine: { node: process.version, cores: availableParallelism() },
    environment,
    objects: resources.length,
    clusters: clusters.length,
    grants: clusters.reduce((sum, { grants }) => sum + grants.length, 0),
    changes: changes.map(({ subjects, namespaces }) => ({ subjects, namespaces })),
    escalations: escalationsOf(clusters).length,
    first: runs[0],
    middle: middleOf(runs, (one) => one.seconds),
    secondsTarget: SECONDS_TARGET,
  };
  const target = join(resolve(__dirname, '..', '..', '..'), 'bench', 'permissions', 'results.json');
  writeFileSync(target, `${JSON.stringify(results, undefined, 2)}\n`);
  process.stdout.write(`${JSON.stringify(results)}\n`);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new RangeError('name the folder of an assembly');
measure(folder);
