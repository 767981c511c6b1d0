import { defineCommand, environmentOption, exitCodes, flagOption, textOption, type CommandInput } from '../command';
import { runOnSandbox } from '../delivery/demo/run-on-sandbox';
import { assemblyFolder, DEFAULT_ENVIRONMENT, findEnvironment, shownPath } from '../project';
import gate from './gate';
import report from './report';
import synth from './synth';

export default defineCommand({
  summary: 'the main job: facts, assembly, gate, three real control planes, plan, deploy, verify live, report',
  for: 'engineer',
  arguments: [],
  options: [
    environmentOption(DEFAULT_ENVIRONMENT),
    { name: 'keep', meaning: 'leave the control planes up' },
    { name: 'no-deploy', meaning: 'facts, assembly, gate and report alone' },
  ],
  async run(input, io) {
    const { name } = findEnvironment(textOption(input, 'env') ?? DEFAULT_ENVIRONMENT, io);
    const folder = assemblyFolder(undefined, name, io);
    const quiet = { ...io, out: () => undefined };
    const withFolder: CommandInput = { arguments: [folder], options: {} };
    await synth.run({ arguments: [], options: { env: name, out: folder } }, quiet);
    const verdict = await gate.run(withFolder, io);
    await report.run(withFolder, quiet);
    const deploys = verdict === exitCodes.clean && input.options['deploy'] !== false;
    const keep = flagOption(input, 'keep');
    const ran = deploys ? await runOnSandbox(folder, keep, io) : undefined;
    const places = [
      ['assembly', folder],
      ['certificate', `${folder}.certificate.json`],
      ['report', `${folder}.report/report.html`],
      ...(keep && ran !== undefined ? [['kubeconfig', ran.kubeconfig]] : []),
    ];
    io.out(
      `\nLook at:\n${places.map(([what = '', path = '']) => `  ${what.padEnd(12)} ${shownPath(path, io)}\n`).join('')}`,
    );
    if (verdict !== exitCodes.clean) io.err('The gate did not pass; its findings stand above and in the report.\n');
    return verdict === exitCodes.clean && ran?.isProven === false ? exitCodes.findings : verdict;
  },
});
