import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, platform, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { nationEdits, writeEditedNation, type NationEdit } from './edited-nation';
import { launcherFlags } from './launcher-flags';
import { middleOf } from './middle';

const run = promisify(execFile);

const root = resolve(__dirname, '..', '..');

/** Runs of each measurement; the middle one counts. */
const RUNS = 3;

interface Probe {
  readonly code: number;
  readonly seconds: number;
  readonly megabytes: number;
}

interface Measurement {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly secondsTarget: number;
  readonly megabytesTarget: number;
}

/** Measures the commands on the nation, each in its own process, and writes the results beside this program's source. */
async function measureAll(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-bench-'));
  const assembly = join(folder, 'national');
  try {
    const measurements: readonly Measurement[] = [
      { name: 'facts checked', arguments: ['check', '--env', 'national'], secondsTarget: 2, megabytesTarget: 600 },
      {
        name: 'synth',
        arguments: ['synth', '--env', 'national', '--out', assembly],
        secondsTarget: 10,
        megabytesTarget: 600,
      },
      { name: 'gate', arguments: ['gate', assembly], secondsTarget: 8, megabytesTarget: 600 },
      {
        name: 'report',
        arguments: ['report', assembly, '--out', join(folder, 'report')],
        secondsTarget: 10,
        megabytesTarget: 800,
      },
    ];
    const rows: object[] = [];
    for (const one of measurements) rows.push(await measure(one));
    for (const edit of nationEdits) rows.push(await measureDiff(edit, { folder, assembly }));
    writeResults(rows, countObjects(assembly));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(measurement: Measurement): Promise<object> {
  const probes: Probe[] = [];
  for (let index = 0; index < RUNS; index += 1) probes.push(await probe(measurement.arguments));
  const middle = middleOf(probes, ({ seconds }) => seconds);
  process.stderr.write(`${measurement.name}: ${middle.seconds.toFixed(1)} s, ${middle.megabytes} MB\n`);
  return { ...measurement, arguments: undefined, ...middle };
}

/** Measures the review of an edit; both assemblies passed the gate, as they have before anybody reviews. */
async function measureDiff(
  edit: NationEdit,
  { folder, assembly }: { readonly folder: string; readonly assembly: string },
): Promise<object> {
  const own = mkdtempSync(join(folder, 'edit-'));
  const facts = writeEditedNation(join(root, 'environments', 'national'), own, edit);
  const head = join(own, 'assembly');
  await probe(['synth', '--env', facts, '--out', head]);
  await probe(['gate', head]);
  const given = ['diff', assembly, head, '--out', join(own, 'review.json')];
  return measure({ name: edit.name, arguments: given, secondsTarget: 10, megabytesTarget: 800 });
}

async function probe(given: readonly string[]): Promise<Probe> {
  const MEGABYTE = 1_048_576;
  const { stdout } = await run(process.execPath, [...launcherFlags, join(__dirname, 'probe.js'), ...given], {
    maxBuffer: MEGABYTE,
  });
  return JSON.parse(stdout) as Probe;
}

function countObjects(assembly: string): { readonly files: number; readonly objects: number } {
  const manifest = JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8')) as {
    readonly files: readonly { readonly objects: readonly unknown[] }[];
  };
  return { files: manifest.files.length, objects: manifest.files.reduce((sum, file) => sum + file.objects.length, 0) };
}

function writeResults(rows: readonly object[], size: { readonly files: number; readonly objects: number }): void {
  const GIBIBYTE = 2 ** 30;
  const machine = {
    node: process.version,
    platform: platform(),
    arch: arch(),
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / GIBIBYTE),
  };
  const target = join(root, 'bench', 'results.json');
  writeFileSync(
    target,
    `${JSON.stringify({ environment: 'national', ...size, runs: RUNS, machine, rows }, undefined, 2)}\n`,
  );
}

void measureAll();
