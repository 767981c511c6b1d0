import { defineCommand, exitCodes, formatOption, textOption } from '../command';
import { gateAssembly, writeCertificate } from '../gate-assembly';
import { today } from '../io';
import { printEvaluation } from '../print-evaluation';
import { Progress } from '../progress';
import { assemblyFolder, DEFAULT_ENVIRONMENT, shownPath } from '../project';

export default defineCommand({
  summary: 'apply every rule to an assembly and write its certificate',
  for: 'engineer',
  arguments: [
    { name: 'assembly', meaning: `folder of the assembly (default: ndc.out/${DEFAULT_ENVIRONMENT})`, required: false },
  ],
  options: [formatOption],
  run(input, io) {
    const folder = assemblyFolder(input.arguments[0], DEFAULT_ENVIRONMENT, io);
    const progress = new Progress(io);
    progress.step('judging the assembly');
    const { evaluation, certificate } = gateAssembly(folder, today(io));
    const path = writeCertificate(folder, certificate);
    progress.done(`${evaluation.rules} rules applied; certificate in ${shownPath(path, io)}`);
    if (textOption(input, 'format') === 'json') {
      const findings = evaluation.results.flatMap((result) => [...result.error, ...result.fail, ...result.unknown]);
      const vacuous = evaluation.results
        .filter((result) => result.vacuous === 'refused')
        .map((result) => result.policy);
      const { integrity, exceptions } = evaluation;
      io.out(`${JSON.stringify({ ...certificate, vacuous, integrity, exceptions, findings })}\n`);
    } else printEvaluation(evaluation, io);
    return Promise.resolve(evaluation.verdict === 'passed' ? exitCodes.clean : exitCodes.findings);
  },
});
