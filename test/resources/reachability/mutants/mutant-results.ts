import { mutantKinds, type MutantKind } from './mutant';
import type { TriedAssembly } from './try-nation';
import type { TriedMutant } from './try-mutants';

/** What became of the mutants of one kind of change and one kind of object. */
interface ResultRow {
  readonly change: string;
  readonly object: string;
  readonly made: number;
  readonly caught: number;
  readonly neutral: number;
  readonly missed: number;
  readonly falseAlarms: number;
}

/** Figures of all tried mutants, as `bench/segmentation/mutants.json` holds them. */
export interface MutantResults {
  /** Digest of the assembly whose objects were changed. */
  readonly assembly: string;
  readonly clusters: number;
  readonly mutants: number;
  readonly rows: readonly ResultRow[];
  readonly reproofs: {
    /** How many workloads were solved again in the middle one, and in the largest. */
    readonly touched: { readonly median: number; readonly largest: number };
    readonly milliseconds: { readonly median: number; readonly of95Percent: number; readonly largest: number };
  };
}

/** Counts what became of mutants, kinds of change in their order and kinds of object sorted. */
export function mutantResults({ assembly, clusters, all, tried }: TriedAssembly): MutantResults {
  const objects = [...new Set(tried.map(({ mutant }) => mutant.resource.kind))].toSorted();
  const rows = (Object.keys(mutantKinds) as readonly MutantKind[]).flatMap((kind) =>
    objects.flatMap((object): readonly ResultRow[] => {
      const own = tried.filter(({ mutant }) => mutant.kind === kind && mutant.resource.kind === object);
      const count = (fate: TriedMutant['fate']): number => own.filter((one) => one.fate === fate).length;
      if (own.length === 0) return [];
      return [
        {
          change: mutantKinds[kind],
          object,
          made: own.length,
          caught: count('caught'),
          neutral: count('neutral'),
          missed: count('missed'),
          falseAlarms: count('false alarm'),
        },
      ];
    }),
  );
  const times = tried.map(({ milliseconds }) => milliseconds);
  const ends = tried.map(({ touched }) => touched);
  return {
    assembly,
    clusters,
    mutants: all,
    rows,
    reproofs: {
      touched: { median: quantile(ends, 0.5), largest: quantile(ends, 1) },
      milliseconds: {
        median: quantile(times, 0.5),
        of95Percent: quantile(times, 0.95),
        largest: quantile(times, 1),
      },
    },
  };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor((sorted.length - 1) * part)] ?? 0) * 10) / 10;
}

/** What is wrong with the fates of mutants, a line each: those missed, false alarms, and those that a server refuses. */
export function wrongFates(tried: readonly TriedMutant[]): readonly string[] {
  return tried.flatMap(({ mutant, fate, changed, flagged, refused }) => {
    const { kind, resource, where } = mutant;
    const called = `${kind} of ${resource.id}: ${where}`;
    const [why] = refused;
    if (why !== undefined) return [`refused: ${called}: ${why}`];
    if (fate === 'missed') return [`missed: ${called}: ${changed === undefined ? '' : changeText(changed)}`];
    if (fate !== 'false alarm' || flagged === undefined) return [];
    return [
      `false alarm: ${called}: ${flagged.kind} ${flagged.from} → ${flagged.to} ${flagged.port}/${flagged.protocol}`,
    ];
  });
}

function changeText({ flow, before, after }: NonNullable<TriedMutant['changed']>): string {
  const name = (end: typeof flow.from): string => (typeof end === 'string' ? end : `${end.namespace}/${end.name}`);
  return `${name(flow.from)} → ${name(flow.to)} ${flow.port}/${flow.protocol} was ${before}, is ${after}`;
}
