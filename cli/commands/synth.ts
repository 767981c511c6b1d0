import { availableParallelism } from 'node:os';
import { BuilderThreads } from '../../synth/builder-threads';
import type { Manifest } from '../../model/assembly';
import { printCount } from '../../model/print-count';
import { synthesize } from '../../synth/synthesize';
import { defineCommand, environmentOption, exitCodes, formatOption, textOption } from '../command';
import { loadModel } from '../load-model';
import { Progress } from '../progress';
import { assemblyFolder, DEFAULT_ENVIRONMENT, findEnvironment, shownPath, type EnvironmentPlace } from '../project';

/** Threads beyond two gain nothing: the largest units stay one each. */
const THREADS_MAX = 2;

/** Where facts are read and the assembly is written. */
interface WriteInput {
  readonly place: EnvironmentPlace;
  readonly folder: string;
  readonly progress: Progress;
  readonly now: Date;
}

export default defineCommand({
  summary: 'check the facts of an environment and write its assembly',
  for: 'engineer',
  arguments: [],
  options: [
    environmentOption(DEFAULT_ENVIRONMENT),
    { name: 'out', meaning: 'folder of the assembly (default: ndc.out/<environment>)', value: 'folder' },
    formatOption,
  ],
  async run(input, io) {
    const place = findEnvironment(textOption(input, 'env') ?? DEFAULT_ENVIRONMENT, io);
    const folder = assemblyFolder(textOption(input, 'out'), place.name, io);
    const progress = new Progress(io);
    const manifest = await write({ place, folder, progress, now: io.now() });
    const objects = manifest.files.reduce((sum, file) => sum + file.objects.length, 0);
    progress.done(`${printCount(objects, 'object')} in ${printCount(manifest.files.length, 'file')}`);
    const result = { folder: shownPath(folder, io), digest: manifest.digest, files: manifest.files.length, objects };
    io.out(
      textOption(input, 'format') === 'json' ? `${JSON.stringify(result)}\n` : `${result.folder}\n${result.digest}\n`,
    );
    return exitCodes.clean;
  },
});

async function write({ place, folder, progress, now }: WriteInput): Promise<Manifest> {
  const threads = new BuilderThreads(Math.min(THREADS_MAX, availableParallelism()) - 1);
  try {
    progress.step('checking the facts');
    const { model, facts, locate } = loadModel(place, { previousAssembly: folder, now });
    progress.done(
      `facts checked: ${printCount(model.tenants.length, 'tenant')}, ${printCount(model.systems.length, 'system')}, ${printCount(model.namespaces.length, 'namespace')}`,
    );
    progress.step('writing the assembly');
    return await synthesize(model, { folder, facts, locate, threads });
  } finally {
    await threads.close();
  }
}
