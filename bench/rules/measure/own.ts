import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { objectRules, evaluateObjects } from '../../../policies/object-rules';
import { readManifests, type ForeignObjects } from '../../../resources/read/read-manifests';
import { launcherFlags } from '../../launcher-flags';
import { makeEstate } from '../corpus/estate';
import { planOfEstate } from '../corpus/plan';
import { say } from '../tools/install';
import { probe, type Probe } from './probe';
import { exponentOf, round, spreadOf } from './statistics';
import { SEED, writeCorpus } from './workplace';

const DENSITY = 0.05;
const RUNS = 3;
/** About sixty megabytes of plan. */
const PLAN_OBJECTS = 15_500;

/** Our own figures: the evaluator with every rule on single objects, the gate, a large plan, and how time grows. */
export async function measureOwn(work: string): Promise<object> {
  return {
    rules: objectRules.length,
    evaluator: measureEvaluator(work),
    growth: measureGrowth(work),
    gates: [await measureGate(work), await measurePlanGate(work)],
  };
}

function readCorpus(work: string, objects: number): ForeignObjects {
  const read = readManifests(writeCorpus(work, objects, DENSITY).folder);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** Processor seconds that judging takes; every verdict and what it rests on is kept. */
function secondsToJudge(objects: ForeignObjects, rules: typeof objectRules): { seconds: number; evaluations: number } {
  const before = process.cpuUsage();
  const { evaluations } = evaluateObjects({ ...objects, today: '2026-01-01', rules: { policies: rules, faults: [] } });
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, evaluations };
}

function measureEvaluator(work: string): object {
  const objects = readCorpus(work, 10_000);
  for (let index = 0; index < 2; index += 1) secondsToJudge(objects, objectRules);
  const runs = Array.from({ length: RUNS }, () => secondsToJudge(objects, objectRules));
  const pairs = objects.resources.length * objectRules.length;
  const { evaluations = 0 } = runs[0] ?? {};
  const seconds = spreadOf(runs.map((one) => one.seconds));
  const microseconds = (count: number): number => round((seconds.median * 1e6) / count, 2);
  return {
    objects: objects.resources.length,
    runs: RUNS,
    seconds,
    evaluations,
    microsecondsPerEvaluation: microseconds(evaluations),
    microsecondsPerRuleAndObject: microseconds(pairs),
    microsecondsTarget: 2,
  };
}

/** Half and double the objects, and half and double the rules. */
function measureGrowth(work: string): object {
  const least = (objects: ForeignObjects, rules: typeof objectRules): number =>
    Math.min(...Array.from({ length: RUNS }, () => secondsToJudge(objects, rules).seconds));
  const ofObjects = [1_250, 2_500, 5_000, 10_000].map((size) => ({
    size,
    time: round(least(readCorpus(work, size), objectRules), 4),
  }));
  // All the rules that are about pods, since rules on other kinds cost next to nothing here.
  const pods = objectRules.filter(({ id }) => /^(?:pods|containers|images)\//.test(id));
  const objects = readCorpus(work, 5_000);
  const ofRules = [1, 2, 4, 8].map((times) => {
    const rules = Array.from({ length: times }, () => pods).flat();
    return { size: rules.length, time: round(least(objects, rules), 4) };
  });
  return {
    objects: { points: ofObjects, exponent: exponentOf(ofObjects) },
    rules: { points: ofRules, exponent: exponentOf(ofRules) },
  };
}

const MAIN = join(__dirname, '..', '..', '..', 'cli', 'main.js');

async function measureGate(work: string): Promise<object> {
  const { folder, megabytes } = writeCorpus(work, 10_000, DENSITY);
  const input = { name: 'ndc gate --manifests', objects: 10_000, megabytes, secondsTarget: 3 };
  return { ...input, ...(await gate(work, ['--manifests', folder])) };
}

async function measurePlanGate(work: string): Promise<object> {
  const { text } = planOfEstate(makeEstate({ seed: SEED, objects: PLAN_OBJECTS, density: DENSITY }));
  const file = join(work, 'large-plan.json');
  writeFileSync(file, text);
  const megabytes = round(text.length / 1e6, 1);
  const input = { name: 'ndc gate --plan', objects: PLAN_OBJECTS, megabytes, secondsTarget: 5 };
  return { ...input, ...(await gate(work, ['--plan', file])) };
}

async function gate(work: string, given: readonly string[]): Promise<object> {
  const probes: Probe[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    const command = [...launcherFlags, MAIN, 'gate', ...given, '--format', 'json'];
    const output = join(work, 'gate.json');
    probes.push(await probe({ program: process.execPath, arguments: command, printsFindings: true }, { output }));
  }
  const seconds = spreadOf(probes.map((one) => one.seconds));
  say(`gate ${given[0] ?? ''}: ${seconds.median} s`);
  return {
    runs: RUNS,
    seconds,
    processorSeconds: spreadOf(probes.map((one) => one.processorSeconds)),
    megabytesHeld: Math.max(...probes.map((one) => one.megabytes)),
  };
}
