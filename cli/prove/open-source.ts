import { resolve } from 'node:path';
import { compareText, firstOrder } from '../../model/build/sort';
import { printCount } from '../../model/print-count';
import { problem, ProblemError, valueOf } from '../../model/problem';
import { readCluster, type ClusterInput } from '../../resources/reachability/cluster-input';
import { plugins, readProfile } from '../../resources/reachability/profile/read-profile';
import type { SolvableCluster } from '../../resources/reachability/query/changes';
import { Reachability, type AskedAbout } from '../../resources/reachability/solve/reachability';
import { readAssembly } from '../../resources/read/read-assembly';
import { readManifests } from '../../resources/read/read-manifests';
import { AssemblyView } from '../../resources/view/assembly-view';
import { troubleText } from '../../reports/reachability/trouble-text';
import { placeText } from '../../reports/text/place-text';
import { visibleText } from '../../reports/text/visible-text';
import type { IntegrityFinding } from '../../resources/assembly';
import type { Resource } from '../../resources/resource';
import { flagOption, textOption, type CommandInput, type CommandOption } from '../command';
import type { Io } from '../io';
import { assemblyFolder, DEFAULT_ENVIRONMENT } from '../project';
import { liveCluster } from './live-cluster';

/** Options by which somebody says what is asked about. */
export const sourceOptions: readonly CommandOption[] = [
  { name: 'manifests', meaning: 'ask about a folder of Kubernetes objects of one cluster', value: 'folder' },
  { name: 'live', meaning: 'ask about a cluster as it stands, by its context', value: 'context' },
  {
    name: 'kubeconfig',
    meaning: 'kubeconfig of the live cluster (default: the one of the sandbox)',
    value: 'file',
  },
  { name: 'sandbox-name', meaning: 'name of the sandbox of the live cluster', value: 'name', default: 'default' },
  {
    name: 'assembly',
    meaning: `ask about an assembly (default: ndc.out/${DEFAULT_ENVIRONMENT})`,
    value: 'folder',
  },
  { name: 'cluster', meaning: 'cluster of the assembly', value: 'id' },
  {
    name: 'plugin',
    meaning:
      'network plugin of manifests or a live cluster that hold no settings of Cilium: it decides what the API leaves open',
    value: 'name',
    default: 'unknown',
    choices: plugins,
  },
];

/** One cluster that is asked about. */
export interface OpenedCluster extends SolvableCluster {
  /** The answer of the cluster, in which what is asked about beside what its policies name is told apart too. */
  readonly solve: (asked?: AskedAbout) => Reachability;
  /** Every file could be read. */
  readonly isRead: boolean;
  /** Everything could be read and understood. */
  readonly isWhole: boolean;
}

/**
 * Reads the one cluster that is asked about, and tells what couldn't be read or understood.
 * @throws ProblemError when nothing or more than one thing is asked about
 */
export async function openCluster(input: CommandInput, io: Io): Promise<OpenedCluster> {
  refuseSeveral(input);
  if (textOption(input, 'manifests') !== undefined) return openManifests(input, io);
  if (textOption(input, 'live') !== undefined) return openLive(input, io);
  const view = openAssembly(textOption(input, 'assembly'), io);
  const known = view.model.clusters.map(({ id }) => id);
  const asked = textOption(input, 'cluster') ?? (known.length === 1 ? known[0] : undefined);
  const cluster = view.model.clusters.find(({ id }) => id === asked);
  if (cluster === undefined) throw new ProblemError([unknownCluster(asked, known)]);
  const of = view.reachability.of(cluster);
  const { input: objects, profile } = of;
  tellTroubles(objects, input, io);
  return {
    input: objects,
    profile,
    solve: (about) => (about === undefined ? of.reachability : new Reachability(objects, profile, about)),
    isRead: true,
    isWhole: objects.troubles.length === 0,
  };
}

/**
 * Reads an assembly.
 * @throws ProblemError when the folder holds none, or one that was changed
 */
