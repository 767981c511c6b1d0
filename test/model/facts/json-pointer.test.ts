import fc from 'fast-check';
import { jsonPointer, pointerSteps } from '../../../model/facts/json-pointer';

describe('pointerSteps()', () => {
  it('leads back along whatever keys and indexes a pointer was made of', () => {
    const key = fc.oneof(fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a', ' ') }), fc.nat());
    fc.assert(
      fc.property(fc.array(key, { maxLength: 6 }), (steps) => {
        expect(pointerSteps(jsonPointer(steps))).toEqual(steps.map(String));
      }),
    );
  });

  it('reads the examples of RFC 6901', () => {
    expect(['', '/foo/0', '/', '/a~1b', '/m~0n', '/~01'].map(pointerSteps)).toEqual([
      [],
      ['foo', '0'],
      [''],
      ['a/b'],
      ['m~n'],
      ['~1'],
    ]);
  });
});
