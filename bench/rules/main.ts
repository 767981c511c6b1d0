import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, release, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { intentIds, intents, type IntentId } from './intents';
import { compareWithTruth, isRight, type Agreement } from './measure/agreement';
import { measureOwn } from './measure/own';
import { measurePlan } from './measure/plan-agreement';
import { probe } from './measure/probe';
import { round } from './measure/statistics';
import { timeTool, type TimedRow } from './measure/timing';
import { makeTask, SEED, writeCorpus, type Corpus } from './measure/workplace';
import { measureNag } from './nag/measure-nag';
import { say } from './tools/install';
import { launcherFlags, ours } from './tools/ours';
import { prepareTools } from './tools/prepare';
import type { Tool } from './tools/tool';

const root = resolve(__dirname, '..', '..', '..');

/** How often something is measured. */
interface Effort {
  readonly runs: number;
  readonly runsAtMost: number;
  readonly warmUps: number;
}

/** Compares the rule engine with those of others, measures our own figures, and writes the results beside the source. */
async function compare(): Promise<void> {
  const effort = readEffort();
  const work = mkdtempSync(join(tmpdir(), 'ndc-bench-'));
  const loadBefore = loadOf();
  try {
    const { tools: others, skipped } = await prepareTools();
    const tools = [ours('manifests', ownVersion()), ...others];
    const judging = tools.filter(({ judges }) => judges === 'intents');
    const judged = [0, 0.05, 0.5].map((density) => writeCorpus(work, 1_000, density));
    const agreements = new Map<string, Agreement>();
    for (const tool of judging) agreements.set(tool.id, await agree(work, tool, judged));
    const timed = timedIntents(judging, agreements);
    say(`timed: ${timed.join(', ')}`);
    const { rows, corpora } = await timeAll({ work, tools, timed, effort, judged });
    const results = {
      machine: machineOf(),
      load: { before: loadBefore, after: loadOf() },
      effort,
      corpus: { seed: SEED, estates: [...judged, ...corpora].map(describeCorpus) },
      tools: tools.map((tool) => describeTool(tool)),
      skipped,
      agreement: intentIds.map((id) => agreementOf(id, agreements)),
      mismatches: [...agreements.values()].flatMap(({ mismatches }) => mismatches),
      plan: await measurePlan(work, judging),
      timed,
      rows,
      own: await measureOwn(work),
      nag: await measureNag(work),
    };
    const target = join(root, 'bench', 'rules', 'results.json');
    writeFileSync(target, `${JSON.stringify(results, undefined, 2)}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** `--runs 3 --warm-ups 1 --large-runs 1` for a busy machine; what is written says how often it was. */
function readEffort(): Effort {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '10' },
      'warm-ups': { type: 'string', default: '2' },
      'large-runs': { type: 'string', default: '3' },
    },
  });
  const [runs, warmUps, runsAtMost] = [values.runs, values['warm-ups'], values['large-runs']].map(Number);
  if (runs === undefined || warmUps === undefined || runsAtMost === undefined) throw new RangeError('no effort');
  return { runs, warmUps, runsAtMost };
}

async function agree(work: string, tool: Tool, corpora: readonly Corpus[]): Promise<Agreement> {
  const known = intentIds.filter((id) => tool.knows(id));
  const answers = [];
  for (const { estate, folder } of corpora) {
    const task = makeTask(work, tool, { corpus: folder, intents: known });
    await probe(tool.command(task), { output: task.output });
    answers.push({ estate, found: tool.read(task) });
  }
  const agreement = compareWithTruth(tool.id, (id) => tool.knows(id), answers);
  const right = known.filter((id) => isRightAbout(agreement, id));
  say(`${tool.id}: right about ${right.length} of ${known.length} intents`);
  return agreement;
}

function isRightAbout({ confusion }: Agreement, id: IntentId): boolean {
  const found = confusion.get(id);
  return found !== undefined && isRight(found);
}

/** The intents that every tool knows and is right about; nothing else is timed. */
function timedIntents(tools: readonly Tool[], agreements: ReadonlyMap<string, Agreement>): readonly IntentId[] {
  const all = tools.map(({ id }) => agreements.get(id)).filter((one) => one !== undefined);
  return intentIds.filter((id) => all.every((one) => isRightAbout(one, id)));
}

interface Timing {
  readonly work: string;
  readonly tools: readonly Tool[];
  readonly timed: readonly IntentId[];
  readonly effort: Effort;
  readonly judged: readonly Corpus[];
}

/** The density of the estates whose size is varied. */
const DENSITY = 0.05;
const PINNED_CORE = 1;

async function timeAll({ work, tools, timed, effort, judged }: Timing): Promise<{
  readonly rows: readonly TimedRow[];
  readonly corpora: readonly Corpus[];
}> {
  const bareCorpus = writeCorpus(work, 1, DENSITY);
  const corpora = [writeCorpus(work, 100, DENSITY), writeCorpus(work, 10_000, DENSITY)];
  const rows: TimedRow[] = [];
  const { runs, warmUps, runsAtMost } = effort;
  for (const core of availableParallelism() > PINNED_CORE ? [PINNED_CORE, undefined] : [undefined]) {
    const pinned = core === undefined ? {} : { core };
    for (const tool of tools) {
      const base = { tool, intents: timed, work, ...pinned };
      const bare = await timeTool({ ...base, corpus: bareCorpus, runs, warmUps });
      rows.push(bare);
      for (const corpus of [...judged, ...corpora]) {
        const isLarge = corpus.objects > 1_000;
        const often = isLarge ? { runs: runsAtMost, warmUps: 0 } : { runs, warmUps };
        rows.push(await timeTool({ ...base, corpus, bare, ...often }));
      }
    }
  }
  return { rows, corpora: [bareCorpus, ...corpora] };
}

function agreementOf(id: IntentId, agreements: ReadonlyMap<string, Agreement>): object {
  const tools = [...agreements].map(([tool, { confusion }]) => [tool, confusion.get(id) ?? null] as const);
  const { meaning, rules, checkov } = intents[id];
  return { intent: id, meaning, rules, checkov, tools: Object.fromEntries(tools) };
}

function describeCorpus({ objects, density, digest, megabytes, estate }: Corpus): object {
  return { objects, density, digest, megabytes, violations: estate.reduce((sum, one) => sum + one.violates.size, 0) };
}

/** The flags as they are given, with names instead of what only this run had. */
function describeTool(tool: Tool): object {
  const task = { corpus: '<corpus>', rules: '<rules>', output: '<output>', intents: [] };
  const { arguments: given } = tool.command(task);
  const flags =
    tool.id === 'ndc' ? [...launcherFlags, ...given.slice(-4)] : given.map((one) => (one === '' ? '<checks>' : one));
  return { id: tool.id, version: tool.version, judges: tool.judges, flags: flags.join(' ') };
}

function ownVersion(): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version;
}

function loadOf(): number {
  return round(loadavg()[0] ?? 0, 1);
}

function machineOf(): object {
  const GIBIBYTE = 2 ** 30;
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / GIBIBYTE),
    system: `${platform()} ${release()}`,
    arch: arch(),
    node: process.version,
  };
}

void compare();
