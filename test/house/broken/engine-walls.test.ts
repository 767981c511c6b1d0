import { sampleTree, verdictOf } from '../kit/law';
import { engineWalls } from '../laws/engine-walls';

describe('law engine-walls', () => {
  it('refuses engines outside the building wing', () => {
    const files = sampleTree({
      'policies/x/y.ts': "import { App } from 'cdk8s';\n",
      'model/a.ts': "import type { Construct } from 'constructs';\n",
    });
    expect(verdictOf(engineWalls, files)).toEqual(['policies/x/y.ts:1 may not import the engine cdk8s']);
  });

  it('refuses a second engine in a file', () => {
    const files = sampleTree({
      'constructs/a.ts': "import { App } from 'cdk8s';\nimport { Aws } from 'aws-cdk-lib';\n",
      'synth/b.ts': "import { App } from 'cdktf';\nimport { Role } from '@cdktf/provider-kubernetes/lib/role';\n",
    });
    expect(verdictOf(engineWalls, files)).toEqual([
      'constructs/a.ts:2 knows kubernetes and cloudformation; one engine a file',
    ]);
  });
});
