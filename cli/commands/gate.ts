import { problem, ProblemError } from '../../model/problem';
import { printCount } from '../../model/print-count';
import type { Evaluation } from '../../policies/evaluation';
import type { RuleSet } from '../../policies/rule-set';
import type { Judged } from '../../reports/findings/judged';
import { renderJunit } from '../../reports/findings/junit';
import { renderSarif } from '../../reports/findings/sarif';
import { printableJson } from '../../reports/text/printable-json';
import { defineCommand, exitCodes, formatOption, textOption, type CommandInput } from '../command';
import type { GatedAssembly } from '../gate-assembly';
import { gateObjects, type GatedObjects, type ObjectSource } from '../gate-objects';
import type { Io } from '../io';
import { loadRules } from '../load-rules';
import { printEvaluation } from '../print-evaluation';
import { assemblyFolder, DEFAULT_ENVIRONMENT } from '../project';
import { runGate } from '../run-gate';

/** Formats that other tools read: findings in SARIF 2.1.0, cases in JUnit's XML. */
const machineFormats: Readonly<Record<string, (judged: Judged) => string>> = {
  sarif: renderSarif,
  junit: renderJunit,
};

export default defineCommand({
  summary: 'apply every rule to an assembly and write its certificate; or to manifests or a plan of others',
  for: 'engineer',
  arguments: [
    { name: 'assembly', meaning: `folder of the assembly (default: ndc.out/${DEFAULT_ENVIRONMENT})`, required: false },
  ],
  options: [
    { name: 'manifests', meaning: 'judge the Kubernetes objects below a folder instead', value: 'folder' },
    { name: 'plan', meaning: 'judge the JSON of a Terraform plan instead', value: 'file' },
    {
      name: 'rules',
      meaning: 'the bundle that the rules must be those of (default: the one of this checkout)',
      value: 'file',
    },
    { ...formatOption, choices: ['text', 'json', ...Object.keys(machineFormats)] },
  ],
  run(input, io) {
    const source = sourceOf(input);
    const rules = loadRules(io, textOption(input, 'rules'));
    const judging = { input, rules };
    const evaluation = source === undefined ? judgeAssembly(judging, io) : judgeObjects(source, judging, io);
    return Promise.resolve(evaluation.verdict === 'passed' ? exitCodes.clean : exitCodes.findings);
  },
});

/** @throws ProblemError when more than one thing is to be judged */
function sourceOf(input: CommandInput): ObjectSource | undefined {
  const given = (['manifests', 'plan'] as const).flatMap((from): readonly ObjectSource[] => {
    const path = textOption(input, from);
    return path === undefined ? [] : [{ from, path }];
  });
  const [assembly] = input.arguments;
  const names = [...(assembly === undefined ? [] : [assembly]), ...given.map(({ from }) => `--${from}`)];
  if (names.length < 2) return given[0];
  throw new ProblemError([
    problem({
      code: 'gate-of-several',
      at: ['gate'],
      what: 'one run judges one thing',
      got: names.join(' and '),
      want: 'an assembly, or --manifests, or --plan',
      next: 'run gate once for each',
    }),
  ]);
}

interface Judging {
  readonly input: CommandInput;
  readonly rules: RuleSet;
}

function judgeAssembly({ input, rules }: Judging, io: Io): Evaluation {
  const gated = runGate(assemblyFolder(input.arguments[0], DEFAULT_ENVIRONMENT, io), io, { rules });
  const { evaluation, view } = gated;
  const judged = { evaluation, policies: rules.policies, exceptions: view.model.exceptions };
  print({ input, judged, data: () => verdictData(gated) }, io);
  return evaluation;
}

function judgeObjects(source: ObjectSource, { input, rules }: Judging, io: Io): Evaluation {
  const gated = gateObjects(source, rules, io);
  const judged = { evaluation: gated.evaluation, policies: gated.applied, exceptions: [] };
  print({ input, judged, data: () => objectsData(gated) }, io);
  io.err(
    `${printCount(gated.objects, 'object')} read; ${printCount(gated.notApplied.length, 'rule')} across all that an environment has were not applied\n`,
  );
  return gated.evaluation;
}

interface Printed {
  readonly input: CommandInput;
  readonly judged: Judged;
  /** What `--format json` prints. */
  readonly data: () => object;
}

function print({ input, judged, data }: Printed, io: Io): void {
  const format = textOption(input, 'format') ?? 'text';
  const render = machineFormats[format];
  if (render !== undefined) io.out(render(judged));
  else if (format === 'json') io.out(`${printableJson(JSON.stringify(data()))}\n`);
  else printEvaluation(judged.evaluation, io);
}

function verdictData({ evaluation, certificate }: GatedAssembly): object {
  const vacuous = evaluation.results.filter((result) => result.vacuous === 'refused').map((result) => result.policy);
  return { ...certificate, vacuous, ...foundBy(evaluation) };
}

function objectsData({ evaluation, objects, notApplied }: GatedObjects): object {
  const { verdict, counts, rules, evaluations } = evaluation;
  return { verdict, counts, rules, evaluations, objects, notApplied, ...foundBy(evaluation) };
}

function foundBy({ faults, integrity, exceptions, results }: Evaluation): object {
  const findings = results.flatMap((result) => [...result.error, ...result.fail, ...result.unknown]);
  return { faults, integrity, exceptions, findings };
}
