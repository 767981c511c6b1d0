import type { EnvironmentName } from '../environments/load-environment';
import { expectGolden } from '../support/expect-golden';
import { writtenAssembly, type WrittenAssembly } from '../support/written/written-assembly';
import { backupTable, inventoryTable, reachabilityTable } from './golden-tables';

/** Compares what an environment promises with its tables, which auditors read. */
export function describeTables(name: EnvironmentName): void {
  describe(`tables of the environment ${name}`, () => {
  let assembly: WrittenAssembly;
  beforeAll(async () => {
    assembly = await writtenAssembly(name);
  });

  it('say who may reach whom', () => {
    expectGolden(`${name}/reachability.txt`, reachabilityTable(assembly.model));
  });

  it('say what is backed up where', () => {
    expectGolden(`${name}/backup.txt`, backupTable(assembly.model));
  });

  it('say what stands where', () => {
    expectGolden(`${name}/inventory.txt`, inventoryTable(everyObject(assembly)));
  });
  });
}

/** Site and kind of every object that an assembly holds. */
function everyObject({ manifest }: WrittenAssembly): readonly { readonly site: string; readonly kind: string }[] {
  return manifest.files.flatMap(({ site, engine, objects }) =>
    objects.map(({ address }) => ({ site, kind: kindOf(address, engine) })),
  );
}

function kindOf(address: string, engine: string): string {
  if (engine === 'cloudformation') return 'leased (CloudFormation)';
  return engine === 'terraform' ? address.slice(0, address.indexOf('.')) : address.slice(0, address.indexOf('/'));
}

