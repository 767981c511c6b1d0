import type * as fs from 'node:fs';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../cli/main';
import { captureIo } from '../support/capture-io';

/** How often the manifest of an assembly is opened while something is done: once for each time it is read and judged. */
async function countReadings<T>(act: () => Promise<T>): Promise<T & { readonly readings: number }> {
  const open = jest.spyOn(jest.requireActual<typeof fs>('node:fs'), 'openSync');
  try {
    const done = await act();
    return { ...done, readings: open.mock.calls.filter(([path]) => path === join(assembly, 'manifest.json')).length };
  } finally {
    open.mockRestore();
  }
}

const work = mkdtempSync(join(tmpdir(), 'ndc-demo-'));
const assembly = join(work, 'sandbox');
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Everything that was said to anybody, in the order in which it was said. */
async function run(...argv: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const { io } = captureIo({ cwd: work, out: say, err: say, now: () => new Date('2026-11-24T03:00:00Z') });
  return { code: await main(argv, io), said: said.join('') };
}

describe('ndc demo', () => {
  it('judges the assembly once, tells the verdict before the report, and where to look', async () => {
    const demo = ['demo', '--env', 'sandbox', '--out', assembly, '--no-deploy'];
    const { code, said, readings } = await countReadings(async () => run(...demo));
    expect({ code, readings }).toEqual({ code: 0, readings: 1 });
    const steps = ['facts checked', 'objects in', 'certificate in', '✔ passed', 'files written', 'Look at:'];
    const places = steps.map((step) => said.indexOf(step));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(existsSync(join(work, 'sandbox.report/report.html'))).toBe(true);
  }, 60_000);
});

describe('ndc report', () => {
  it('judges once too, and tells the verdict before the paths of the files', async () => {
    const report = ['report', assembly, '--format', 'json', '--out', join(work, 'again')];
    const { code, said, readings } = await countReadings(async () => run(...report));
    expect({ code, readings }).toEqual({ code: 0, readings: 1 });
    expect(said).toMatch(/✔ passed\n(?:.*\n)*again\/report\.json\n$/);
    const written: unknown = JSON.parse(readFileSync(join(work, 'again/report.json'), 'utf8'));
    expect(written).toHaveProperty('verdict', 'passed');
  });
});
