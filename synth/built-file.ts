import type { FactPath } from '../model/problem';
import type { ManifestFile, ManifestObject } from '../model/assembly';
import type { Ownership } from '../stacks/ownership';
import type { Unit } from '../stacks/unit';

/** An object as a driver made it; the fact that caused it is still a path, not yet a line. */
export interface BuiltObject extends Omit<ManifestObject, 'source'> {
  readonly origin: FactPath;
}

/** A file as a driver made it, before it is written. */
export interface BuiltFile extends Omit<ManifestFile, 'digest' | 'objects'> {
  readonly text: string;
  readonly objects: readonly BuiltObject[];
}

/** Joins a unit's text and objects to a file; objects are sorted by address. */
export function builtFile(unit: Unit, text: string, objects: readonly BuiltObject[]): BuiltFile {
  const { path, engine, site, cluster, shard, wave } = unit;
  const sorted = objects.toSorted((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
  return { path, engine, site, cluster, shard, wave, text, objects: sorted };
}

/** An object at an address with whom it serves. */
export function builtObject(address: string, constructPath: string, ownership: Ownership): BuiltObject {
  const { tenant, system, zone, level, origin } = ownership;
  return { address, constructPath, tenant, system, zone, level, origin };
}
