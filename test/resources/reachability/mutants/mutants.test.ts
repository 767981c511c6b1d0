import { valueOf } from '../../../../model/problem';
import { readAssembly } from '../../../../resources/read/read-assembly';
import { AssemblyView } from '../../../../resources/view/assembly-view';
import { comparePaths } from '../../../../resources/view/reachability/compare-paths';
import { writtenAssembly } from '../../../support/written/written-assembly';
import { mutantKinds } from './mutant';
import { wrongFates } from './mutant-results';
import { tryAssembly, type TriedAssembly } from './try-nation';

const WANTED = 150;

describe('the sandbox with one object changed in one place', () => {
  let view: AssemblyView;
  let found: TriedAssembly;
  beforeAll(async () => {
    view = new AssemblyView(valueOf(readAssembly((await writtenAssembly('sandbox')).folder)));
    found = tryAssembly(view, WANTED);
  });

  it('differs in no path from what is declared before any change', () => {
    const differing = view.model.clusters.flatMap((one) => [...comparePaths(view.reachability.of(one))]);
    expect(differing).toEqual([]);
  });

  it('differs from what is declared exactly where brute force finds a flow that changes', () => {
    expect(found.tried).toHaveLength(WANTED);
    expect(wrongFates(found.tried)).toEqual([]);
  });

  it('is changed in many ways, of which many matter and many do not', () => {
    const kinds = new Set(found.tried.map(({ mutant }) => mutant.kind));
    expect(kinds.size).toBeGreaterThan(Object.keys(mutantKinds).length - 3);
    const count = (fate: string): number => found.tried.filter((one) => one.fate === fate).length;
    expect(count('caught')).toBeGreaterThan(WANTED / 5);
    expect(count('neutral')).toBeGreaterThan(WANTED / 5);
  });
});
