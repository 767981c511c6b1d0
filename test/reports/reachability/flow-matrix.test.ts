import { FlowMatrixBuilder, type FlowMatrix } from '../../../reports/reachability/flow-matrix';
import { pairsOf } from '../../../reports/reachability/flow-pairs';
import type { Flow } from '../../../resources/reachability/query/flows';
import { randomFlows } from './flow-kit';

function matrixOf(flows: readonly Flow[]): FlowMatrix {
  const builder = new FlowMatrixBuilder();
  for (const pair of pairsOf(flows)) builder.add(pair);
  return builder.build();
}

/** Whether an end stands in the row of these names, by its own name alone. */
function isIn(end: string, { by, groups }: FlowMatrix, row: number): boolean {
  const group = groups[row];
  const isInside = end.endsWith(']');
  if (group?.first === undefined || group.last === undefined) return !isInside && group !== undefined;
  const name = by === 'workload' ? end : end.replace(/\/.*/, '');
  return isInside && group.first <= name && name <= group.last;
}

/** Counts a cell by going through all flows. */
function countCell(flows: readonly Flow[], matrix: FlowMatrix, [row, column]: readonly [number, number]) {
  const own = flows.filter(({ from, to }) => isIn(from, matrix, row) && isIn(to, matrix, column));
  const count = (verdict: Flow['verdict']): number =>
    new Set(own.filter((flow) => flow.verdict === verdict).map(({ from, to }) => `${from} > ${to}`)).size;
  return { allowed: count('allowed'), depends: count('depends') };
}

describe('FlowMatrixBuilder', () => {
  it.each([
    ['workload', 6, 4],
    ['workload', 30, 2],
    ['namespace', 20, 4],
    ['namespace', 60, 2],
    ['group', 61, 1],
    ['group', 150, 2],
  ] as const)(
    'counts by %s what counting all flows gives: %d namespaces of %d workloads',
    (by, namespaces, workloads) => {
      const flows = randomFlows(namespaces, namespaces, workloads);
      const matrix = matrixOf(flows);
      const seen = new Set(flows.flatMap(({ from, to }) => [from, to]).filter((end) => end.endsWith(']')));
      expect(matrix.by).toBe(by);
      expect(matrix.groups.length).toBeLessThanOrEqual(61);
      expect(matrix.groups.reduce((sum, one) => sum + one.workloads, 0)).toBe(seen.size);
      const cells = new Map(matrix.cells.map(({ from, to, ...cell }) => [`${from} ${to}`, cell]));
      for (const row of matrix.groups.keys()) {
        for (const column of matrix.groups.keys()) {
          const { allowed = 0, depends = 0 } = cells.get(`${row} ${column}`) ?? {};
          const counted = countCell(flows, matrix, [row, column]);
          if (allowed !== counted.allowed || depends !== counted.depends)
            expect({ row, column, allowed, depends }).toEqual({ row, column, ...counted });
        }
      }
      const sum = (verdict: Flow['verdict']): number => matrix.cells.reduce((all, cell) => all + cell[verdict], 0);
      expect({ allowed: sum('allowed'), depends: sum('depends') }).toEqual({
        allowed: matrix.allowed,
        depends: matrix.depends,
      });
      expect(matrix.allowed).toBeGreaterThan(0);
    },
  );

  it('keeps what passes between two workloads, and only there', () => {
    const few = matrixOf(randomFlows(1, 3, 3));
    const [last] = [few.groups.length - 1];
    for (const { from, to, traffic } of few.cells) expect(traffic.length > 0).toBe(from !== last && to !== last);
    expect(matrixOf(randomFlows(1, 30, 3)).cells.every(({ traffic }) => traffic.length === 0)).toBe(true);
  });

  it('takes a workload of a namespace without a name for what it is, not for what is outside', () => {
    const flow: Flow = {
      from: '/web[Pod]',
      to: 'a/b[Pod]',
      protocol: 'TCP',
      ports: [[1, 2]],
      verdict: 'allowed',
      because: [],
    };
    expect(matrixOf([flow]).groups.map(({ first }) => first)).toEqual(['/web[Pod]', 'a/b[Pod]', undefined]);
    const crowd = Array.from({ length: 70 }, (_, index): Flow => ({ ...flow, from: `/w${index}[Pod]` }));
    expect(matrixOf(crowd).groups).toEqual([
      { first: '', last: '', workloads: 70 },
      { first: 'a', last: 'a', workloads: 1 },
      { first: undefined, last: undefined, workloads: 0 },
    ]);
  });

  it('has one row, of what is outside, where there is nothing', () => {
    expect(matrixOf([])).toEqual({
      by: 'workload',
      groups: [{ first: undefined, last: undefined, workloads: 0 }],
      cells: [],
      allowed: 0,
      depends: 0,
    });
  });
});
