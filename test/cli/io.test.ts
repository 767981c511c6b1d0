import { processIo } from '../../cli/io';

type Listener = (error: Error) => void;

describe('processIo()', () => {
  const streams = [process.stdout, process.stderr];
  const before = new Set(streams.flatMap((one) => one.listeners('error')));
  const failing = (code: string): Error => Object.assign(new Error(`write ${code}`), { code });

  function added(): readonly Listener[] {
    return streams.flatMap((one) => one.listeners('error').filter((it) => !before.has(it))) as Listener[];
  }

  afterAll(() => {
    for (const stream of streams) for (const one of added()) stream.removeListener('error', one);
  });

  it('says nothing of a reader that has seen enough, and everything of any other trouble', () => {
    processIo();
    expect(added()).toHaveLength(2);
    for (const listener of added()) {
      listener(failing('EPIPE'));
      expect(() => {
        listener(failing('ENOSPC'));
      }).toThrow('write ENOSPC');
    }
  });
});
