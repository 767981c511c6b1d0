import { processIo } from '../../cli/io';

describe('processIo()', () => {
  const streams = [process.stdout, process.stderr];
  const before = streams.map((one) => one.listeners('error'));
  const added = () =>
    streams.flatMap((one, index) => one.listeners('error').filter((it) => !before[index]?.includes(it)));
  const failing = (code: string): Error => Object.assign(new Error(`write ${code}`), { code });

  afterAll(() => {
    for (const stream of streams) for (const one of added()) stream.removeListener('error', one as () => void);
  });

  it('says nothing of a reader that has seen enough, and everything of any other trouble', () => {
    processIo();
    const listeners = added();
    expect(listeners).toHaveLength(2);
    for (const listener of listeners) {
      expect(() => listener(failing('EPIPE'))).not.toThrow();
      expect(() => listener(failing('ENOSPC'))).toThrow('write ENOSPC');
    }
  });
});
