import { problem, ProblemError } from '../../model/problem';
import { printCount } from '../../model/print-count';
import type { Evaluation } from '../../policies/evaluation';
import { defineCommand, exitCodes, formatOption, textOption, type CommandInput } from '../command';
import type { GatedAssembly } from '../gate-assembly';
import { gateObjects, type GatedObjects, type ObjectSource } from '../gate-objects';
import type { Io } from '../io';
import { printEvaluation } from '../print-evaluation';
import { assemblyFolder, DEFAULT_ENVIRONMENT } from '../project';
import { runGate } from '../run-gate';

export default defineCommand({
  summary: 'apply every rule to an assembly and write its certificate; or to manifests or a plan of others',
  for: 'engineer',
  arguments: [
    { name: 'assembly', meaning: `folder of the assembly (default: ndc.out/${DEFAULT_ENVIRONMENT})`, required: false },
  ],
  options: [
    { name: 'manifests', meaning: 'judge the Kubernetes objects below a folder instead', value: 'folder' },
    { name: 'plan', meaning: 'judge the JSON of a Terraform plan instead', value: 'file' },
    formatOption,
  ],
  run(input, io) {
    const source = sourceOf(input);
    const evaluation = source === undefined ? judgeAssembly(input, io) : judgeObjects(source, input, io);
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

function judgeAssembly(input: CommandInput, io: Io): Evaluation {
  const gated = runGate(assemblyFolder(input.arguments[0], DEFAULT_ENVIRONMENT, io), io);
  if (textOption(input, 'format') === 'json') io.out(`${JSON.stringify(verdictData(gated))}\n`);
  else printEvaluation(gated.evaluation, io);
  return gated.evaluation;
}

function judgeObjects(source: ObjectSource, input: CommandInput, io: Io): Evaluation {
  const gated = gateObjects(source, io);
  if (textOption(input, 'format') === 'json') io.out(`${JSON.stringify(objectsData(gated))}\n`);
  else {
    printEvaluation(gated.evaluation, io);
    io.err(
      `${printCount(gated.objects, 'object')} read; ${printCount(gated.notApplied.length, 'rule')} across all that an environment has were not applied\n`,
    );
  }
  return gated.evaluation;
}

function verdictData({ evaluation, certificate }: GatedAssembly): object {
  const vacuous = evaluation.results.filter((result) => result.vacuous === 'refused').map((result) => result.policy);
  return { ...certificate, vacuous, ...foundBy(evaluation) };
}

function objectsData({ evaluation, objects, notApplied }: GatedObjects): object {
  const { verdict, counts, rules, evaluations } = evaluation;
  return { verdict, counts, rules, evaluations, objects, notApplied, ...foundBy(evaluation) };
}

function foundBy({ integrity, exceptions, results }: Evaluation): object {
  const findings = results.flatMap((result) => [...result.error, ...result.fail, ...result.unknown]);
  return { integrity, exceptions, findings };
}
