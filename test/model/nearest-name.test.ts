import fc from 'fast-check';
import { nearestName } from '../../model/nearest-name';

describe('nearestName()', () => {
  const names = ['national', 'sandbox', 'staging'];

  test.each([
    ['natoinal', 'national', 'two letters swapped'],
    ['sandbx', 'sandbox', 'a letter left out'],
    ['sandboxx', 'sandbox', 'a letter too many'],
    ['stagong', 'staging', 'a wrong letter'],
    ['national', 'national', 'the name itself'],
  ])('finds what %s means: %s (%s)', (typed, meant) => {
    expect(nearestName(typed, names)).toBe(meant);
  });

  test('offers nothing when more than a third differs, or there is nothing to offer', () => {
    expect(nearestName('production', names)).toBeUndefined();
    expect(nearestName('', names)).toBeUndefined();
    expect(nearestName('sandbox', [])).toBeUndefined();
  });

  test('takes the first of two that are equally near', () => {
    expect(nearestName('aaax', ['aaab', 'aaac'])).toBe('aaab');
  });

  test('compares no name of more than eighty characters, however near', () => {
    const long = 'a'.repeat(81);
    expect(nearestName(long, [long])).toBeUndefined();
    expect(nearestName('a'.repeat(80), [long, 'a'.repeat(79)])).toBe('a'.repeat(79));
  });

  test('forgives one departure from a name of at least three letters', () => {
    const name = fc.stringMatching(/^[a-z]{3,20}$/);
    fc.assert(
      fc.property(name, fc.nat(), (one, at) => {
        const place = at % one.length;
        expect(nearestName(`${one.slice(0, place)}#${one.slice(place + 1)}`, [one])).toBe(one);
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});
