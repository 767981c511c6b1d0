import fc from 'fast-check';
import { lastRunOf, progressOf } from '../../../delivery/journal/run-history';
import type { JournalEntry } from '../../../delivery/journal/journal-entry';
import { runWaves, type RunOptions } from '../../../delivery/run/run-waves';
import { noCounts, type StepOutcome } from '../../../delivery/run/step-outcome';
import type { Wave } from '../../../delivery/wave/delivery-step';
import { simpleWave } from './simple-wave';

const done: StepOutcome = { state: 'done', counts: { ...noCounts, created: 1 } };
const failed: StepOutcome = {
  state: 'failed',
  counts: noCounts,
  troubles: [{ code: 'admission-refused', subject: 'Pod/x/y', what: 'a policy refused it', next: 'mend the fact' }],
};

const twoWaves = [simpleWave('guardrails', { a: [], b: [], c: ['a'] }), simpleWave('nation', { d: [], e: ['d'] })];

function optionsOf(entries: JournalEntry[], outcomeOf: (step: string) => StepOutcome = () => done): RunOptions {
  return {
    run: 1,
    environment: 'test',
    assemblyDigest: 'sha256:0',
    waves: twoWaves,
    parallel: 2,
    failuresMax: 0,
    journal: { append: (entry) => void entries.push(entry) },
    now: () => '2026-11-26T00:00:00Z',
    runStep: ({ id }) => Promise.resolve(outcomeOf(id)),
    judgeHealth: () => Promise.resolve({ healthy: true, against: [] }),
  };
}

const short = (entry: JournalEntry): string =>
  [
    entry.kind,
    'step' in entry ? entry.step : '',
    'wave' in entry ? entry.wave : '',
    'result' in entry ? entry.result : '',
  ]
    .filter((part) => part !== '')
    .join(' ');

