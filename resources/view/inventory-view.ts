import type { Resource } from '../resource';
import type { ModelView } from './model-view';
import type { ResourceIndex } from './resource-index';

/** By what an inventory counts. */
export type InventoryKey = 'site' | 'cluster' | 'province' | 'tenant' | 'system' | 'level' | 'kind' | 'engine';

/** One row of an inventory. */
export interface InventoryRow {
  /** The keys asked for, in that order; empty where an object has none. */
  readonly keys: readonly string[];
  readonly objects: number;
}

/** How many objects stand where. */
export class InventoryView {
  public constructor(
    private readonly resources: ResourceIndex,
    private readonly model: ModelView,
  ) {}

  /** Objects counted by one key or several together, sorted by them: `count('site', 'kind')`. */
  public count(...keys: readonly InventoryKey[]): readonly InventoryRow[] {
    const rows = new Map<string, { keys: readonly string[]; objects: number }>();
    for (const resource of this.resources.all) {
      const values = keys.map((key) => this.valueOf(resource, key));
      const row = rows.get(values.join('\u0000'));
      if (row === undefined) rows.set(values.join('\u0000'), { keys: values, objects: 1 });
      else row.objects += 1;
    }
    return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }

  private valueOf(resource: Resource, key: InventoryKey): string {
    switch (key) {
      case 'province':
        return resource.tenant === undefined ? '' : (this.model.provinceOf(resource.tenant) ?? '');
      case 'level':
        return resource.level === undefined ? '' : String(resource.level);
      case 'engine':
        return resource.artifact.engine;
      default:
        return resource[key] ?? '';
    }
  }
}
