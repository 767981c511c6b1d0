import { sampleTree, verdictOf } from '../kit/law';
import { statedDefaults } from '../laws/stated-defaults';

describe('law stated-defaults', () => {
  it('finds an optional property without a default', () => {
    const files = sampleTree({
      'model/a.ts':
        'export interface A {\n  /** Words. */\n  readonly b?: string;\n  /** @default 1 */\n  readonly c?: number;\n  readonly d: { readonly e?: string };\n}\ninterface F { g?: string }\n',
    });
    expect(verdictOf(statedDefaults, files)).toEqual([
      'model/a.ts:3 b is optional without @default',
      'model/a.ts:6 e is optional without @default',
    ]);
  });
});
