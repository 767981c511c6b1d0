import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { middleOf } from '../middle';

const root = resolve(__dirname, '../../..');

/** Runs of the measurement; the middle one counts. */
const RUNS = 3;
const SECONDS_TARGET = 90;

interface Checked {
  readonly seconds: number;
  readonly passed: number;
}

/** Measures `npm run check` as a person runs it before a commit, and writes the results beside this program's source. */
async function measureCheck(): Promise<void> {
  const probes: Checked[] = [];
  for (let index = 0; index < RUNS; index += 1) probes.push(await check());
  const middle = middleOf(probes, ({ seconds }) => seconds);
  const machine = { node: process.version, cores: availableParallelism() };
  const results = { runs: RUNS, machine, secondsTarget: SECONDS_TARGET, ...middle };
  process.stderr.write(`npm run check: ${middle.passed} passed in ${middle.seconds} s\n`);
  writeFileSync(join(root, 'bench/check/results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
}

async function check(): Promise<Checked> {
  const start = process.hrtime.bigint();
  const child = spawn(join(root, 'ndc'), ['test', '--quick'], { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  const [, passed] = /^(\d+) passed, 0 failed$/m.exec(said) ?? [];
  if (code !== 0 || passed === undefined) throw new Error('the check does not pass; run npm run check');
  return { seconds: Number((Number(process.hrtime.bigint() - start) / 1e9).toFixed(1)), passed: Number(passed) };
}

void measureCheck();
