import { join, resolve } from 'node:path';
import { loadModel, type LoadedModel } from '../../cli/load-model';
import type { EnvironmentName } from './load-environment';

const root = resolve(__dirname, '../..');

/** An environment of the repository as commands load it: from the text of its facts, with the way back to their lines. */
export function environmentModel(name: EnvironmentName): LoadedModel {
  return loadModel({ name, folder: join(root, 'environments', name), root });
}
