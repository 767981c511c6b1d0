import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPulledSteps } from '../../../cli/delivery/session/pulled-steps';
import { MARK_FILE, markText } from '../../../delivery/gitops/tree/export-mark';
import { ProblemError } from '../../../model/problem';
import { makeWorkplace } from '../../support/written/workplace';

const { folder, remove } = makeWorkplace();
afterAll(remove);

function write(text: string): void {
  writeFileSync(join(folder, MARK_FILE), text);
}

function refusal(): readonly string[] {
  try {
    readPulledSteps(folder, 'national');
    return [];
  } catch (error) {
    return error instanceof ProblemError ? error.problems.map(({ code, got }) => `${code}: ${got}`) : [String(error)];
  }
}

const mark = {
  formatVersion: 1,
  environment: 'national',
  assemblyDigest: 'sha256:0',
  engine: 'flux',
  foundation: 'terraform',
  repository: { url: 'ssh://git.gov.vn/x', revision: 'main', path: '.', promotion: 'branch' },
  pulledSteps: ['nation/a', 'nation/b'],
} as unknown as Parameters<typeof markText>[0];

describe('readPulledSteps()', () => {
  it('gives the steps that an exported tree brings', () => {
    write(markText(mark));
    expect([...readPulledSteps(folder, 'national')]).toEqual(['nation/a', 'nation/b']);
  });

  it.each([
    ['no mark', 'no-gitops-tree: no ndc-gitops.json that can be read', '{"formatVersion":2}'],
    ['no JSON', 'no-gitops-tree: no ndc-gitops.json that can be read', 'hello'],
    [
      'the tree of another environment',
      'no-gitops-tree: a tree of the environment sandbox',
      markText({ ...mark, environment: 'sandbox' }),
    ],
  ])('refuses %s, since two owners would be worse', (_, said, text) => {
    write(text);
    expect(refusal()).toEqual([said]);
  });
});
