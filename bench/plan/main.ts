import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, hostname, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { identifyProgram } from '../../delivery/terraform/program/identify-program';
import { applyPlan } from '../../delivery/terraform/apply/apply-plan';
import { planShard } from '../../delivery/terraform/plan/plan-shard';
import { usualLimits, type TerraformSettings } from '../../delivery/terraform/settings';
import { openWorkspaces } from '../../delivery/terraform/workspace/open-workspaces';
import { readShards, type Shard } from '../../delivery/terraform/workspace/shard';
import type { Workspace } from '../../delivery/terraform/workspace/workspace';

/** What is measured and where, from the command line of this program. */
interface Given {
  /** Assembly of the nation. */
  readonly assembly: string;
  /** A kubeconfig with one context that may do everything. */
  readonly kubeconfig: string;
  readonly context: string;
  /** Folder of a mirror with the Kubernetes provider. */
  readonly mirror: string;
  readonly terraform: string;
}

interface Row {
  readonly name: string;
  readonly resources: number;
  readonly seconds: number;
  readonly secondsTarget: number | undefined;
}

/**
 * Measures planning the largest shard of a province's communes with a real Terraform against a real API server: all new,
 * applied, and once more when all stands.
 */
async function measureShard(given: Given): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-bench-'));
  try {
    const workspace = await openShard(folder, given);
    const resources = workspace.shard.objects.length;
    const fresh = await timed(() => planShard(workspace));
    if (!fresh.value.ok) throw new Error(JSON.stringify(fresh.value.failures));
    const plan = fresh.value.value;
    const applied = await timed(() => applyPlan(workspace, { plan, allowedDeletions: [] }));
    if (applied.value.kind !== 'ended') throw new Error(`not applied: ${applied.value.kind}`);
    const again = await timed(() => planShard(workspace));
    if (!again.value.ok || !again.value.value.isEmpty) throw new Error('the second plan is not empty');
    const rows: readonly Row[] = [
      { name: 'plan, all new', resources, seconds: fresh.seconds, secondsTarget: 20 },
      { name: 'apply', resources, seconds: applied.seconds, secondsTarget: undefined },
      { name: 'plan, all stands', resources, seconds: again.seconds, secondsTarget: 20 },
    ];
    for (const { name, seconds } of rows) process.stderr.write(`${name}: ${resources} resources, ${seconds} s\n`);
    const machine = { node: process.version, cores: availableParallelism() };
    const target = join(resolve(__dirname, '..', '..', '..'), 'bench', 'plan', 'results.json');
    writeFileSync(target, `${JSON.stringify({ shard: workspace.shard.id, machine, rows }, undefined, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The shard in a place of its own: its state beside it, its cluster the one that is there. */
async function openShard(folder: string, given: Given): Promise<Workspace> {
  const shards = readShards(given.assembly);
  if (!shards.ok) throw new Error('the assembly has no shards');
  const largest = shards.value
    .filter(({ id }) => id.includes('-communes-'))
    .toSorted((a, b) => b.objects.length - a.objects.length)[0];
  if (largest === undefined) throw new Error('the assembly has no shard of communes');
  const shard = rewrite(folder, given, largest);
  const program = await identifyProgram(given.terraform);
  if (!program.ok) throw new Error('no Terraform');
  const settings: TerraformSettings = {
    program: program.value,
    providerMirror: given.mirror,
    stateFolder: join(folder, 'state'),
    kubeconfig: given.kubeconfig,
    environment: { PATH: process.env['PATH'], HOME: folder },
    hostName: hostname(),
    now: () => new Date(),
    clusterUid: () => Promise.resolve({ ok: true, value: 'the-cluster' }),
    limits: usualLimits,
  };
  const opened = await openWorkspaces(settings, { assemblyFolder: folder, shards: [shard] });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const [workspace] = opened.value;
  if (workspace === undefined) throw new Error('nothing was made ready');
  return workspace;
}

interface ShardFile {
  readonly terraform: Readonly<Record<string, unknown>>;
  readonly provider: unknown;
}

function rewrite(folder: string, { assembly, context }: Given, shard: Shard): Shard {
  const file = JSON.parse(readFileSync(join(assembly, shard.path), 'utf8')) as ShardFile;
  const text = JSON.stringify({
    ...file,
    provider: { kubernetes: [{ config_context: context }] },
    terraform: { ...file.terraform, backend: { local: { path: 'terraform.tfstate' } } },
  });
  const path = join(folder, shard.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  return { ...shard, cluster: context, digest };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const start = process.hrtime.bigint();
  const value = await work();
  return { value, seconds: Number((Number(process.hrtime.bigint() - start) / 1e9).toFixed(1)) };
}

const [assembly = '', kubeconfig = '', context = '', mirror = '', terraform = ''] = process.argv.slice(2);
void measureShard({ assembly, kubeconfig, context, mirror, terraform });
