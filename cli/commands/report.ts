import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatCatalog } from '../../reports/catalog';
import { defineCommand, exitCodes, flagOption, textOption, type CommandInput, type ExitCode } from '../command';
import type { GatedAssembly } from '../gate-assembly';
import type { Io } from '../io';
import type { LiveReport } from '../../reports/points/live-report';
import { liveText } from '../../reports/points/live-text';
import legal from '../../reports/formats/legal';
import { printPdf, tryFindChromium } from '../report/pdf';
import { reachOptions } from '../delivery/session/delivery-options';
import { printEvaluation } from '../print-evaluation';
import { assemblyFolder, DEFAULT_ENVIRONMENT, shownPath } from '../project';
import { readEarlier } from '../report/read-earlier';
import { liveExitCode } from '../delivery/points/live-exit-code';
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
    { name: 'since', meaning: 'compare with what the gate said in this bundle of evidence', value: 'bundle' },
    { name: 'pdf', meaning: 'print the pages of the legal report as PDF too, by the Chromium of this machine' },
    { name: 'live', meaning: 'ask the clusters too, and join what they say of each rule' },
    ...reachOptions,
  ],
  async run(input, io) {
    const folder = assemblyFolder(input.arguments[0], DEFAULT_ENVIRONMENT, io);
    const given = textOption(input, 'out');
    const target = given === undefined ? `${folder}.report` : assemblyFolder(given, DEFAULT_ENVIRONMENT, io);
    const bundle = textOption(input, 'since');
    const since = bundle === undefined ? undefined : readEarlier(bundle, io);
    const gated = judgeOnce(folder, io);
    // The caller's stream carries the paths of the files alone.
    printEvaluation(gated.evaluation, { ...io, out: io.err });
    const live = flagOption(input, 'live') ? await joinLive(gated, input, io) : undefined;
    if (live !== undefined) io.err(liveText(live));
    const paths = writeReport(gated, { folder: target, format: textOption(input, 'format'), since, live }, io);
    for (const path of paths) io.out(`${shownPath(path, io)}\n`);
    const joined = live === undefined ? exitCodes.clean : liveExitCode(live);
    if (!flagOption(input, 'pdf')) return joined;
    const printed = await printLegal(join(target, legal.folder), gated.evaluation.today, io);
    return printed === exitCodes.clean ? joined : printed;
  },
});

/** The engines are loaded where clusters are asked: a report of files starts without them. */
async function joinLive(gated: GatedAssembly, input: CommandInput, io: Io): Promise<LiveReport> {
  const { askLive } = await import('../report/ask-live.js');
  return askLive(gated, input, io);
}

async function printLegal(folder: string, day: string, io: Io): Promise<ExitCode> {
  const chromium = tryFindChromium(io);
  if (chromium === undefined || !existsSync(folder)) {
    const why = chromium === undefined ? 'this machine has no Chromium' : 'the format legal was not written';
    io.err(`PDF not written: ${why}\n`);
    return exitCodes.outsideFailed;
  }
  for (const path of await printPdf({ folder, chromium, day }, io)) io.out(`${shownPath(path, io)}\n`);
  return exitCodes.clean;
}
