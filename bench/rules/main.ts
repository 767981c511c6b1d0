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
import { timeTool, type Effort, type TimedRow } from './measure/timing';
import { makeTask, SEED, writeCorpus, type Corpus } from './measure/workplace';
import { measureNag } from './nag/measure-nag';
import { say } from './tools/install';
import { launcherFlags } from '../launcher-flags';
import { ours } from './tools/ours';
import { prepareTools } from './tools/prepare';
import type { Tool } from './tools/tool';

const root = resolve(__dirname, '..', '..', '..');

/** Compares the rule engine with those of others, measures our own figures, and writes the results beside the source. */
async function compare(): Promise<void> {
  const effort = readEffort();
  const work = mkdtempSync(join(tmpdir(), 'ndc-bench-'));
  const loadBefore = loadOf();
  try {
    const { tools: others, skipped } = await prepareTools();
    const tools = [ours('manifests', ownVersion()), ...others];
    const judging = tools.filter(({ judges }) => judges === 'intents');
    const [own, nag] = [await measureOwn(work), await measureNag(work)];
    const judged = [0, 0.05, 0.5].map((density) => writeCorpus(work, 1_000, density));
    const agreements = new Map<string, Agreement>();
    for (const tool of judging) agreements.set(tool.id, await agree(work, tool, judged));
    const timed = timedIntents(judging, agreements);
    say(`timed: ${timed.join(', ')}`);
    const { rows, notRun, corpora } = await timeAll({ work, tools, timed, effort, judged });
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
      notRun,
      own,
      nag,
    };
    const target = join(root, 'bench', 'rules', 'results.json');
    writeFileSync(target, `${JSON.stringify(results, undefined, 2)}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** `--runs 3 --warm-ups 1 --seconds-of-row 60` for a busy machine; what is written says how often it was. */
function readEffort(): Effort {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '10' },
      'warm-ups': { type: 'string', default: '2' },
      'seconds-of-row': { type: 'string', default: '600' },
    },
  });
  const { runs, 'warm-ups': warmUps, 'seconds-of-row': secondsOfRow } = values;
  return { runs: Number(runs), warmUps: Number(warmUps), secondsOfRow: Number(secondsOfRow) };
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
  readonly notRun: readonly NotRun[];
  readonly corpora: readonly Corpus[];
}> {
  const bareCorpus = writeCorpus(work, 1, DENSITY);
  const corpora = [writeCorpus(work, 100, DENSITY), writeCorpus(work, 10_000, DENSITY)];
  const rows: TimedRow[] = [];
  const notRun: NotRun[] = [];
  for (const core of availableParallelism() > PINNED_CORE ? [PINNED_CORE, undefined] : [undefined]) {
    for (const tool of tools) {
      const base = { tool, intents: timed, work, effort, ...(core === undefined ? {} : { core }) };
      const bare = await timeTool({ ...base, corpus: bareCorpus });
      rows.push(bare);
      // From small to large, so that what would take too long is known before it is run.
      for (const corpus of [...judged, ...corpora].toSorted((a, b) => a.objects - b.objects)) {
        const seconds = secondsExpected(rows, tool, corpus);
        if (seconds > effort.secondsOfRow) notRun.push(tellNotRun(tool, corpus, seconds));
        else rows.push(await timeTool({ ...base, corpus, bare }));
      }
    }
  }
  return { rows, notRun, corpora: [bareCorpus, ...corpora] };
}

/** What a run would take, from the same tool on the largest smaller corpus. */
function secondsExpected(rows: readonly TimedRow[], tool: Tool, corpus: Corpus): number {
  const smaller = rows
    .filter((row) => row.tool === tool.id && row.objects > 1 && row.objects < corpus.objects)
    .toSorted((a, b) => b.objects - a.objects)[0];
  return smaller === undefined ? 0 : (smaller.seconds.median * corpus.objects) / smaller.objects;
}

interface NotRun {
  readonly tool: string;
  readonly objects: number;
  readonly secondsExpected: number;
}

function tellNotRun({ id }: Tool, { objects }: Corpus, seconds: number): NotRun {
  say(`NOT RUN: ${id} on ${objects} objects would take about ${Math.round(seconds)} s`);
  return { tool: id, objects, secondsExpected: Math.round(seconds) };
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
