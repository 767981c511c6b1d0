import fc from 'fast-check';
import { canonicalJson } from '../../model/canonical-json';

/** The number whose IEEE 754 bits are given in hexadecimal. */
function fromBits(bits: string): number {
  return Buffer.from(bits, 'hex').readDoubleBE();
}

describe('canonicalJson()', () => {
  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number of bits %s as %s (RFC 8785 appendix B)', (bits, text) => {
    expect(canonicalJson(fromBits(bits))).toBe(text);
  });

  test.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])('refuses the bits %s: no number', (bits) => {
    expect(() => canonicalJson({ a: [fromBits(bits)] })).toThrow(RangeError);
  });

  test('writes the example of RFC 8785 section 3.2.2', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('sorts keys by UTF-16 code units (RFC 8785 section 3.2.3)', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = [...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map(([, text]) => text);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  test('sorts keys that look like numbers as text, at every depth', () => {
    expect(canonicalJson({ 10: { b: 1, a: 2 }, 9: [] })).toBe('{"10":{"a":2,"b":1},"9":[]}');
  });

  test('leaves undefined properties out', () => {
    expect(canonicalJson({ a: undefined, b: { c: undefined } })).toBe('{"b":{}}');
  });

  test.each(['\ud800', 'a\udc00b', '\udc00\ud800'])('refuses a lone surrogate in a value and in a key', (text) => {
    expect(() => canonicalJson([text])).toThrow(new RangeError('a string has a lone surrogate'));
    expect(() => canonicalJson({ [text]: 1 })).toThrow(new RangeError('a string has a lone surrogate'));
  });

  test.each([
    ['\ud800', '["\\ud800"]'],
    ['a\udc00b', '["a\\udc00b"]'],
    ['\udc00\ud800', '["\\udc00\\ud800"]'],
  ])('writes a lone surrogate as its escape where that is asked for', (text, expected) => {
    expect(canonicalJson([text], 'escaped')).toBe(expected);
    expect(JSON.parse(canonicalJson({ [text]: [text] }, 'escaped'))).toEqual({ [text]: [text] });
  });

  test('is the same text either way where there is none', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        expect(canonicalJson(value, 'escaped')).toBe(canonicalJson(value));
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('loses nothing, and gives the same text again', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const text = canonicalJson(value);
        const back: unknown = JSON.parse(text);
        expect(back).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(back)).toBe(text);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
