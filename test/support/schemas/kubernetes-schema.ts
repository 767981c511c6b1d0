import { readCachedSchemas } from '../../../sandbox/schemas/acquire';
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
    return verdict.kind === 'illegal'
      ? verdict.violations.map((one) => `${named(object)} ${one.pointer}: ${one.message}`)
      : [];
  });
  expect(wrong).toEqual([]);
}

function named(object: unknown): string {
  if (typeof object !== 'object' || object === null || !('kind' in object) || !('metadata' in object))
    return 'an object';
  const { kind, metadata } = object;
  return `${String(kind)} ${JSON.stringify(metadata).slice(0, 80)}`;
}
