import type { JournalEntry } from '../../../delivery/journal/journal-entry';
import { describeWithProduct } from '../../support/sandbox/product';
import { CONVERGED } from './converged';
import { lostSince, standing } from './standing';

type Saying = (fresh: readonly JournalEntry[]) => boolean;

/** When a run is killed, in turn, told by what it added to the journal; enough steps end for the deploy to come on. */
const moments: readonly Saying[] = [
  (fresh) => fresh.length >= 1,
  (fresh) => fresh.some(({ kind }) => kind === 'end'),
  (fresh) => fresh.some(({ kind }) => kind === 'health'),
  (fresh) => fresh.filter(({ kind }) => kind === 'end').length >= 2,
];
const KILLS_MAX = 60;

describeWithProduct('a deploy that is killed again and again', ['ndc-3-shared-0'], (product) => {
  const endedWell = (): readonly string[] =>
    product()
      .journal()
      .flatMap((entry) => (entry.kind === 'end' && entry.outcome.state === 'done' ? [entry.step] : []));

  it('ends converged after kill -9 at every kind of line of its journal; nothing is lost, and no step is done twice', async () => {
    await product().up();
    let seen: ReadonlyMap<string, string> = new Map();
    const killedAfter: JournalEntry[] = [];
    let kills = 0;
    for (let kill = 0; ; kill += 1) {
      expect(kill).toBeLessThan(KILLS_MAX);
      const before = product().journal().length;
      const running = product().begin(...product().on(before === 0 ? 'deploy' : 'resume'));
      const moment = moments[kill % moments.length] ?? (() => true);
      const isThere = await product().untilJournal(running, (entries) => moment(entries.slice(before)));
      if (isThere) running.child.kill('SIGKILL');
      const { code, out, err } = await running.said;
      const now = await standing(product());
      expect(lostSince(seen, now)).toEqual([]);
      seen = now;
      if (code !== undefined) {
        expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
        expect(out).toMatch(CONVERGED);
      }
      const last = product().journal().at(-1);
      const { out: told } = await product().run('status', '--state', `${product().folder}/state`);
      expect(told).toMatch(last?.kind === 'finish' ? /✔ converged/ : /ndc resume continues/);
      if (last === undefined || last.kind === 'finish') break;
      killedAfter.push(...product().journal().slice(before));
      kills += 1;
    }
    expect(killedAfter.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['begin', 'end', 'health']));
    expect(kills).toBeGreaterThan(5);
    expect(endedWell()).toEqual([...new Set(endedWell())]);
    const steps = product()
      .journal()
      .find((entry) => entry.kind === 'run')?.steps;
    expect(endedWell().toSorted()).toEqual(steps?.toSorted());
  });

  it('is an assembly that a new deploy finds as it should be', async () => {
    const before = await standing(product());
    const { code, out } = await product().run(...product().on('deploy'));
    expect(out).toMatch(/0 created, 0 changed, \d+ unchanged/);
    expect(code).toBe(0);
    expect([...(await standing(product()))]).toEqual([...before]);
    expect(await product().run(...product().on('drift'))).toMatchObject({ code: 0 });
  });
});
