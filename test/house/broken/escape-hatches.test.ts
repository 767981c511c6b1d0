import { sampleTree, verdictOf } from '../kit/law';
import { escapeHatches } from '../laws/escape-hatches';

describe('law escape-hatches', () => {
  it('finds every hatch', () => {
    const files = sampleTree({
      'model/a.ts': 'export const a = (x: any): string => x!;\n',
      'cli/b.ts': '// eslint-disable-next-line\n/* @ts-expect-error */\n// TODO later\n',
    });
    expect(verdictOf(escapeHatches, files)).toEqual([
      'cli/b.ts:1 silences the lint',
      'cli/b.ts:2 silences the type check',
      'cli/b.ts:3 leaves work for later',
      'model/a.ts:1 asserts non-null with !',
      'model/a.ts:1 uses any',
    ]);
  });

  it('passes the words in texts', () => {
    const files = sampleTree({
      'model/a.ts': "export const a = 'any TODO with @ts-ignore';\n",
    });
    expect(verdictOf(escapeHatches, files)).toEqual([]);
  });
});
