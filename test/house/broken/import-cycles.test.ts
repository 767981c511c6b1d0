import { sampleTree, verdictOf } from '../kit/law';
import { importCycles } from '../laws/import-cycles';

describe('law import-cycles', () => {
  it('finds a cycle at a distance, types included', () => {
    const files = sampleTree({
      'model/a.ts': "import type { B } from './b';\n",
      'model/b.ts': "export * from './c';\n",
      'model/c.ts': "import { a } from './a';\n",
    });
    expect(verdictOf(importCycles, files)).toEqual([
      'model/a.ts:0 import cycle: model/a.ts → model/b.ts → model/c.ts → model/a.ts',
    ]);
  });

  it('passes a diamond', () => {
    const files = sampleTree({
      'model/a.ts': "import './b';\nimport './c';\n",
      'model/b.ts': "import './d';\n",
      'model/c.ts': "import './d';\n",
      'model/d.ts': '',
    });
    expect(verdictOf(importCycles, files)).toEqual([]);
  });
});
