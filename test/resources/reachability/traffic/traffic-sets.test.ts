import fc from 'fast-check';
import { PORT_MAX, protocols, type PortRange } from '../../../../resources/reachability/traffic/traffic';
import { TrafficSets } from '../../../../resources/reachability/traffic/traffic-sets';

const ranges = fc.array(
  fc
    .record({
      protocol: fc.constantFrom(...protocols),
      ends: fc.tuple(fc.integer({ min: 1, max: PORT_MAX }), fc.integer({ min: 1, max: PORT_MAX })),
    })
    .map(({ protocol, ends }): PortRange => ({ protocol, first: Math.min(...ends), last: Math.max(...ends) })),
  { maxLength: 6 },
);

describe('sets of traffic', () => {
  it('keep their numbers and ports, and what they make together, once more ports are told apart', () => {
    fc.assert(
      fc.property(ranges, ranges, (first, later) => {
        const sets = new TrafficSets(first);
        const made = [sets.nothing, sets.everything, ...first.map((one) => sets.of([one])), sets.of(first)];
        const pairs = made.flatMap((left) => made.map((right) => [left, right] as const));
        const tell = () => ({
          made: made.map((one) => sets.rangesOf(one)),
          joined: pairs.map(([a, b]) => [sets.and(a, b), sets.or(a, b), sets.minus(a, b)]),
        });
        const before = tell();
        sets.refine(later);
        expect(tell()).toEqual(before);
        expect(first.map((one) => sets.of([one]))).toEqual(made.slice(2, -1));
        const fresh = new TrafficSets([...first, ...later]);
        expect(sets.rangesOf(sets.of(later))).toEqual(fresh.rangesOf(fresh.of(later)));
      }),
    );
  });
});
