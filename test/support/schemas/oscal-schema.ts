import { acquireNistSchema, readCachedNistSchema } from '../../../cli/oscal/acquire-nist-schema';
import { SchemaValidator } from '../../../cli/oscal/schema-validator';
import { cacheFolder } from './schema-cache';

/** Before all tests: fetches NIST's schema of OSCAL once; without it the tests that need it are skipped by name. */
export async function acquireOscalSchema(): Promise<void> {
  const progress = (text: string): void => void process.stderr.write(`${text}\n`);
  const got = await acquireNistSchema({ cacheFolder: cacheFolder(), progress });
  if (!got.ok) progress(`NIST's schema of OSCAL can't be had, so the tests that need it are skipped: ${got.reason}`);
}

/** Tests that need NIST's schema of OSCAL; skipped by name, with the reason, where it can't be had. */
export function describeWithOscalSchema(name: string, body: (validator: SchemaValidator) => void): void {
  const schema = readCachedNistSchema(cacheFolder());
  if (schema.ok) describe(name, () => body(new SchemaValidator(schema.text)));
  else describe.skip(`${name} (NIST's schema of OSCAL: ${schema.reason})`, () => it('is valid', () => undefined));
}
