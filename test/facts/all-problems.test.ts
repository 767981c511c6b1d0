import { cpSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadModel } from '../../cli/load-model';
import { factKinds } from '../../model/facts/fact-kinds';
import { ProblemError, type Problem } from '../../model/problem';
import type { BrokenFact } from '../corpus/broken-fact';
import { corpus } from '../corpus/corpus';
import { judgeAlone, judgeInMemory } from '../corpus/judge-in-memory';
import { fileOf, listFactFiles } from '../environments/load-environment';

const keyOf = ({ code, location }: Problem): string =>
  `${code} ${location?.file}:${location?.line}:${location?.column}`;
const keysOf = (problems: readonly Problem[]): readonly string[] => problems.map(keyOf).toSorted();
const isShapeCode = (code: string): boolean => code.startsWith('fact-');

/** What the note must say where a problem of the sound rest is missing, by the problem's code; nothing else may be. */
const unjudged: Readonly<Record<string, string>> = {
  'quota-over-capacity': 'hosts, capacity and limits of clusters',
  'pod-block-too-small': 'hosts, capacity and limits of clusters',
  'hosts-too-few': 'hosts, capacity and limits of clusters',
  'shared-cluster-empty': 'hosts, capacity and limits of clusters',
  'flow-broker-unknown': 'flows to and over such systems',
  'province-not-served': 'which provinces are served',
  'override-of-unknown-division': 'codes of overrides',
  'host-class-unknown': 'host classes in racks',
  // Between two facts, when the other one can't be used.
  'standby-too-near': 'the way to such a standby',
  'duplicate-tenant-code': 'names, codes and slots that must differ from theirs',
  'duplicate-province-served': 'names, codes and slots that must differ from theirs',
  'approval-role-unknown': 'what people may approve as, and who must',
  'duplicate-sharing-platform': 'names, codes and slots that must differ from theirs',
  'duplicate-site-slot': 'names, codes and slots that must differ from theirs',
  'duplicate-pod-slot': 'names, codes and slots that must differ from theirs',
};

/** One shape broken in each file, and the cases whose shape is right. */
const shapes = [...new Map(corpus.filter(({ code }) => isShapeCode(code)).map((one) => [one.file, one])).values()];
const derived = corpus.filter(({ code }) => !isShapeCode(code));

/** Each shape with two of the others, other ones each time; all 2,000 pairs take a minute and say the same. */
const pairs = shapes.flatMap((shape, index) =>
  [0, 1]
    .map((step) => derived[(index * 13 + step * 37) % derived.length])
    .filter((other): other is BrokenFact => other !== undefined && other.file !== shape.file)
    .map((other) => ({ shape, other, name: `${shape.name}, and ${other.name}` })),
);

describe('a run over facts of which one file can’t be used', () => {
  it('has a broken shape in files of every kind', () => {
    const kinds = factKinds.filter(({ place }) => shapes.some(({ file }) => file === place || file.startsWith(place)));
    expect(kinds.map(({ name }) => name)).toEqual(factKinds.map(({ name }) => name));
    expect(pairs.length).toBeGreaterThan(30);
  });

  it.each(pairs)('reports what is wrong there and with the sound rest: $name', ({ shape, other }) => {
    const [first, second] = [judgeAlone(shape), judgeAlone(other)];
    expect(first.problems.map(({ code }) => code).filter((code) => !isShapeCode(code))).toEqual([]);
    const both = judgeInMemory([shape, other]);
    const wanted = [...first.problems, ...second.problems];
    const missing = wanted.filter((one) => !keysOf(both.problems).includes(keyOf(one)));
    for (const { code } of missing)
      expect(both.notes.join()).toContain(unjudged[code] ?? `a reason to leave out ${code}`);
    expect(keysOf([...both.problems, ...missing])).toEqual(keysOf(wanted));
  });

  it.each(listFactFiles('sandbox'))('says nothing of any other file when %s breaks off', (file) => {
    const name = fileOf(file);
    const code = name.endsWith('.json') ? 'fact-record-form' : 'fact-syntax';
    const { problems } = judgeInMemory([{ name: file, file, put: 'export default {', code }]);
    expect(problems.map((one) => `${one.code} ${one.location?.file}`)).toEqual([`${code} broken/${name}`]);
  });

  it('says in one line what was not judged, because of which files', () => {
    const cases = ['a misspelt key', 'a system that breaks off', 'a tenant whose code is in small letters'];
    const { notes } = judgeInMemory(corpus.filter(({ name }) => cases.includes(name)));
    expect(notes).toMatchInlineSnapshot(`
[
  "not judged: the address plan, whose records of manual controls hold (because of nation); hosts, capacity and limits of clusters (because of nation, systems/sharing/data-coordination, tenants/society/most); flows to and over such systems (because of systems/sharing/data-coordination); names, codes and slots that must differ from theirs (because of systems/sharing/data-coordination, tenants/society/most)",
]
`);
  });

  it('says that nothing was left out when every judgement could be made', () => {
    const exceptions = shapes.filter(({ file }) => file.startsWith('exceptions/'));
    expect(exceptions.map((one) => judgeAlone(one).notes)).toEqual([[]]);
  });
});

describe('a run over a folder with entries that are not read', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ndc-unread-'));
    cpSync(resolve(__dirname, '../../environments/sandbox'), join(root, 'facts'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function judge(): { readonly codes: readonly string[]; readonly notes: readonly string[] } {
    try {
      loadModel({ name: 'facts', folder: join(root, 'facts'), root });
      return { codes: [], notes: [] };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { codes: error.problems.map(({ code }) => code), notes: error.notes };
    }
  }

  it('takes what others refer to as declared when a file of the kind has a wrong name', () => {
    renameSync(join(root, 'facts/systems/sharing/ndxp.ts'), join(root, 'facts/systems/sharing/NDXP.ts'));
    const { codes, notes } = judge();
    expect(codes).toEqual(['fact-file-name']);
    expect(notes.join()).toContain('because of systems/sharing/NDXP.ts');
  });

  it.each(['sites', 'tenants', 'systems'])('takes every one of them as declared when %s is a link', (kind) => {
    renameSync(join(root, 'facts', kind), join(root, kind));
    symlinkSync(join(root, kind), join(root, 'facts', kind));
    expect(judge().codes).toEqual(['fact-file-symlink', 'fact-missing']);
  });

  it('judges nothing when the folder lies outside of the project', () => {
    const inside = { name: 'facts', folder: join(root, 'facts'), root: join(root, 'elsewhere') };
    const attempt = (): unknown => loadModel(inside);
    expect(attempt).toThrow(ProblemError);
    expect(attempt).toThrow('fact-folder-outside');
  });
});
