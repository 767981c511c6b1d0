import type { Review } from '../../review/review';
import { reviewJson } from '../../reports/review/review-json';
import { expectGolden } from '../support/expect-golden';
import { publishedValidator } from '../support/schemas/published-validator';
import { EditedSandbox } from './kit/edited-sandbox';
import { factEdits } from './kit/fact-edits';
import { objectEdits } from './kit/object-edits';
import { tenantEdits } from './kit/tenant-edits';
import { untranslated } from './kit/untranslated';

const sandbox = new EditedSandbox();
afterAll(() => sandbox.remove());

const schema = publishedValidator('review.json');
const edits = [...factEdits, ...tenantEdits, ...objectEdits];
const told: string[] = [];

describe('the review of an edit of the sandbox', () => {
  it('has at least 30 edits to tell apart', () => {
    expect(edits.length).toBeGreaterThanOrEqual(30);
    expect(new Set(edits.map(({ name }) => name)).size).toBe(edits.length);
  });

  it.each(edits)('names its risks, each with a witness: $name', async (edit) => {
    const review = await sandbox.review(edit);
    for (const { witness, what } of review.content.risks) {
      expect(witness.vi).not.toBe('');
      expect(witness.en).not.toBe('');
      expect(what.vi).not.toBe(what.en);
    }
    told.push(tell(edit.name, review));
    expect(untranslated(review, sandbox.names)).toEqual([]);
    expect(schema.faultsOf(JSON.parse(reviewJson(review)))).toEqual([]);
  });

  it('asks as many people as a class needs at least, where the state that was deployed doesn’t know the class', async () => {
    const edit = edits.find(({ name }) => name === 'a database accepts a ministry');
    if (edit === undefined) throw new Error('an edit that weakens a border is among the edits');
    const { needs } = (await sandbox.review(edit, 'border-weakened')).content;
    const roles = ['data-protection', 'operations', 'security'];
    expect(needs).toContainEqual({ class: 'border-weakened', signatures: 2, of: roles });
  });

  it('is classified as the table says', () => {
    expect(told).toHaveLength(edits.length);
    expectGolden('sandbox/seeded-edits.txt', told.join('\n'));
  });
});

/** Classes, the first sentence and witness of each, and who must sign. */
function tell(name: string, { content }: Review): string {
  const classes = [...new Set(content.risks.map((one) => one.class))];
  const needs = content.needs.map((one) => `${one.class} ${one.signatures}`).join(', ');
  const lines = classes.flatMap((name) => {
    const own = content.risks.filter((one) => one.class === name);
    return [`  ${name} ×${own.length}: ${own[0]?.what.en}`, `      ${own[0]?.witness.en}`];
  });
  return [name, ...lines, `  signatures: ${needs === '' ? 'none' : needs}`, ''].join('\n');
}
