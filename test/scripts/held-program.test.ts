import { startHeld } from '../../scripts/check/held-program';

/** What was written to our own streams, in order. */
function watchStreams(): readonly string[] {
  const said: string[] = [];
  for (const name of ['stdout', 'stderr'] as const)
    jest.spyOn(process[name], 'write').mockImplementation((chunk) => {
      said.push(`${name}: ${String(chunk)}`);
      return true;
    });
  return said;
}

afterEach(() => jest.restoreAllMocks());

describe('startHeld()', () => {
  it('says nothing of a program until it is shown, then all that it said, each on its own stream', async () => {
    const said = watchStreams();
    const { show, code } = startHeld(process.execPath, ['-e', 'console.log("out"); process.exitCode = 3']);
    expect(await code).toBe(3);
    expect(said).toEqual([]);
    show();
    expect(said).toEqual(['stdout: out\n']);
  });

  it('shows what comes later as it comes', async () => {
    const said = watchStreams();
    const { show, code } = startHeld(process.execPath, ['-e', 'console.error("late")']);
    show();
    expect(await code).toBe(0);
    expect(said).toEqual(['stderr: late\n']);
  });

  it('fails, and says why, when the program is not there', async () => {
    const said = watchStreams();
    const { show, code } = startHeld('/nowhere/at/all', []);
    expect(await code).toBe(1);
    show();
    expect(said).toEqual([expect.stringContaining('ENOENT')]);
  });

  it('fails when the program ends by a signal', async () => {
    const { code } = startHeld(process.execPath, ['-e', 'process.kill(process.pid)']);
    expect(await code).toBe(1);
  });
});
