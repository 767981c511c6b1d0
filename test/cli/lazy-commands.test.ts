import { commandCatalog } from '../../cli/catalog';
import { main } from '../../cli/main';
import { captureIo } from '../support/capture-io';

describe('the command line', () => {
  it('loads a command only when it is asked for, and tells every one in help', async () => {
    const { io, out } = captureIo();
    expect(await main(['--help'], io)).toBe(0);
    const told = out().replaceAll(/\s+/g, ' ');
    for (const { id, summary } of commandCatalog) expect(told).toContain(`${id} ${summary}`);
  });

  it('lists each command with the summary of its file', () => {
    expect(commandCatalog.map(({ id, load }) => [id, load().summary])).toEqual(
      commandCatalog.map(({ id, summary }) => [id, summary]),
    );
  });

  it('tells the options of a command in its help, in both orders', async () => {
    const [first, second] = [captureIo(), captureIo()];
    expect(await main(['gate', '--help'], first.io)).toBe(0);
    expect(await main(['help', 'gate'], second.io)).toBe(0);
    expect(first.out()).toContain('--format');
    expect(second.out()).toBe(first.out());
  });
});
