import { defineCommand, exitCodes, formatOption, textOption } from '../command';
import type { GatedAssembly } from '../gate-assembly';
import { printEvaluation } from '../print-evaluation';
import { assemblyFolder, DEFAULT_ENVIRONMENT } from '../project';
import { runGate } from '../run-gate';

export default defineCommand({
  summary: 'apply every rule to an assembly and write its certificate',
  for: 'engineer',
  arguments: [
    { name: 'assembly', meaning: `folder of the assembly (default: ndc.out/${DEFAULT_ENVIRONMENT})`, required: false },
  ],
  options: [formatOption],
  run(input, io) {
    const gated = runGate(assemblyFolder(input.arguments[0], DEFAULT_ENVIRONMENT, io), io);
    if (textOption(input, 'format') === 'json') io.out(`${JSON.stringify(verdictData(gated))}\n`);
    else printEvaluation(gated.evaluation, io);
    return Promise.resolve(gated.evaluation.verdict === 'passed' ? exitCodes.clean : exitCodes.findings);
  },
});

function verdictData({ evaluation, certificate }: GatedAssembly): object {
  const { integrity, exceptions, results } = evaluation;
  const findings = results.flatMap((result) => [...result.error, ...result.fail, ...result.unknown]);
  const vacuous = results.filter((result) => result.vacuous === 'refused').map((result) => result.policy);
  return { ...certificate, vacuous, integrity, exceptions, findings };
}
