import { defineCommand, environmentOption, exitCodes, textOption, type CommandInput } from '../command';
import { assemblyFolder, DEFAULT_ENVIRONMENT, findEnvironment, shownPath } from '../project';
import gate from './gate';
import report from './report';
import synth from './synth';

export default defineCommand({
  summary: 'the main job on an environment: facts, assembly, gate, report; then where to look',
  for: 'engineer',
  arguments: [],
  options: [environmentOption(DEFAULT_ENVIRONMENT)],
  async run(input, io) {
    const { name } = findEnvironment(textOption(input, 'env') ?? DEFAULT_ENVIRONMENT, io);
    const folder = assemblyFolder(undefined, name, io);
    const quiet = { ...io, out: () => undefined };
    const withFolder: CommandInput = { arguments: [folder], options: {} };
    await synth.run({ arguments: [], options: { env: name, out: folder } }, quiet);
    const verdict = await gate.run(withFolder, io);
    await report.run(withFolder, quiet);
    const places = [
      ['assembly', folder],
      ['certificate', `${folder}.certificate.json`],
      ['report', `${folder}.report/report.html`],
    ] as const;
    io.out(`\nLook at:\n${places.map(([what, path]) => `  ${what.padEnd(12)} ${shownPath(path, io)}\n`).join('')}`);
    if (verdict !== exitCodes.clean) io.err('The gate did not pass; its findings stand above and in the report.\n');
    return verdict;
  },
});
