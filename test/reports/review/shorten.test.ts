import fc from 'fast-check';
import { shorten, shortenList } from '../../../reports/review/words/shorten';
import { visibleText } from '../../../reports/text/visible-text';

describe('shorten()', () => {
  test('leaves what is short, cuts what is long, and tells how much was cut', () => {
    expect(shorten('abc', 3)).toBe('abc');
    expect(shorten('abcd', 3)).toBe('abc… (+1)');
    expect(shorten('a\u202e\u202e', 9)).toBe('a\u202e… (+1)');
  });

  test('keeps as much as shows in the room that there is, and parts no pair of surrogates', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', minLength: 20 }));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (given, max) => {
        const cut = shorten(given, max);
        const [, kept = given, left = '0'] = /^([^]*)… \(\+(\d+)\)$/.exec(cut) ?? [];
        expect(kept).toBe(given.slice(0, given.length - Number(left)));
        expect(visibleText(kept).length).toBeLessThanOrEqual(max);
        expect(kept.isWellFormed()).toBe(given.isWellFormed() || kept.isWellFormed());
        const next = given.codePointAt(kept.length);
        if (next !== undefined) expect(visibleText(kept + String.fromCodePoint(next)).length).toBeGreaterThan(max);
      }),
    );
  });

  test('names the first of a list and counts the others', () => {
    expect(shortenList(['a', 'b'], 2)).toEqual(['a', 'b']);
    expect(shortenList(['a', 'b', 'c', 'd'], 2)).toEqual(['a', 'b', '… +2']);
  });
});
