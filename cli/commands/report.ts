import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyCatalog } from '../../policies/catalog';
import { buildReport } from '../../reports/build-report';
import { formatCatalog } from '../../reports/catalog';
import { defineCommand, exitCodes, textOption } from '../command';
import { gateAssembly } from '../gate-assembly';
import { today } from '../io';
import { Progress } from '../progress';
import { assemblyFolder, DEFAULT_ENVIRONMENT, shownPath } from '../project';

export default defineCommand({
  summary: 'write the compliance report of an assembly in every format',
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
    const progress = new Progress(io);
    progress.step('judging the assembly');
    const { view, evaluation, certificate } = gateAssembly(folder, today(io));
    progress.done(`${evaluation.evaluations} evaluations of ${evaluation.rules} rules`);
    progress.step('writing the report');
    const report = buildReport({ view, evaluation, certificate, policies: policyCatalog });
    const wanted = formatCatalog.filter(({ id }) => id === (textOption(input, 'format') ?? id));
    mkdirSync(target, { recursive: true });
    for (const { format } of wanted) {
      const path = join(target, `report.${format.extension}`);
      writeFileSync(`${path}.new`, format.render(report));
      renameSync(`${path}.new`, path);
      io.out(`${shownPath(path, io)}\n`);
    }
    progress.done(`${wanted.length} ${wanted.length === 1 ? 'file' : 'files'} written`);
    return Promise.resolve(exitCodes.clean);
  },
});
