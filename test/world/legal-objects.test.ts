import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../../resources/read/dialect';
import { readKubernetes } from '../../resources/read/kubernetes';
import { readTerraform } from '../../resources/read/terraform/terraform';
import { unvalidatedKinds } from '../../sandbox/schemas/sources';
import type { StrictValidator } from '../../sandbox/schemas/strict-validator';
import { describeWithSchemas, expectLegal } from '../support/schemas/kubernetes-schema';
import { writtenAssembly } from '../support/written/written-assembly';

const dialects: Readonly<Record<string, (text: string) => Reading>> = {
  terraform: readTerraform,
  kubernetes: readKubernetes,
};

/** Every Kubernetes object that the sandbox's assembly holds, as its API server would get it. */
async function everyObject(): Promise<readonly object[]> {
  const { folder, manifest } = await writtenAssembly('sandbox');
  return manifest.files.flatMap(({ path, engine }) => {
    const reading = dialects[engine]?.(readFileSync(join(folder, path), 'utf8'));
    if (reading === undefined) return [];
    expect({ path, troubles: reading.troubles }).toEqual({ path, troubles: [] });
    return reading.objects.map(({ body }) => body);
  });
}

describeWithSchemas('the assembly of the sandbox', (validator: StrictValidator) => {
  let objects: readonly object[];
  beforeAll(async () => {
    objects = await everyObject();
  });

  it('holds only objects that are legal by the official schemas, unknown fields refused', () => {
    expect(objects.length).toBeGreaterThan(1_000);
    expectLegal(validator, objects);
  });

  it('holds only kinds without a definition that are declared so, with a reason', () => {
    const verdicts = objects.map((object) => validator.validate(object));
    const reasons = new Set(
      verdicts.flatMap((verdict) => (verdict.kind === 'not-validatable' ? [verdict.reason] : [])),
    );
    for (const reason of reasons) expect([...unvalidatedKinds.values()]).toContain(reason);
  });
});
