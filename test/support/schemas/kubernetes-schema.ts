import { readCachedSchemas } from '../../../sandbox/schemas/acquire';
import { isSchema } from '../../../sandbox/schemas/schema-set';
import { StrictValidator } from '../../../sandbox/schemas/strict-validator';
import { schemaCacheFolder } from './schema-cache';

/** Tests that need the official schemas; skipped by name, with the reason, where these can't be had. */
export function describeWithSchemas(name: string, body: (validator: StrictValidator) => void): void {
  const schemas = readCachedSchemas(schemaCacheFolder());
  if (schemas.ok) describe(name, () => body(new StrictValidator(schemas.sets)));
  else
    describe.skip(`${name} (official schemas: ${schemas.reason})`, () =>
      it('is legal by the official schemas', () => undefined));
}

/** Expects every object to be legal or of a kind that is declared not validatable; all violations in one message. */
export function expectLegal(validator: StrictValidator, objects: readonly unknown[]): void {
  const wrong = objects.flatMap((object) => {
    const verdict = validator.validate(object);
    if (verdict.kind !== 'illegal') return [];
    const name = nameOf(object);
    return verdict.violations.map(({ pointer, message, got }) => `${name} ${pointer}: ${message}, got ${got}`);
  });
  expect(wrong).toEqual([]);
}

function nameOf(object: unknown): string {
  if (!isSchema(object)) return 'no object';
  const { name, namespace } = isSchema(object['metadata']) ? object['metadata'] : {};
  return [object['kind'], namespace, name].filter((part) => typeof part === 'string').join(' ');
}
