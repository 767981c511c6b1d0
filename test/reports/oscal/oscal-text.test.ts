import fc from 'fast-check';
import { markup, plain } from '../../../reports/oscal/parts/oscal-text';
import { hostile } from '../report-kit';

/** What NIST's schema asks of a string and of a line of Markdown. */
const STRING = /^\S(.*\S)?$/u;
const LINE = /^[^\n]+$/u;

describe('texts of OSCAL', () => {
  it('are strings that OSCAL takes, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plain(text)).toMatch(STRING);
        if (text !== '') expect(markup(text)).toMatch(LINE);
      }),
    );
    expect(plain('x'.repeat(100_000))).toHaveLength(100_000);
  });

  it('stay apart when they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3 }), fc.string({ unit: 'binary', maxLength: 3 }), (a, b) => {
        expect(plain(a) === plain(b)).toBe(a === b);
        expect(markup(a) === markup(b)).toBe(a === b);
      }),
    );
    expect(new Set(['', ' ', '  ', 'a ', ' a', 'a', '\ud800', '\ud801'].map(plain)).size).toBe(8);
  });

  it('show what can’t be seen, and are no markup', () => {
    expect(plain(hostile)).toBe('<img src=x onerror=alert(1)>|`*_[a](b)⟦U+202E⟧⟦U+0000⟧⟦U+D800⟧"\'&⟦U+000A⟧# x');
    expect(markup('<b>*a* [c](d)')).toBe('\\<b\\>\\*a\\* \\[c\\](d)');
  });
});
