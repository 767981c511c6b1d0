import { sampleTree, verdictOf } from '../kit/law';
import { importMatrix } from '../laws/import-matrix';

describe('law import-matrix', () => {
  it('refuses an arrow against the matrix, whatever its form', () => {
    const files = sampleTree({
      'model/a.ts': "import { b } from '../cli/b';\n",
      'cli/b.ts': '',
      'policies/c.ts': "type A = import('../constructs/d').D;\nconst e = require('../synth/e');\n",
      'constructs/d.ts': '',
      'synth/e.ts': '',
      'sandbox/f.ts': "import '../model/g';\nimport '../model/problem';\n",
      'model/g.ts': '',
      'model/problem.ts': '',
    });
    expect(verdictOf(importMatrix, files)).toEqual([
      'model/a.ts:1 model may not import cli/b.ts',
      'policies/c.ts:1 policies may not import constructs/d.ts',
      'policies/c.ts:2 policies may not import synth/e.ts',
      'sandbox/f.ts:1 sandbox may not import model/g.ts',
    ]);
  });

  it('refuses whatever the second verifier of bundles would share with the rest of the product', () => {
    const files = sampleTree({
      'evidence/bundle-check/a.ts': [
        "import { createHash } from 'node:crypto';",
        "import { b } from './b';",
        "import { readFileSync } from 'node:fs';",
        "import { canonicalJson } from '../../model/canonical-json';",
        "export * from '../bundle/c';",
      ].join('\n'),
      'evidence/bundle-check/b.ts': "type Problem = import('../../model/problem').Problem;\n",
      'evidence/bundle/c.ts': "import { a } from '../bundle-check/a';\n",
      'scripts/d.ts': "import { a } from '../evidence/bundle-check/a';\n",
      'model/canonical-json.ts': '',
      'model/problem.ts': '',
    });
    expect(verdictOf(importMatrix, files)).toEqual([
      'evidence/bundle-check/a.ts:3 stands apart, so it may not import node:fs',
      'evidence/bundle-check/a.ts:4 stands apart, so it may not import ../../model/canonical-json',
      'evidence/bundle-check/a.ts:5 stands apart, so it may not import ../bundle/c',
      'evidence/bundle-check/b.ts:1 stands apart, so it may not import ../../model/problem',
      'evidence/bundle/c.ts:1 may not import ../bundle-check/a, which judges it',
    ]);
  });

  it('refuses an unknown room and an import of nothing', () => {
    const files = sampleTree({
      'attic/a.ts': '',
      'model/b.ts': "import './gone';\n",
    });
    expect(verdictOf(importMatrix, files)).toEqual([
      'attic/a.ts:0 stands in the unknown room attic/',
      "model/b.ts:1 imports ./gone, which doesn't exist",
    ]);
  });
});
