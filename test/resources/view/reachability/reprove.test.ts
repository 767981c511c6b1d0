import { ClusterReachability } from '../../../../resources/view/reachability/cluster-reachability';
import { comparePaths, type PathDifference } from '../../../../resources/view/reachability/compare-paths';
import { edited, reprove } from '../../../../resources/view/reachability/reprove';
import type { AssemblyView } from '../../../../resources/view/assembly-view';
import { sandboxView } from '../../../evidence/segmentation/certified-sandbox';
import { isSpread } from '../../reachability/mutants/spread';
import { editOf, MutatedCluster } from '../../reachability/mutants/try-mutants';

const TRIED = 40;

describe('a proof after one edit', () => {
  let view: AssemblyView;
  beforeAll(async () => {
    view = await sandboxView();
  });

  it('finds what the whole cluster solved anew finds, one edit after the other', () => {
    const found = view.model.clusters.flatMap((cluster) => {
      const before = view.reachability.of(cluster);
      const mutated = new MutatedCluster(before, view.resources.inCluster(cluster.id));
      const mutants = mutated.mutated.flatMap((resource) => mutated.mutantsOf(resource));
      const spread = { size: mutants.length, count: TRIED };
      return mutants
        .filter((_, index) => isSpread(index, spread))
        .map((mutant) => {
          const { edit } = editOf(before, mutant);
          const whole = new ClusterReachability({ ...before, input: edited(before.input, edit) });
          const differences = [...reprove(before, edit).differences];
          expect(textsOf(differences)).toEqual(textsOf([...comparePaths(whole)]));
          return differences.length > 0;
        });
    });
    expect(found.filter((isFound) => isFound).length).toBeGreaterThan(TRIED);
    expect(found.filter((isFound) => !isFound).length).toBeGreaterThan(TRIED);
  });

  it('leaves what was solved before as it was', () => {
    const [cluster] = view.model.clusters;
    if (cluster === undefined) throw new Error('the sandbox has no cluster');
    const before = view.reachability.of(cluster);
    const out = before.input.policies.filter(({ resource }) => resource.kind === 'NetworkPolicy');
    expect([...reprove(before, { kind: 'policies', out, in: [] }).differences]).not.toEqual([]);
    expect([...comparePaths(before)]).toEqual([]);
    const { differences, touched } = reprove(before, { kind: 'policies', out: [], in: [] });
    expect([[...differences], touched]).toEqual([[], 0]);
  });
});

/** Differences by both ends and the packet; how addresses are told depends on what else is told apart. */
function textsOf(differences: readonly PathDifference[]): readonly string[] {
  const texts = differences.map(({ kind, namespaces, from, to, protocol, port, wantedBy }) =>
    [
      kind,
      namespaces.from === undefined ? 'outside' : from,
      namespaces.to === undefined ? 'outside' : to,
      `${port}/${protocol}`,
      wantedBy,
    ].join(' '),
  );
  return [...new Set(texts)].toSorted();
}
