import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ClusterAccess } from '../../delivery/kubernetes/connect/cluster-access';
import { readKubeconfig } from '../../delivery/kubernetes/connect/read-kubeconfig';
import { applyAll, applySingly, configMaps, probe, type Applying, type Probe } from './measure';
import { writeServerCertificate } from './test-certificate';
import { middleOf } from '../middle';

/** Runs of each measurement; the middle one counts. */
const RUNS = 3;
const FAKE_OBJECTS = 6_000;
const REAL_OBJECTS = 2_000;

interface Row extends Probe {
  readonly name: string;
  readonly objects: number;
  readonly objectsPerSecondTarget: number | undefined;
}

/**
 * Measures server-side apply against a fake server with 5 ms of service time, in a process of its own, and against the
 * API server of the kubeconfig in NDC_BENCH_KUBECONFIG, where there is one; writes the results beside this program's source.
 */
async function measureAll(kubeconfig: string | undefined): Promise<void> {
  const rows = [...(await measureFake()), ...(kubeconfig === undefined ? [] : await measureReal(kubeconfig))];
  if (kubeconfig === undefined) process.stderr.write('skipped: a real API server (NDC_BENCH_KUBECONFIG names none)\n');
  const machine = { node: process.version, cores: availableParallelism() };
  const target = join(resolve(__dirname, '..', '..', '..'), 'bench', 'apply', 'results.json');
  writeFileSync(target, `${JSON.stringify({ runs: RUNS, machine, rows }, undefined, 2)}\n`);
}

async function measureFake(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-bench-'));
  writeServerCertificate(folder);
  const server = spawn(process.execPath, [join(__dirname, 'fake-api-server.js'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    const access: ClusterAccess = {
      context: 'bench',
      origin: `https://127.0.0.1:${Number(line.toString())}`,
      basePath: '',
      authority: readFileSync(join(folder, 'server.pem'), 'utf8'),
      credentials: { kind: 'none' },
    };
    const base = { access, objects: FAKE_OBJECTS, target: 1_500 };
    return [
      await measure({ ...base, name: 'client, fake server of 5 ms', apply: applySingly }),
      await measure({ ...base, name: 'applyObjects, fake server of 5 ms', apply: applyAll }),
    ];
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureReal(kubeconfig: string): Promise<readonly Row[]> {
  const read = readKubeconfig(kubeconfig);
  if (!read.ok) throw new Error(read.problems.map(({ what, got }) => `${what}: ${got}`).join('; '));
  const base = { access: read.value, objects: REAL_OBJECTS, target: undefined };
  return [
    await measure({ ...base, name: 'applyObjects, real API server, new objects', apply: applyAll, runs: 1 }),
    await measure({ ...base, name: 'applyObjects, real API server, objects that stand', apply: applyAll }),
  ];
}

interface Measurement {
  readonly name: string;
  readonly access: ClusterAccess;
  readonly objects: number;
  readonly target: number | undefined;
  readonly apply: Applying;
  readonly runs?: number;
}

async function measure({ name, access, objects, target, apply, runs = RUNS }: Measurement): Promise<Row> {
  const probes: Probe[] = [];
  for (let run = 0; run < runs; run += 1) probes.push(await probe(access, configMaps(objects), apply));
  const middle = middleOf(probes, ({ objectsPerSecond }) => objectsPerSecond);
  process.stderr.write(
    `${name}: ${middle.objectsPerSecond} objects/s, ${middle.cpuMicroseconds} µs of CPU an object\n`,
  );
  return { name, objects, objectsPerSecondTarget: target, ...middle };
}

void measureAll(process.env['NDC_BENCH_KUBECONFIG']);
