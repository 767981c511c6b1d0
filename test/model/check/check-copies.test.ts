import { problemsOfInput, sandboxInput, withFact, type FactOf } from '../build/sandbox-facts';

type Copies = Exclude<FactOf<'systems'>['backup'], { managedElsewhere: unknown }>['copies'];

/** Problems about the copies of the reporting system, at home in ndc-1, when they are these. */
function problemsWith(copies: Copies): readonly string[] {
  const { systems } = sandboxInput().facts;
  const declared = systems.get('reporting');
  if (declared === undefined || 'managedElsewhere' in declared.value.backup) throw new Error('reporting is backed up');
  const value = { ...declared.value, backup: { ...declared.value.backup, copies } };
  return problemsOfInput(sandboxInput({ systems: withFact(systems, declared.file, value) }));
}

const object = { medium: 'object', encrypted: true, lockDays: 30 } as const;
const tape = { ...object, medium: 'tape' } as const;

describe('copies of a system', () => {
  test('may share a site or a medium', () => {
    expect(
      problemsWith([
        { site: 'standby', ...object },
        { site: 'standby', ...tape },
        { site: 'third', ...object },
      ]),
    ).toEqual([]);
  });

  test('are refused where two are of one site and medium, whatever the lock', () => {
    const twice: Copies = [
      { site: 'standby', ...object },
      { site: 'third', ...tape },
      { site: 'standby', ...object, lockDays: 60 },
    ];
    expect(problemsWith(twice)).toEqual(['copy-twice at systems/services/reporting/backup/copies/2']);
  });

  test('are refused where two names mean one site', () => {
    const named = ['ndc-1', 'ndc-2', 'ndc-3'].map((id): Copies => [
      { site: 'standby', ...object },
      { site: { id }, ...object },
    ]);
    const refused = named.map((copies) => problemsWith(copies).filter((one) => one.startsWith('copy-twice')));
    expect(refused.flat()).toEqual(['copy-twice at systems/services/reporting/backup/copies/1']);
  });
});
