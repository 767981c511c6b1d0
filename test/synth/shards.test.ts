import fc from 'fast-check';
import { defineUnits } from '../../stacks/define-units';
import type { Unit } from '../../stacks/unit';
import { environmentModel } from '../environments/environment-model';
import { writtenAssembly, type WrittenAssembly } from '../support/written/written-assembly';
import { digestOf, digestsOf, shardOf, withCommuneQuota } from './shard-kit';

/** Digest of every file of units, built here and now, by path. */
function rebuild(units: readonly Unit[]): ReadonlyMap<string, string> {
  return digestsOf(units.map((unit) => ({ path: unit.path, digest: digestOf(unit) })));
}

/** Paths whose bytes differ between two sets of units, and those that only one has. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).toSorted();
}

describe('the shards of the sandbox', () => {
  const { model } = environmentModel('sandbox');
  let written: WrittenAssembly;
  beforeAll(async () => {
    written = await writtenAssembly('sandbox');
  });

  test('differ in exactly one when the quota of one commune changes', () => {
    const before = digestsOf(written.manifest.files);
    const communes = model.tenants.filter(({ kind }) => kind === 'commune').map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...communes), (commune) => {
        const after = rebuild(defineUnits(withCommuneQuota(model, commune)));
        expect(changed(before, after)).toEqual([`terraform/${shardOf(model, commune)}/cdk.tf.json`]);
      }),
      { seed: 9, numRuns: 3 },
    );
  });
});
