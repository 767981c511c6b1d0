import { sampleTree, verdictOf } from '../kit/law';
import { environmentNames } from '../laws/environment-names';

describe('law environment-names', () => {
  it('finds a branch on a name, and a path to it', () => {
    const files = sampleTree({
      'environments/lab/nation.ts': 'export default {};\n',
      'stacks/a.ts': "export const a = (e: string): boolean => e === 'lab';\n",
      'cli/b.ts': "export const b = 'environments/lab/nation.ts';\nconst c = `lab`;\n",
    });
    expect(verdictOf(environmentNames, files)).toEqual([
      'cli/b.ts:1 names the environment lab',
      'cli/b.ts:2 names the environment lab',
      'stacks/a.ts:1 names the environment lab',
    ]);
  });

  it('passes kinds, sentences, tests and the default of the command line', () => {
    const files = sampleTree({
      'environments/lab/nation.ts': 'export default {};\n',
      'stacks/a.ts': "export const a = (e: { kind: string }): boolean => e.kind === 'lab';\n",
      'model/b.ts': "export const b = 'a lab of ours';\nexport type TenantKind = 'lab' | 'other';\n",
      'cli/c.ts': "export const DEFAULT_ENVIRONMENT = 'lab';\n",
      'test/d.ts': "export const d = 'lab';\n",
    });
    expect(verdictOf(environmentNames, files)).toEqual([]);
  });
});
