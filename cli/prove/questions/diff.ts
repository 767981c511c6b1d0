import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { printCount } from '../../../model/print-count';
import { problem, ProblemError, valueOf } from '../../../model/problem';
import { policyCatalog } from '../../../policies/catalog';
import { PathWaivers } from '../../../policies/path-waivers';
import { FactPlaces } from '../../../reports/fact-places';
import {
  changeText,
  placedChanges,
  type PlacedChange,
  type WrittenWaiver,
} from '../../../reports/reachability/answers/change-lines';
import { printableJson } from '../../../reports/text/printable-json';
import { changesBetween, type FlowChange, type SolvableCluster } from '../../../resources/reachability/query/changes';
import { readManifests } from '../../../resources/read/read-manifests';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import type { ModelView } from '../../../resources/view/model-view';
import { readClusterPaths } from '../../../resources/view/reachability/cluster-reachability';
import { exitCodes, textOption, type CommandInput } from '../../command';
import { today, type Io } from '../../io';
import { openAssembly, solvableCluster } from '../open-source';
import { defineQuestion } from '../question';

export default defineQuestion({
  summary: 'what passes after and not before, or before and not after, between two assemblies or folders of manifests',
  run(input, io) {
    const [, before, after] = input.arguments;
    if (before === undefined || after === undefined) throw new ProblemError([missing([before, after])]);
    const states = { before: readState(before, input, io), after: readState(after, input, io) };
    const changes = changesOf(states);
    if (textOption(input, 'format') === 'json')
      for (const one of changes) io.out(`${printableJson(JSON.stringify(one))}\n`);
    else io.out(changeText(changes));
    io.err(`${printCount(changes.length, 'change')}\n`);
    return Promise.resolve(changes.length === 0 ? exitCodes.clean : exitCodes.findings);
  },
});

/** The clusters of one state by name; those of an assembly with the model that says whose namespaces are. */
interface State {
  readonly clusters: ReadonlyMap<string, SolvableCluster>;
  readonly model: ModelView | undefined;
  /** What of a change in a cluster exceptions accept; nothing in a folder of manifests, which has none. */
  readonly waiversOf: (change: FlowChange, cluster: string) => readonly WrittenWaiver[];
}

function readState(path: string, input: CommandInput, io: Io): State {
  const folder = resolve(io.cwd, path);
  if (existsSync(join(folder, 'manifest.json'))) {
    const view = openAssembly(folder, io);
    const { model, resources } = view;
    const read = model.clusters.map((one) => readClusterPaths(one, model, resources.inCluster(one.id)));
    return { model, clusters: new Map(read.map((one) => [one.cluster.id, one])), waiversOf: waiversIn(view, io) };
  }
  const { resources, integrity } = valueOf(readManifests(folder));
  if (integrity.length > 0) throw new ProblemError([unreadable(path, integrity[0]?.file ?? '')]);
  return { model: undefined, clusters: new Map([['', solvableCluster(resources, input)]]), waiversOf: () => [] };
}

function changesOf({ before, after }: Readonly<Record<'before' | 'after', State>>): readonly PlacedChange[] {
  const names = [...new Set([...before.clusters.keys(), ...after.clusters.keys()])].toSorted();
  return names.flatMap((cluster) => {
    const [old, now] = [before.clusters.get(cluster), after.clusters.get(cluster)];
    const known = old ?? now;
    if (known === undefined || (old !== undefined && now !== undefined && isSame(old, now))) return [];
    const gone = { ...known, input: { ...known.input, workloads: [], policies: [] } };
    const changes = [...changesBetween(old ?? gone, now ?? gone)];
    const waiversOf = (change: FlowChange): readonly WrittenWaiver[] => after.waiversOf(change, cluster);
    return placedChanges(changes, { cluster, models: [before.model, after.model], waiversOf });
  });
}

/** Finds the waivers of an assembly when they are first asked for. */
function waiversIn(view: AssemblyView, io: Io): State['waiversOf'] {
  const places = new FactPlaces(view);
  let found: PathWaivers | undefined;
  return (change, cluster) => {
    found ??= new PathWaivers({ view, policies: policyCatalog, today: today(io) });
    return found
      .of(change, cluster)
      .map(({ origin, ...waiver }) => ({ ...waiver, declaredAt: places.placeOf(origin.join('/')) }));
  };
}

/** Whether all that decides is written in the same words. */
function isSame(old: SolvableCluster, now: SolvableCluster): boolean {
  const written = ({ input, profile }: SolvableCluster): string =>
    JSON.stringify([
      profile,
      [...input.namespaces].map(([name, labels]) => [name, [...labels]]),
      input.policies.map(({ resource }) => resource.body),
      input.workloads.map(({ resource, labels, ...one }) => [one, [...labels], resource?.body]),
    ]);
  return written(old) === written(now);
}

function missing([before, after]: readonly (string | undefined)[]) {
  return problem({
    code: 'diff-of-one',
    at: ['diff'],
    what: 'a difference is between two states',
    got: before ?? after ?? 'none',
    want: 'two folders: assemblies or manifests',
    next: 'run ndc prove diff BEFORE AFTER',
  });
}

function unreadable(path: string, file: string) {
  return problem({
    code: 'manifests-not-read',
    at: [path],
    what: 'what a state says can’t be told whole',
    got: file,
    want: 'files that can be read',
    next: 'run ndc prove reachability --manifests on the folder to see what is wrong',
  });
}
