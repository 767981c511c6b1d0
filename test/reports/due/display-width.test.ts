import fc from 'fast-check';
import { displayWidth, padToWidth } from '../../../reports/text/display-width';

describe('displayWidth()', () => {
  it('counts a letter with its diacritics once, however it is encoded', () => {
    const word = 'thời hạn, điều khoản';
    expect(displayWidth(word)).toBe(20);
    expect(displayWidth(word.normalize('NFD'))).toBe(20);
    expect(displayWidth('')).toBe(0);
  });

  it('counts what is wide twice', () => {
    expect(displayWidth('越南')).toBe(4);
    expect(displayWidth('✘')).toBe(1);
  });

  it('pads to one width and never cuts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, width) => {
        const padded = padToWidth(text, width);
        expect(padded.startsWith(text)).toBe(true);
        expect(displayWidth(padded)).toBe(Math.max(width, displayWidth(text)));
      }),
      { seed: 8 },
    );
  });
});
