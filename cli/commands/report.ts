import { printCount } from '../../model/print-count';
import { formatCatalog } from '../../reports/catalog';
import { defineCommand, exitCodes, flagOption, textOption, type CommandInput, type ExitCode } from '../command';
import type { GatedAssembly } from '../gate-assembly';
import type { Io } from '../io';
import type { LiveReport } from '../../reports/points/live-report';
import { liveText } from '../../reports/points/live-text';
import { printPdf, tryFindChromium } from '../report/pdf';
import { reachOptions } from '../delivery/session/delivery-options';
import { printEvaluation } from '../print-evaluation';
import { assemblyFolder, DEFAULT_ENVIRONMENT, shownPath } from '../project';
import { readHistory, requireSameEnvironment } from '../report/history/read-history';
import { liveExitCode } from '../delivery/points/live-exit-code';
import { judgeOnce } from '../report/judge-once';
import { writeReport, type WrittenFormat } from '../report/write-report';

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
    {
      name: 'since',
      meaning: 'compare with what the gate said in this bundle of evidence, or in a folder of them',
      value: 'bundle',
    },
    { name: 'pdf', meaning: 'print every page that is a document as PDF too, by the Chromium of this machine' },
    { name: 'live', meaning: 'ask the clusters too, and join what they say of each rule' },
    ...reachOptions,
  ],
  topicName: 'Format',
  topics: formatCatalog.map(({ id, format }) => ({ name: id, summary: format.summary.en })),
  async run(input, io) {
    const folder = assemblyFolder(input.arguments[0], DEFAULT_ENVIRONMENT, io);
    const given = textOption(input, 'out');
    const target = given === undefined ? `${folder}.report` : assemblyFolder(given, DEFAULT_ENVIRONMENT, io);
    const bundle = textOption(input, 'since');
    const since = bundle === undefined ? undefined : readHistory(bundle, io);
    const gated = judgeOnce(folder, io);
    if (since !== undefined) requireSameEnvironment(since, gated.view.model.environment);
    // The caller's stream carries the paths of the files alone.
    printEvaluation(gated.evaluation, { ...io, out: io.err });
    const live = flagOption(input, 'live') ? await joinLive(gated, input, io) : undefined;
    if (live !== undefined) io.err(liveText(live));
    const written = writeReport(gated, { folder: target, format: textOption(input, 'format'), since, live }, io);
    const paths = written.formats.map(({ path }) => path);
    for (const path of written.start === undefined ? paths : [written.start, ...paths])
      io.out(`${shownPath(path, io)}\n`);
    const joined = live === undefined ? exitCodes.clean : liveExitCode(live);
    if (!flagOption(input, 'pdf')) return joined;
    const printed = await printDocuments(target, { formats: written.formats, day: gated.evaluation.today }, io);
    return printed === exitCodes.clean ? joined : printed;
  },
});

/** The engines are loaded where clusters are asked: a report of files starts without them. */
async function joinLive(gated: GatedAssembly, input: CommandInput, io: Io): Promise<LiveReport> {
  const { askLive } = await import('../report/ask-live.js');
  return askLive(gated, input, io);
}

/** Pages that failed and are told one by one. */
const TOLD_MAX = 20;

async function printDocuments(
  folder: string,
  { formats, day }: { readonly formats: readonly WrittenFormat[]; readonly day: string },
  io: Io,
): Promise<ExitCode> {
  const parts = formats.flatMap(({ format }) => ('print' in format && format.print === true ? [format.folder] : []));
  const chromium = tryFindChromium(io);
  if (chromium === undefined || parts.length === 0) {
    const why = chromium === undefined ? 'this machine has no Chromium' : 'no format with pages for paper was written';
    io.err(`PDF not written: ${why}\n`);
    return exitCodes.outsideFailed;
  }
  const printed = await printPdf({ folder, parts, chromium, day }, io);
  for (const path of printed.written) io.out(`${shownPath(path, io)}\n`);
  for (const { page, why } of printed.failed.slice(0, TOLD_MAX)) io.err(`PDF of ${page} not written: ${why}\n`);
  const more = printed.failed.length - TOLD_MAX;
  if (more > 0) io.err(`PDF of ${printCount(more, 'more page')} not written\n`);
  return printed.failed.length > 0 ? exitCodes.outsideFailed : exitCodes.clean;
}
