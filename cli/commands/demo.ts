import { defineCommand, environmentOption, exitCodes, flagOption, textOption, type ExitCode } from '../command';
import { runOnSandbox } from '../delivery/demo/run-on-sandbox';
import { certificatePath } from '../gate-assembly';
import { printEvaluation } from '../print-evaluation';
import { assemblyFolder, DEFAULT_ENVIRONMENT, findEnvironment, shownPath } from '../project';
import type { Io } from '../io';
import { runGate } from '../run-gate';
import { START_FILE } from '../../reports/start/start-page';
import { writeReport } from '../report/write-report';
import synth from './synth';
import verify from './review/verify';

export default defineCommand({
  summary: 'the main job: facts, assembly, gate, three real control planes, plan, deploy, verify live, report',
  for: 'engineer',
  arguments: [],
  options: [
    environmentOption(DEFAULT_ENVIRONMENT),
    { name: 'out', meaning: 'folder of the assembly (default: ndc.out/<environment>)', value: 'folder' },
    { name: 'keep', meaning: 'leave the control planes up' },
    { name: 'no-deploy', meaning: 'facts, assembly, gate and report alone' },
  ],
  async run(input, io) {
    const { name } = findEnvironment(textOption(input, 'env') ?? DEFAULT_ENVIRONMENT, io);
    const folder = assemblyFolder(textOption(input, 'out'), name, io);
    const quiet = { ...io, out: () => undefined };
    await synth.run({ arguments: [], options: { env: textOption(input, 'env'), out: folder } }, quiet);
    const gated = runGate(folder, io);
    printEvaluation(gated.evaluation, io);
    const report = `${folder}.report`;
    writeReport(gated, { folder: report }, io);
    const isPassed = gated.evaluation.verdict === 'passed';
    const deploys = isPassed && input.options['deploy'] !== false;
    const keep = flagOption(input, 'keep');
    const ran = deploys ? await runOnSandbox({ folder, gated, keep }, io) : undefined;
    // Written again, now with what the clusters say of each rule.
    if (ran?.live !== undefined) writeReport(gated, { folder: report, live: ran.live }, io);
    const isEvident = ran === undefined || (await verifyEvidence(ran.evidence, io)) === exitCodes.clean;
    const places = [
      ['assembly', folder],
      ['certificate', certificatePath(folder)],
      ['report', `${report}/${START_FILE}`],
      ...(ran === undefined ? [] : [['evidence', ran.evidence]]),
      ...(keep && ran !== undefined ? [['kubeconfig', ran.kubeconfig]] : []),
    ];
    io.out(
      `\nLook at:\n${places.map(([what = '', path = '']) => `  ${what.padEnd(12)} ${shownPath(path, io)}\n`).join('')}`,
    );
    if (!isPassed) io.err('The gate did not pass; its findings stand above and in the report.\n');
    return isPassed && ran?.isProven !== false && isEvident ? exitCodes.clean : exitCodes.findings;
  },
});

/** Verifies the evidence as an auditor would, and tells by which command. */
function verifyEvidence(path: string, io: Io): Promise<ExitCode> {
  const bundle = shownPath(path, io);
  io.out(`\nndc verify ${bundle}\n`);
  return verify.run({ arguments: [bundle], options: {} }, io);
}
