import type { Cluster } from '../../../model/site/cluster';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import type { PathDifference } from '../../../resources/view/reachability/compare-paths';
import { fail, pass, type Judgement } from '../../define-policy';
import { namespaceSubjects, type SubjectOf } from '../../subjects';

/** A namespace of a cluster, of tenants or of the platform, whose paths are judged. */
export interface PathPlace {
  readonly cluster: Cluster;
  readonly namespace: string;
}

const WANT = {
  undeclared: 'no path but those of declared flows, names, metrics, and what the platform needs',
  closed: 'the declared path open for every pod at its ends',
} as const satisfies Record<PathDifference['kind'], string>;

/** Every namespace of every cluster that workloads are or may be in. */
export function pathSubjects(view: AssemblyView): readonly SubjectOf<PathPlace>[] {
  const known = new Map(namespaceSubjects(view.model.namespaces).map((one) => [one.id, one]));
  return view.model.clusters.flatMap((cluster) =>
    view.reachability.of(cluster).namespaces.map((namespace) => {
      const id = `namespace/${cluster.id}/${namespace}`;
      return { ...(known.get(id) ?? { id }), of: { cluster, namespace } };
    }),
  );
}

/** Judges the paths of a namespace: the first that differs, with the packet and the rules that decide about it. */
export function judgePaths(
  { reachability }: AssemblyView,
  { cluster, namespace }: PathPlace,
  kind: PathDifference['kind'],
): Judgement {
  const found = (reachability.differencesIn(cluster).get(namespace) ?? []).filter(
    ({ witness }) => witness.kind === kind,
  );
  const first = found[0]?.witness;
  if (first === undefined) return pass;
  const count = found.reduce((sum, { ends }) => sum + ends, 0);
  const others = count === 1 ? '' : ` (and ${kind === 'undeclared' ? 'at least ' : ''}${count - 1} more)`;
  return fail(`${first.from} → ${first.to}`, `${packetText(first)}${others}: ${first.because.join('; ')}`, WANT[kind]);
}

function packetText({ kind, port, protocol, wantedBy }: PathDifference): string {
  const packet = `${port}/${protocol}`;
  return kind === 'undeclared' ? `${packet} may pass` : `${packet} of ${wantedBy ?? 'nobody'} may not pass`;
}
