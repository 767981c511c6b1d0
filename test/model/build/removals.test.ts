import { buildModel, findProblems } from '../../../model/build/build-model';
import type { Facts } from '../../../model/facts/fact-kinds';
import type { UnsoundFile } from '../../../model/facts/unsound-facts';
import { builtModel, problemsOfInput, sandboxInput } from './sandbox-facts';

type Removals = Facts['removals'];
type RemovalValue = Removals extends ReadonlyMap<string, { readonly value: infer Value }> ? Value : never;

const before = sandboxInput();
const previous = builtModel(before);
const gone = 'open-data-portal';

/** The systems of the sandbox without one that nothing else needs. */
function systemsLeft(): Facts['systems'] {
  return new Map([...before.facts.systems].filter(([id]) => id !== gone));
}

function removing(value: Partial<RemovalValue>): Removals {
  const removal: RemovalValue = { kind: 'system', id: gone, mode: 'retire', reason: 'Replaced.', ...value };
  return new Map([['gone', { file: 'removals/gone', value: removal }]]);
}

describe('buildModel() after an assembly of before', () => {
  test('builds the same facts again', () => {
    expect(problemsOfInput(sandboxInput({}, { previous }))).toEqual([]);
  });

  test('refuses a system that is left out without a word, at the fact that declared it', () => {
    expect(problemsOfInput(sandboxInput({ systems: systemsLeft() }, { previous }))).toEqual([
      `removed-without-mode at systems/sharing/${gone}`,
    ]);
  });

  test.each(['retire', 'orphan'] as const)(
    'lets it go with the mode %s, and keeps the removal in the model',
    (mode) => {
      const input = sandboxInput({ systems: systemsLeft(), removals: removing({ mode }) }, { previous });
      expect(builtModel(input).removals).toEqual([
        {
          id: 'gone',
          kind: 'system',
          target: gone,
          mode,
          reason: 'Replaced.',
          secondApproval: undefined,
          origin: ['removals/gone'],
        },
      ]);
    },
  );

  test('refuses to destroy without a second approval, and does with one', () => {
    const systems = systemsLeft();
    const destroying = (rest: Partial<RemovalValue>): readonly string[] =>
      problemsOfInput(sandboxInput({ systems, removals: removing({ mode: 'destroy', ...rest }) }, { previous }));
    expect(destroying({})).toEqual(['destroy-without-approval at removals/gone/mode']);
    expect(destroying({ secondApproval: 'Decision 12' })).toEqual([]);
  });

  test('refuses a commune and a tenant that disappear, with the tenant’s systems still declared for others', () => {
    const { divisions } = before.facts;
    if (divisions.include === 'all') throw new Error('the sandbox names its communes');
    const include = divisions.include.map((row) => ({
      ...row,
      communes: row.communes.filter((code) => code !== '00008'),
    }));
    const problems = problemsOfInput(sandboxInput({ divisions: { ...divisions, include } }, { previous }));
    expect(problems).toEqual(['removed-without-mode at profiles/commune']);
  });

  test('refuses to remove what is declared', () => {
    expect(problemsOfInput(sandboxInput({ removals: removing({}) }, { previous }))).toEqual([
      'removal-of-declared at removals/gone/id',
    ]);
  });

  test('refuses to remove what never was, also when something of another kind has the name', () => {
    const unknown = (value: Partial<RemovalValue>): readonly string[] =>
      problemsOfInput(sandboxInput({ removals: removing(value) }, { previous }));
    expect(unknown({ id: 'never-was' })).toEqual(['removal-of-unknown at removals/gone/id']);
    expect(unknown({ kind: 'tenant', id: gone })).toEqual(['removal-of-unknown at removals/gone/id']);
  });
});

describe('what disappears while some files can’t be used', () => {
  const without = (...unsound: readonly UnsoundFile[]): readonly string[] =>
    findProblems(sandboxInput({ systems: systemsLeft() }, { previous, unsound })).map(
      ({ code, at }) => `${code} at ${at.join('/')}`,
    );

  test('is still a problem when the files have nothing to do with it', () => {
    const found = [`removed-without-mode at systems/sharing/${gone}`];
    expect(without({ kind: 'nation', file: 'nation' })).toEqual(found);
    expect(without({ kind: 'systems', name: 'another', file: 'systems/another' })).toEqual(found);
  });

  test.each<UnsoundFile>([
    { kind: 'systems', name: gone, file: `systems/sharing/${gone}` },
    { kind: 'systems', file: 'systems/Open Data.ts' },
    { kind: 'unknown', name: gone, file: `elsewhere/${gone}` },
    { kind: 'removals', name: 'old', file: 'removals/old' },
  ])('is none when $file may say so', (file) => {
    expect(without(file)).toEqual([]);
  });

  test('never becomes a model', () => {
    const input = sandboxInput({}, { unsound: [{ kind: 'removals', name: 'old', file: 'removals/old' }] });
    expect(findProblems(input)).toEqual([]);
    expect(() => buildModel(input)).toThrow('sound facts alone');
  });
});
