import acquireSchemas from '../schemas/acquire-schemas';
import { acquireOscalSchema } from '../schemas/oscal-schema';
import { openScratch } from './scratch';

/** Before all tests: a folder of the run's own, and the official schemas. */
export default async function beginRun(): Promise<void> {
  openScratch();
  await acquireSchemas();
  await acquireOscalSchema();
}
