import { parse } from '@babel/parser';
import { formatTexts } from '../../scripts/format-texts';
import { templates } from '../../scripts/templates/catalog';

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['command', 'explain', ['cli/commands/explain.ts', 'test/cli/commands/explain.test.ts']],
  ['format', 'sarif', ['reports/formats/sarif.ts', 'test/reports/formats/sarif.test.ts']],
  [
    'policy',
    'network/require-deny',
    ['policies/network/require-deny.ts', 'test/policies/network/require-deny.test.ts'],
  ],
  ['rule', 'pods/require-deny', ['policies/pods/require-deny.ts']],
  ['site', 'somewhere/ndc-4', ['environments/somewhere/sites/ndc-4.ts']],
  ['system', 'somewhere/data/land-database', ['environments/somewhere/systems/data/land-database.ts']],
  ['tenant', 'somewhere/society/moh', ['environments/somewhere/tenants/society/moh.ts']],
];

describe('npm run new', () => {
  it.each(cases)('%s %s makes files that parse', (kind, name, paths) => {
    const template = templates[kind];
    expect(name).toMatch(template?.namePattern ?? /^$/);
    const files = template?.files(name) ?? [];
    expect(files.map(({ path }) => path)).toEqual(paths);
    for (const { text } of files)
      expect(parse(text, { sourceType: 'module', plugins: ['typescript'] }).program.body).not.toEqual([]);
  });

  it('makes files that are formatted', () => {
    const texts = cases.flatMap(([kind, name]) => templates[kind]?.files(name).map(({ text }) => text) ?? []);
    expect(formatTexts(texts)).toEqual(texts);
  });

  it('tells what the formatter says of a text that is no code', () => {
    expect(() => formatTexts(['const a = 1;\n', 'const = ;'])).toThrow(/oxfmt refuses a generated text:[^]*1\.ts/);
  });

  it('has a case for every kind', () => {
    expect(cases.map(([kind]) => kind)).toEqual(Object.keys(templates));
  });

  it.each([
    ['policy', 'network/default-deny'],
    ['policy', '../network/require-default-deny'],
    ['tenant', 'somewhere/moh'],
    ['format', 'SARIF'],
  ])('refuses the %s name %s', (kind, name) => {
    expect(name).not.toMatch(templates[kind]?.namePattern ?? /^$/);
  });
});
