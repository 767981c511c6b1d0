import fc from 'fast-check';
import { safeName } from '../../../reports/text/safe-name';

describe('safeName()', () => {
  it.each(['p01', 'd331-13.2b', 'ndc-1-shared-0'])('leaves %s as it is', (id) => {
    expect(safeName(id)).toBe(id);
  });

  it.each([
    '..',
    '../p01',
    'p01/..',
    'P01',
    'con',
    'nul.x',
    'a..b',
    '.a',
    'a.',
    '',
    'x.0',
    'ấp',
    'a b',
    'a'.repeat(200),
  ])('writes digits for %j', (id) => {
    expect(safeName(id)).toMatch(/^x\.[0-9a-f]{20}$/);
  });

  it('is harmless for every id, and never the same for two, whatever a file system makes of capitals', () => {
    const id = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-zA-Z0-9.~/-]{0,6}$/));
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(safeName(a)).toMatch(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/);
        expect(safeName(a) === safeName(b)).toBe(a === b);
      }),
      { numRuns: 500 },
    );
  });
});
