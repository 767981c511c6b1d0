import { synthesize } from '../../../synth/synthesize';
import { environmentModel } from '../../environments/environment-model';
import type { EnvironmentName } from '../../environments/load-environment';

/** Writes the assembly of an environment into a folder, in this thread. */
export async function writeEnvironment(name: EnvironmentName, folder: string): Promise<void> {
  const { model, facts, locate } = environmentModel(name);
  await synthesize(model, { folder, facts, locate });
}
