import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadModel } from '../../cli/load-model';
import { readKubernetes } from '../../resources/read/kubernetes';
import { readTerraform } from '../../resources/read/terraform';
import { unvalidatedKinds } from '../../sandbox/schemas/sources';
import type { StrictValidator } from '../../sandbox/schemas/strict-validator';
import { defineUnits } from '../../stacks/define-units';
import { buildUnit } from '../../synth/build-unit';
import { describeWithSchemas, expectLegal } from '../support/schemas/kubernetes-schema';

const root = resolve(__dirname, '../..');

/** Every Kubernetes object that the sandbox's assembly holds, as its API server would get it. */
function everyObject(): readonly object[] {
  const scratch = mkdtempSync(join(tmpdir(), 'ndc-legal-'));
  try {
    const { model } = loadModel({ name: 'sandbox', folder: join(root, 'environments/sandbox'), root });
    const units = defineUnits(model).filter((unit) => unit.engine !== 'cloudformation');
    return units.flatMap((unit) => {
      const { text } = buildUnit(unit, scratch);
      const reading = unit.engine === 'terraform' ? readTerraform(text) : readKubernetes(text);
      expect({ path: unit.path, troubles: reading.troubles }).toEqual({ path: unit.path, troubles: [] });
      return reading.objects.map(({ body }) => body);
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

describeWithSchemas('the assembly of the sandbox', (validator: StrictValidator) => {
  it('holds only objects that are legal by the official schemas, unknown fields refused', () => {
    const objects = everyObject();
    expect(objects.length).toBeGreaterThan(1_000);
    expectLegal(validator, objects);
  });

  it('holds only kinds without a definition that are declared so, with a reason', () => {
    const verdicts = everyObject().map((object) => validator.validate(object));
    const reasons = new Set(
      verdicts.flatMap((verdict) => (verdict.kind === 'not-validatable' ? [verdict.reason] : [])),
    );
    for (const reason of reasons) expect([...unvalidatedKinds.values()]).toContain(reason);
  });
});
