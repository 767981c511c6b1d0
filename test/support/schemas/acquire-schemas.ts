import { goModuleFolder } from '../../../sandbox/go-modules';
import { acquireSchemas } from '../../../sandbox/schemas/acquire';
import { schemaCacheFolder } from './schema-cache';

/** Before all tests: fetches the official schemas once; without them the tests that need them are skipped by name. */
export default async function acquire(): Promise<void> {
  const progress = (text: string): void => void process.stderr.write(`${text}\n`);
  const got = await acquireSchemas({ cacheFolder: schemaCacheFolder(), moduleFolder: goModuleFolder, progress });
  if (!got.ok) progress(`official schemas can't be had, so the tests that need them are skipped: ${got.reason}`);
}
