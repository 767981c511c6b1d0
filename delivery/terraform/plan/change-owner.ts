import type { ManifestObject } from '../../../model/assembly';
import { levels } from '../../../model/level';
import { labels } from '../../../model/naming';
import { textMapAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';
import type { Shard } from '../workspace/shard';
import type { ChangeOwner } from './planned-change';

/** Finds whose an object is. */
export class OwnerIndex {
  readonly #shard: Shard;
  readonly #objects: ReadonlyMap<string, ManifestObject>;

  public constructor(shard: Shard) {
    this.#shard = shard;
    this.#objects = new Map(shard.objects.map((one) => [one.address, one]));
  }

  /** The owner by the manifest; for an object that the assembly no longer holds, by the object's own labels. */
  public ownerOf(address: string, body: JsonObject): ChangeOwner {
    const { site, cluster } = this.#shard;
    const stated = this.#objects.get(address);
    if (stated === undefined) return { site, cluster, ...ownerByLabels(body) };
    const { tenant, system, zone, level, source } = stated;
    return { site, cluster, tenant, system, zone, level, source };
  }
}

function ownerByLabels(body: JsonObject): Omit<ChangeOwner, 'site' | 'cluster'> {
  const found = textMapAt(body, 'metadata', 'labels');
  return {
    tenant: found.get(labels.tenant),
    system: found.get(labels.system),
    zone: found.get(labels.zone),
    level: levels.find((level) => String(level) === found.get(labels.level)),
  };
}
