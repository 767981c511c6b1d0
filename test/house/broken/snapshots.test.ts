import { sampleTree, verdictOf } from '../kit/law';
import { snapshots } from '../laws/snapshots';

const inline = (count: number): string => `expect(a).toMatchInlineSnapshot(\`\n${'line\n'.repeat(count)}\`);\n`;

describe('law snapshots', () => {
  it('finds snapshots that nobody reads', () => {
    const files = sampleTree({ 'test/a.snap': 'line\n'.repeat(200), 'test/a.test.ts': inline(26) });
    expect(verdictOf(snapshots, files)).toEqual([
      'test/a.snap:0 is a snapshot of 201 lines',
      'test/a.test.ts:1 has an inline snapshot of 26 lines',
    ]);
  });

  it('passes short ones', () => {
    const files = sampleTree({ 'test/a.snap': 'line\n'.repeat(199), 'test/a.test.ts': inline(25) });
    expect(verdictOf(snapshots, files)).toEqual([]);
  });
});
