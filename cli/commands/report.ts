import { formatCatalog } from '../../reports/catalog';
import { defineCommand, exitCodes, textOption } from '../command';
import { printEvaluation } from '../print-evaluation';
import { assemblyFolder, DEFAULT_ENVIRONMENT, shownPath } from '../project';
import { judgeOnce } from '../report/judge-once';
import { writeReport } from '../report/write-report';

export default defineCommand({
  summary: 'judge an assembly and write its compliance report in every format',
  for: 'auditor',
  arguments: [
    { name: 'assembly', meaning: `folder of the assembly (default: ndc.out/${DEFAULT_ENVIRONMENT})`, required: false },
  ],
  options: [
    { name: 'out', meaning: 'folder of the report (default: <assembly>.report)', value: 'folder' },
    {
      name: 'format',
      meaning: 'one format; all when left out',
      value: 'format',
      choices: formatCatalog.map(({ id }) => id),
    },
  ],
  run(input, io) {
    const folder = assemblyFolder(input.arguments[0], DEFAULT_ENVIRONMENT, io);
    const given = textOption(input, 'out');
    const target = given === undefined ? `${folder}.report` : assemblyFolder(given, DEFAULT_ENVIRONMENT, io);
    const gated = judgeOnce(folder, io);
    // The caller's stream carries the paths of the files alone.
    printEvaluation(gated.evaluation, { ...io, out: io.err });
    const paths = writeReport(gated, { folder: target, format: textOption(input, 'format') }, io);
    for (const path of paths) io.out(`${shownPath(path, io)}\n`);
    return Promise.resolve(exitCodes.clean);
  },
});
