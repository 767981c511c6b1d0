import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Model } from '../../model/model';
import { defineUnits } from '../../stacks/define-units';
import { buildUnit } from '../../synth/build-unit';
import { environmentModel } from '../environments/environment-model';
import { expectGolden } from '../support/expect-golden';
import { backupTable, controlTable, inventoryTable, reachabilityTable } from './golden-tables';

/** Site and kind of every object that an assembly of the model holds. */
function everyObject(model: Model): readonly { readonly site: string; readonly kind: string }[] {
  const scratch = mkdtempSync(join(tmpdir(), 'ndc-inventory-'));
  try {
    return defineUnits(model).flatMap((unit) =>
      buildUnit(unit, scratch).objects.map(({ address }) => ({ site: unit.site, kind: kindOf(address, unit.engine) })),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function kindOf(address: string, engine: string): string {
  if (engine === 'cloudformation') return 'leased (CloudFormation)';
  return engine === 'terraform' ? address.slice(0, address.indexOf('.')) : address.slice(0, address.indexOf('/'));
}

describe.each(['national', 'sandbox'] as const)('tables of the environment %s', (name) => {
  const { model } = environmentModel(name);

  it('say who may reach whom', () => {
    expectGolden(`${name}/reachability.txt`, reachabilityTable(model));
  });

  it('say what is backed up where', () => {
    expectGolden(`${name}/backup.txt`, backupTable(model));
  });

  it('say what stands where', () => {
    expectGolden(`${name}/inventory.txt`, inventoryTable(everyObject(model)));
  });
});

describe('the table of controls', () => {
  it('says which rule answers which clause', () => {
    expectGolden('controls.txt', controlTable());
  });
});