describe('runWaves()', () => {
  it('notes clusters that are new to the journal before anything is brought there, in a run that is continued too', async () => {
    const newClusters = [{ cluster: 'dc-north-shared-0', uid: 'a' }];
    const [begun, continued]: [JournalEntry[], JournalEntry[]] = [[], []];
    await runWaves({ ...optionsOf(begun), newClusters });
    expect(begun.slice(0, 3).map(short)).toEqual(['run', 'cluster', 'begin a']);
    const nothing = { doneSteps: new Set<string>(), healthyWaves: new Set<string>() };
    await runWaves({ ...optionsOf(continued), newClusters, continues: nothing });
    expect(continued[0]).toMatchObject({ kind: 'cluster', cluster: 'dc-north-shared-0', uid: 'a' });
  });

  it('journals each step before and after it, and judges the health of each wave before the next', async () => {
    const entries: JournalEntry[] = [];
    const result = await runWaves(optionsOf(entries));
    expect(result.result).toBe('converged');
    expect(entries.map(short)).toEqual([
      'run',
      'begin a',
      'begin b',
      'end a',
      'end b',
      'begin c',
      'end c',
      'health guardrails',
      'begin d',
      'end d',
      'begin e',
      'end e',
      'health nation',
      'finish converged',
    ]);
  });

  it('begins no further step once more steps failed than are allowed, and ends those that run', async () => {
    const entries: JournalEntry[] = [];
    const result = await runWaves(optionsOf(entries, (step) => (step === 'a' ? failed : done)));
    expect(result.stopped).toEqual({ wave: 'guardrails', against: ['a did not end well', '1 step was not begun'] });
    expect(entries.map(short)).toEqual(['run', 'begin a', 'begin b', 'end a', 'end b', 'finish stopped']);
  });

  it('goes on past an allowed failure, without the steps that stand on it, and is still not converged', async () => {
    const entries: JournalEntry[] = [];
    const options = { ...optionsOf(entries, (step) => (step === 'a' ? failed : done)), failuresMax: 1 };
    const result = await runWaves(options);
    expect(result).toMatchObject({ result: 'stopped', stopped: { wave: 'nation', against: ['a did not end well'] } });
    expect([...result.outcomes.keys()]).toEqual(['a', 'b', 'd', 'e']);
  });

  it('counts an unreached cluster as a failure', async () => {
    const unreached: StepOutcome = { state: 'unreached', troubles: [] };
    const result = await runWaves(optionsOf([], (step) => (step === 'd' ? unreached : done)));
    expect(result.stopped?.wave).toBe('nation');
  });

  it('goes on without a cluster that it can’t reach, brings nothing more there, and judges the health of the others alone', async () => {
    const entries: JournalEntry[] = [];
    const far = (wave: Wave, ...ids: readonly string[]): Wave => ({
      ...wave,
      steps: wave.steps.map((step) => (ids.includes(step.id) ? { ...step, cluster: 'dc-south-shared-0' } : step)),
    });
    const judged: (readonly string[])[] = [];
    const options: RunOptions = {
      ...optionsOf(entries, (step) => (step === 'b' ? { state: 'unreached', troubles: [] } : done)),
      waves: [
        far(simpleWave('guardrails', { a: [], b: [], c: ['a'] }), 'b'),
        far(simpleWave('platform', { d: [], e: [] }), 'd'),
        far(simpleWave('nation', { f: [] }), 'f'),
      ],
      failuresMax: 9,
      judgeHealth: ({ steps }) => {
        judged.push(steps.map(({ id }) => id));
        return Promise.resolve({ healthy: true, against: [] });
      },
    };
    const result = await runWaves(options);
    expect([...result.outcomes.keys()]).toEqual(['a', 'b', 'c', 'e']);
    expect(judged).toEqual([['a', 'c'], ['e']]);
    expect(result).toMatchObject({
      result: 'stopped',
      stopped: { against: ['dc-south-shared-0 could not be reached and was left behind', 'b did not end well'] },
    });
    expect(lastRunOf(entries)?.waiting).toEqual(['d', 'f']);
  });

  it('does not begin a wave when the clusters of the one before are not healthy', async () => {
    const entries: JournalEntry[] = [];
    const judgeHealth = (): Promise<{ healthy: boolean; against: string[] }> =>
      Promise.resolve({ healthy: false, against: ['x: not ready'] });
    const result = await runWaves({ ...optionsOf(entries), judgeHealth });
    expect(result.stopped).toEqual({ wave: 'guardrails', against: ['x: not ready'] });
    expect(entries.map(short)).not.toContain('begin d');
  });

  it('stops in order when a person asks: what runs is ended, nothing new begins', async () => {
    const entries: JournalEntry[] = [];
    const options = { ...optionsOf(entries), stopAsked: () => entries.some((one) => one.kind === 'end') };
    const result = await runWaves(options);
    expect(result.result).toBe('stopped');
    expect(entries.map(short)).toEqual(['run', 'begin a', 'begin b', 'end a', 'end b', 'finish stopped']);
  });

  it('after a crash at any entry of the journal, a resumed run ends converged and repeats no step that ended well', async () => {
    const length = 14;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: length }), { maxLength: 4 }), async (crashes) => {
        const entries: JournalEntry[] = [];
        const runs: string[] = [];
        const runStep: RunOptions['runStep'] = ({ id }) => {
          runs.push(id);
          return Promise.resolve(done);
        };
        for (const crash of [...crashes, Number.POSITIVE_INFINITY]) {
          let left = crash;
          const append = (entry: JournalEntry): void => {
            if (left <= 0) throw new Error('crash');
            left -= 1;
            entries.push(entry);
          };
          const last = lastRunOf(entries);
          const before = last === undefined ? undefined : progressOf(last);
          const began = runs.length;
          const options = { ...optionsOf(entries), runStep, journal: { append } };
          await runWaves({ ...options, continues: before }).catch((error: unknown) => {
            expect(error).toEqual(new Error('crash'));
          });
          expect(runs.slice(began).filter((step) => before?.doneSteps.has(step) === true)).toEqual([]);
        }
        const last = lastRunOf(entries);
        expect(last?.result).toBe('converged');
        expect(last?.waiting).toEqual([]);
        expect(last?.interrupted).toEqual([]);
        expect(last?.healthyWaves).toEqual(new Set(['guardrails', 'nation']));
        expect(new Set(runs)).toEqual(new Set(['a', 'b', 'c', 'd', 'e']));
      }),
    );
  });

  it.each([
    ['was interrupted before the health of a wave was judged', 7],
    ['was stopped since a wave was not healthy', Number.POSITIVE_INFINITY],
  ])('judges that wave before it goes on with a run that %s', async (_, length) => {
    const entries: JournalEntry[] = [];
    const sick: RunOptions['judgeHealth'] = () => Promise.resolve({ healthy: false, against: ['a pod crashes'] });
    await runWaves({ ...optionsOf(entries), judgeHealth: sick });
    const last = lastRunOf(entries.slice(0, length));
    if (last === undefined) throw new Error('nothing ran');
    const resumed: JournalEntry[] = [];
    const stillSick = await runWaves({ ...optionsOf(resumed), judgeHealth: sick, continues: progressOf(last) });
    expect(stillSick.stopped).toEqual({ wave: 'guardrails', against: ['a pod crashes'] });
    expect(resumed.map(short)).toEqual(['health guardrails', 'finish stopped']);
    const well = await runWaves({ ...optionsOf(resumed), continues: progressOf(last) });
    expect(well.result).toBe('converged');
  });
});
