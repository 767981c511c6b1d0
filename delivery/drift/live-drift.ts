import { canonicalJson } from '../../model/canonical-json';
import type { JsonValue } from '../../resources/resource';
import type { Drift } from '../kubernetes/drift/drift-of';
import type { LiveDifference, LiveObject } from '../kubernetes/live/live-object';
import { cutText } from '../plan/cut-text';
import type { DeliveryStep } from '../wave/delivery-step';
import type { ClusterDrift, DriftedField, DriftedObject } from './cluster-drift';

type Reached = Drift & { readonly reached: true };

/** What a cluster that was asked says of the objects of its steps. */
export function liveDrift(
  { objects, unmanaged }: Reached,
  steps: readonly DeliveryStep[],
): Pick<ClusterDrift, 'compared' | 'drifted' | 'unmanaged'> {
  const engines = new Map(steps.flatMap(({ engine, resources }) => resources.map(({ id }) => [id, engine] as const)));
  const drifted = objects.flatMap((one) => {
    const found = tryDepartureOf(one);
    const { id, tenant } = one.resource;
    return found === undefined ? [] : [{ id, tenant, engine: engines.get(id) ?? 'kubernetes', ...found }];
  });
  const refs = unmanaged.objects.map(({ ref }) => `${ref.kind}/${ref.namespace ?? '-'}/${ref.name}`);
  return { compared: objects.length, drifted, unmanaged: refs };
}

function tryDepartureOf(live: LiveObject): Pick<DriftedObject, 'state' | 'fields' | 'because'> | undefined {
  switch (live.kind) {
    case 'equal':
      return live.additions.length === 0 ? undefined : { state: 'added-to', fields: live.additions.map(fieldOf) };
    case 'different':
      return { state: 'changed', fields: [...live.differences, ...live.additions].map(fieldOf) };
    case 'untold':
      return { state: 'untold', fields: [], because: live.failure.message };
    default:
      return { state: live.kind, fields: [] };
  }
}

function fieldOf({ path, want, got, owners, concern }: LiveDifference): DriftedField {
  const by = owners.map(
    ({ manager, operation, time }) => `${manager} (${operation}${time === undefined ? '' : ` at ${time}`})`,
  );
  return { path, want: textOf(want), got: textOf(got), by, concern };
}

function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : cutText(canonicalJson(value));
}
