import fc from 'fast-check';
import { exclusively } from '../../sandbox/exclusive';

/** A piece of work that ends when it is told to. */
function openWork(): { readonly work: () => Promise<string>; readonly end: (with_: string) => void } {
  let end: (text: string) => void = () => undefined;
  const promise = new Promise<string>((resolve) => (end = resolve));
  return { work: () => promise, end };
}

describe('exclusively()', () => {
  it('lets the second wait until the first has ended, and tells once that it waits', async () => {
    const first = openWork();
    const log: string[] = [];
    const one = exclusively('a subject', async () => {
      log.push('first begins');
      const text = await first.work();
      log.push('first ends');
      return text;
    });
    let second: Promise<unknown> = Promise.resolve();
    const told = new Promise<void>((resolve) => {
      second = exclusively('a subject', () => Promise.resolve(log.push('second')), {
        onWait: () => {
          log.push('waits');
          resolve();
        },
      });
    });
    await told;
    first.end('made');
    expect(await one).toBe('made');
    await second;
    expect(log).toEqual(['first begins', 'waits', 'first ends', 'second']);
  });

  it('lets go when the work fails, and gives its error', async () => {
    await expect(exclusively('failing', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await exclusively('failing', () => Promise.resolve('after'))).toBe('after');
  });

  it('lets work on other subjects go on', async () => {
    const first = openWork();
    const one = exclusively('one', first.work);
    expect(await exclusively('another', () => Promise.resolve('at once'))).toBe('at once');
    first.end('done');
    expect(await one).toBe('done');
  });

  it('never runs two at a time, however many want to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }), async (turns) => {
        let running = 0;
        let most = 0;
        const work = async (rounds: number): Promise<void> => {
          running++;
          most = Math.max(most, running);
          for (let turn = 0; turn < rounds; turn++) await Promise.resolve();
          running--;
        };
        await Promise.all(turns.map((rounds) => exclusively('busy', () => work(rounds))));
        expect(most).toBe(1);
      }),
      { numRuns: 10 },
    );
  });
});
