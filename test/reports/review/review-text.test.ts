import fc from 'fast-check';
import { riskClassNames } from '../../../model/approvals/risk-class';
import { foldText } from '../../../reports/review/text/fold-text';
import { reviewText } from '../../../reports/review/text/review-text';
import { expectGolden } from '../../support/expect-golden';
import { hostileChoice, replaceTexts, unsigned } from './hostile-review';
import { content, manyObjects, reviewOf, risk } from './review-kit';

/** Control characters, marks that turn texts around, and lone surrogates; line feeds part the lines. */
const HIDDEN = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u;

describe('reviewText()', () => {
  test.each(['en', 'vi'] as const)('tells one of everything on a page in %s', (language) => {
    expectGolden(`review/one-of-everything.${language}.txt`, reviewText(reviewOf(), { language }));
  });

  test('tells 1,000 objects on 60 lines, with every class of risk and who must sign for it', () => {
    const risks = riskClassNames.flatMap((name) => Array.from({ length: 40 }, () => risk(name)));
    const needs = riskClassNames.map((name) => ({ class: name, signatures: 2, of: ['security', 'operations'] }));
    const page = reviewText(reviewOf({ objects: manyObjects(1_000), risks, needs }));
    const lines = page.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(lines.filter((line) => line.includes('2 people in different roles of'))).toHaveLength(riskClassNames.length);
    expect(page).toContain('Objects: 334 added, 333 removed, 333 changed');
    expect(page.indexOf('Who may sign, or who must, changes')).toBeLessThan(page.indexOf('A new finding'));
  });

  test('tells a risk of every class before the second of any', () => {
    const risks = (['internet-path', 'finding-added'] as const).flatMap((name) =>
      Array.from({ length: 40 }, () => risk(name)),
    );
    expect(reviewText(reviewOf({ risks }))).toContain('something of finding-added');
  });

  test('says that nobody must sign, and that nothing differs', () => {
    const none = {
      risks: [],
      rules: [],
      rights: [],
      escalations: [],
      needs: [],
      facts: [],
      findings: [],
      paths: [],
      quotas: [],
      recovery: [],
      waivers: [],
    };
    const page = reviewText(reviewOf({ ...none, objects: [] }));
    expect(page).toContain('✔ Nobody must sign');
    expect(page).toContain('No risk was found.');
    expect(page).toContain('Nothing differs.');
  });

  test('says of the first deploy that there is nothing to compare with', () => {
    const { digest, content: whole, head } = reviewOf({ authors: [] });
    const page = reviewText({ digest, content: whole, head });
    expect(page).toMatch(/Base +nothing was deployed/);
    expect(page).toMatch(/Authors +nobody is on record\n/);
  });

  test('fits 60 lines of a width and shows every character, whatever names are', () => {
    fc.assert(
      fc.property(hostileChoice, fc.integer({ min: 60, max: 200 }), ({ times, texts }, width) => {
        const review = unsigned(replaceTexts(times, (place) => texts[place % texts.length] ?? ''));
        const page = reviewText(review, { width, language: 'vi' });
        const lines = page.split('\n').slice(0, -1);
        expect(lines.length).toBeLessThanOrEqual(60);
        expect(page).not.toMatch(HIDDEN);
        expect(lines.filter((line) => [...line].length > width && !line.includes('sha256:'))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('leaves no name of authors, roles or risks out of a page that has room for it', () => {
    const page = reviewText(reviewOf());
    for (const { what, witness } of content.risks)
      for (const word of `${what.en} ${witness.en}`.split(' ')) expect(page).toContain(word);
  });
});

describe('foldText()', () => {
  test('folds at blanks, breaks longer words and loses nothing that fits', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 10, max: 40 }), (text, width) => {
        const lines = foldText(text, { width, indent: 2, linesMax: 1_000 });
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(lines.filter((line) => [...line].length > width)).toEqual([]);
      }),
    );
  });

  test('ends what is cut with a mark', () => {
    expect(foldText('one two three four', { width: 10, indent: 0, linesMax: 1 })).toEqual(['one two …']);
    expect(foldText('one two', { width: 10, indent: 0, linesMax: 1 })).toEqual(['one two']);
  });
});
