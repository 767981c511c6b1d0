import { inParallel } from '../../delivery/in-parallel';

describe('inParallel()', () => {
  it('keeps the order of the items, whichever ends first', async () => {
    const ends: (() => void)[] = [];
    const doing = inParallel(['a', 'b', 'c'], 3, async (item) => {
      await new Promise<void>((resolve) => ends.push(resolve));
      return item.toUpperCase();
    });
    for (const end of ends.toReversed()) end();
    expect(await doing).toEqual(['A', 'B', 'C']);
  });

  it('does at most so many at once, and all of them', async () => {
    let running = 0;
    let most = 0;
    const made = await inParallel(
      Array.from({ length: 20 }, (_, index) => index),
      3,
      async (item) => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        return item;
      },
    );
    expect([made.length, most]).toEqual([20, 3]);
  });

  it('begins no other when one throws, and throws its error after those begun have ended', async () => {
    const begun: number[] = [];
    const doing = inParallel([1, 2, 3, 4], 2, async (item) => {
      begun.push(item);
      await Promise.resolve();
      if (item === 1) throw new Error('one broke');
    });
    await expect(doing).rejects.toThrow('one broke');
    expect(begun).toEqual([1, 2]);
  });

  it('does nothing for nothing', async () => {
    expect(await inParallel([], 4, () => Promise.resolve(1))).toEqual([]);
  });
});
