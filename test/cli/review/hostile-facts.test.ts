import { existsSync, readdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { FactRepository } from './kit/fact-repository';
import { AUTHOR } from './kit/signed-sandbox';

const repository = new FactRepository();
const mark = join(repository.folder, 'mark');
const write = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'ran')`;
const SIGNER = 'approvals/signers/an';
const good = repository.read(SIGNER);

beforeAll(() => repository.commit('good', AUTHOR));
afterAll(() => repository.remove());

/** What a fact file may hold that runs when it is loaded as a module, and where it is refused. */
const hostile: readonly (readonly [what: string, text: string, place: string])[] = [
  ['writes a file before its value', `${write};\n${good}`, '1:1'],
  ['writes a file in its value', `export default { roles: [${write}] };\n`, '1:26'],
  ['ends the process', `process.exit(0);\n${good}`, '1:1'],
  ['loads another program', `import '../../../../../spy.js';\n${good}`, '1:1'],
  ['runs a function that it defines', `export default (() => { ${write}; return {}; })();\n`, '1:16'],
  ['hides a call in a template', `export default { roles: [\`\${${write}}\`] };\n`, '1:26'],
  ['hides a call in a getter', `export default { get roles() { ${write}; return []; } };\n`, '1:18'],
  ['hides a call in a computed key', `export default { [${write}]: [] };\n`, '1:19'],
  ['hides a call in a decorator', `export default @(${write}) class {};\n`, '1:16'],
];

describe('ndc synth', () => {
  afterEach(() => repository.write(SIGNER, good));

  it.each(hostile)('refuses a fact file that %s, at its place, and never runs it', async (_, text, place) => {
    repository.write(SIGNER, text);
    const { code, err } = await repository.run('synth', ...repository.env, '--out', 'made');
    expect(code).toBe(2);
    expect(err).toContain(`sandbox/${SIGNER}.ts:${place}: `);
    expect([existsSync(mark), existsSync(join(repository.folder, 'made'))]).toEqual([false, false]);
  });
});

describe('ndc diff of revisions', () => {
  it('refuses a fact file that ends the process, at its lines, and takes its worktree away', async () => {
    repository.write(SIGNER, `${write};\nprocess.exit(0);\n${good}`);
    repository.commit('hostile', AUTHOR);
    const { code, out, err } = await repository.run('diff', 'good', 'hostile', ...repository.env);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect([...err.matchAll(/^.*: fact-statement: /gm)].map(([line]) => line)).toEqual([
      `sandbox/${SIGNER}.ts:1:1: fact-statement: `,
      `sandbox/${SIGNER}.ts:2:1: fact-statement: `,
    ]);
    expect([existsSync(mark), repository.leftovers()]).toEqual([false, []]);
  });

  it('refuses a fact file that is a link out of the tree, and tells nothing of what it leads to', async () => {
    const path = join(repository.facts, `${SIGNER}.ts`);
    unlinkSync(path);
    symlinkSync(join(repository.folder, 'an.pem'), path);
    repository.commit('linked', AUTHOR);
    const { code, out, err } = await repository.run('diff', 'good', 'linked', ...repository.env);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${SIGNER}.ts`);
    expect(err).not.toContain('PRIVATE KEY');
  });

  it('refuses a folder of facts that is a link', async () => {
    repository.git('checkout', '--quiet', '--force', 'good');
    const folder = join(repository.facts, 'approvals/signers');
    repository.git('rm', '--quiet', '-r', folder);
    symlinkSync(repository.folder, folder);
    repository.commit('linked-folder', AUTHOR);
    const { code, err } = await repository.run('diff', 'good', 'linked-folder', ...repository.env);
    expect(code).toBe(2);
    expect(err).toContain('approvals/signers');
    expect(readdirSync(repository.folder)).toContain('an.pem');
  });
});
