import { parseIp } from '../../../../model/address/ip';
import { valueOf } from '../../../../model/problem';
import { nameOf } from '../../../../resources/reachability/query/ends';
import { privateBlocks, readSelection } from '../../../../resources/reachability/query/read-selection';
import { parseCidr } from '../../../../model/address/cidr';
import { pod } from '../agreement/expect-flows';
import { solve } from './cluster-of';

const job = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'twice', namespace: 'lab' },
  spec: { template: {} },
};
const solved = solve([pod('shop/front'), pod('shop/data'), pod('edge/front'), pod('lab/twice'), job]);

function read(...texts: readonly string[]) {
  const { workloads, blocks } = valueOf(readSelection(solved.workloads, 'from', texts));
  return { workloads: workloads.map((one) => nameOf(solved, one)), blocks: blocks.map(String) };
}

function nextOf(text: string): string {
  const refused = readSelection(solved.workloads, 'from', [text]);
  return refused.ok ? '' : refused.problems.map(({ next }) => next).join();
}

describe('readSelection()', () => {
  it.each([
    [['shop/data'], ['shop/data[Pod]'], []],
    [['shop/data[Pod]'], ['shop/data[Pod]'], []],
    [['shop/*', 'shop/data'], ['shop/data[Pod]', 'shop/front[Pod]'], []],
    [['203.0.113.7'], [], ['203.0.113.7/32']],
    [['2001:db8::/32', 'edge/front'], ['edge/front[Pod]'], ['2001:db8::/32']],
  ])('reads %j', (texts, workloads, blocks) => {
    expect(read(...texts)).toEqual({ workloads, blocks });
  });

  it('takes for the Internet every address but private ones, each once', () => {
    const { blocks } = valueOf(readSelection([], 'to', ['internet']));
    const holes = privateBlocks.flatMap((text) => {
      const block = parseCidr(text);
      return block.ok ? [block.value] : [];
    });
    expect(holes).toHaveLength(privateBlocks.length);
    for (const [family, all] of [
      [4, 2n ** 32n],
      [6, 2n ** 128n],
    ] as const) {
      const sizes = [...blocks, ...holes].filter((one) => one.family === family).map(({ size }) => size);
      expect(sizes.reduce((sum, size) => sum + size, 0n)).toBe(all);
    }
    expect(blocks.filter((one) => holes.some((hole) => hole.overlaps(one)))).toEqual([]);
    const isIn = (text: string): boolean => {
      const address = parseIp(text);
      return address.ok && blocks.some((one) => one.contains(address.value));
    };
    expect(['9.255.255.255', '10.0.0.0', '172.32.0.0', '172.31.0.0', '2001:db8::1', 'fe80::1'].map(isIn)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it.each([
    ['shop/dta', 'did you mean shop/data?'],
    ['shp/*', 'did you mean shop/*?'],
    ['lab/twice', 'did you mean lab/twice[Job] or lab/twice[Pod]?'],
    ['lab/front', 'did you mean edge/front or shop/front?'],
    ['10.0.0.1/8', 'did you mean 10.0.0.0/8 or 10.0.0.1/32?'],
    ['nothing-like-it', 'run ndc prove reachability to see the names of all workloads'],
    ['', 'run ndc prove reachability to see the names of all workloads'],
  ])('refuses %j and tells what may be meant', (text, next) => {
    expect(nextOf(text)).toBe(next);
  });
});