export function openAssembly(folder: string | undefined, io: Io): AssemblyView {
  const view = new AssemblyView(valueOf(readAssembly(assemblyFolder(folder, DEFAULT_ENVIRONMENT, io))));
  const [damage] = view.integrity;
  if (damage !== undefined) throw new ProblemError([damaged(damage, view.integrity.length)]);
  return view;
}

function openManifests(input: CommandInput, io: Io): OpenedCluster {
  const folder = textOption(input, 'manifests') ?? '';
  const { resources, integrity } = valueOf(readManifests(resolve(io.cwd, folder)));
  for (const one of integrity) io.err(`${visibleText(placeText(one))}: ${one.kind}: ${visibleText(one.detail)}\n`);
  return opened({ resources, isRead: integrity.length === 0 }, input, io);
}

async function openLive(input: CommandInput, io: Io): Promise<OpenedCluster> {
  return opened({ resources: await liveCluster(input, io), isRead: true }, input, io);
}

interface ReadInput {
  readonly resources: readonly Resource[];
  /** Every file could be read. */
  readonly isRead: boolean;
}

function opened({ resources, isRead }: ReadInput, input: CommandInput, io: Io): OpenedCluster {
  const cluster = solvableCluster(resources, input);
  tellTroubles(cluster.input, input, io);
  const isWhole = isRead && cluster.input.troubles.length === 0;
  return { ...cluster, solve: (about) => new Reachability(cluster.input, cluster.profile, about), isRead, isWhole };
}

/** Objects of one cluster, whoever wrote them, as they can be solved: with the plugin that they tell, or that is named. */
export function solvableCluster(resources: readonly Resource[], input: CommandInput): SolvableCluster {
  const cluster = readCluster(resources);
  const named = plugins.find((one) => one === textOption(input, 'plugin'));
  const { profile, troubles } = readProfile(resources, undefined, named);
  return { input: { ...cluster, troubles: [...cluster.troubles, ...troubles] }, profile };
}

function tellTroubles({ troubles, otherKinds }: ClusterInput, input: CommandInput, io: Io): void {
  for (const one of troubles) io.err(`${troubleText(one)}\n`);
  if (otherKinds.size === 0) return;
  const kinds = [...otherKinds].toSorted(([a, x], [b, y]) => firstOrder(y - x, compareText(a, b)));
  const shown = flagOption(input, 'all') ? kinds : kinds.slice(0, KINDS_SHOWN);
  const left = kinds.length - shown.length;
  const more = left === 0 ? '' : ` and ${printCount(left, 'more kind')}; --all lists them`;
  const text = shown.map(([kind, count]) => `${kind} (${count})`).join(', ');
  io.err(`not about who reaches whom, or not known: ${visibleText(text)}${more}\n`);
}

/** How many kinds that say nothing about the network are told. */
const KINDS_SHOWN = 6;

const SOURCES = ['manifests', 'live', 'assembly'] as const;

function refuseSeveral(input: CommandInput): void {
  const given = SOURCES.filter((name) => textOption(input, name) !== undefined);
  if (given.length < 2) return;
  throw new ProblemError([
    problem({
      code: 'proof-of-several',
      at: given.map((name) => `--${name}`),
      what: 'one run asks about one thing',
      got: given.map((name) => `--${name}`).join(' and '),
      want: SOURCES.map((name) => `--${name}`).join(', or '),
      next: 'run ndc prove once for each',
    }),
  ]);
}

function unknownCluster(got: string | undefined, known: readonly string[]) {
  return problem({
    code: 'cluster-unknown',
    at: ['--cluster'],
    what: 'nothing says which cluster of the assembly is asked about',
    got: got ?? 'no cluster',
    want: known.join(', '),
    next: 'add --cluster ID',
  });
}

function damaged({ kind, file, detail }: IntegrityFinding, count: number) {
  return problem({
    code: 'assembly-damaged',
    at: [file],
    what: 'nothing can be proved of an assembly that was changed after it was written',
    got: `${kind}: ${detail}${count > 1 ? ` (and ${count - 1} more)` : ''}`,
    want: 'the files that its manifest lists, byte for byte',
    next: 'run ndc synth again',
  });
}
