import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PlannedChange } from './planned-change';
import { ADOPTION_FILE, type WorkspacePaths } from '../workspace/workspace-paths';
import { writeWhole } from '../workspace/write-whole';

/** An existing object of the cluster that a resource of the shard takes over. */
export interface Adoption {
  /** Address of the resource. */
  readonly address: string;
  /** Id of the object as the provider wants it: `namespace/name`, or the name of a cluster-scoped one. */
  readonly id: string;
}

/** Tells Terraform which existing objects the next plan takes over; an empty list takes the order back. */
export function writeAdoptions(paths: WorkspacePaths, adoptions: readonly Adoption[]): void {
  const file = join(paths.module, ADOPTION_FILE);
  if (adoptions.length === 0) return rmSync(file, { force: true });
  const wrong = adoptions.find(({ address, id }) => !ADDRESS.test(address) || !ID.test(id));
  if (wrong !== undefined) throw new RangeError(`${wrong.address} can't take over ${wrong.id}`);
  const blocks = adoptions.map(({ address, id }) => ({ to: address, id }));
  writeWhole(file, `${JSON.stringify({ import: blocks }, null, 2)}\n`);
}

const ADDRESS = /^[a-z0-9_]{1,200}\.[A-Za-z][A-Za-z0-9_-]{0,400}$/;
const ID = /^[A-Za-z0-9._:-]{1,400}(?:\/[A-Za-z0-9._:-]{1,400})?$/;

/** The taking over of the object that a planned resource found already there. */
export function adoptionOf({ address, object }: PlannedChange): Adoption {
  const { namespace, name } = object;
  return { address, id: namespace === undefined ? name : `${namespace}/${name}` };
}
