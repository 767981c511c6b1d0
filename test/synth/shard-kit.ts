import type { Model } from '../../model/model';
import type { Unit } from '../../stacks/unit';
import { buildUnit } from '../../synth/build-unit';
import { digest } from '../../synth/digest';
import { engineFolder } from '../support/run/scratch';

/** Digest of the file of a unit, built here and now. */
export function digestOf(unit: Unit): string {
  return digest(buildUnit(unit, engineFolder()).text);
}

/** Digest of every file, by path. */
export function digestsOf(
  files: readonly { readonly path: string; readonly digest: string }[],
): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file.path, file.digest]));
}

/** The model in which one commune has one core more in its parts: what an override of its quota makes of it. */
export function withCommuneQuota(model: Model, commune: string): Model {
  const namespaces = model.namespaces.map((one) =>
    one.tenant === commune ? { ...one, quota: { ...one.quota, cpu: one.quota.cpu + 1 } } : one,
  );
  return { ...model, namespaces };
}

/** The shard of a commune's part. */
export function shardOf(model: Model, commune: string): string {
  const shards = new Set(model.namespaces.filter(({ tenant }) => tenant === commune).map(({ shard }) => shard));
  const [only, ...others] = shards;
  if (only === undefined || others.length > 0) throw new Error(`${commune} is in ${shards.size} shards`);
  return only;
}
