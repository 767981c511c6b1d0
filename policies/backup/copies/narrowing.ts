import { listAt, objectAt, textsAt, valueAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';

/** A field that makes a backup smaller than its namespaces. */
export interface Narrowing {
  readonly where: string;
  readonly got: string;
}

/** Fields of a Velero backup template that leave things out when they are set. */
const EXCLUDING = [
  'excludedNamespaces',
  'excludedResources',
  'excludedNamespaceScopedResources',
  'labelSelector',
  'orLabelSelectors',
  'resourcePolicy',
] as const;

/** Fields that leave out all kinds but those named. */
const INCLUDING = ['includedResources', 'includedNamespaceScopedResources'] as const;

/** The first field of a Velero Schedule that leaves out objects or volumes of its namespaces; undefined when none does. */
export function narrowing(schedule: JsonObject): Narrowing | undefined {
  const template = objectAt(schedule, 'spec', 'template');
  const where = (field: string): string => `spec.template.${field}`;
  if (valueAt(template, 'snapshotVolumes') === false) return { where: where('snapshotVolumes'), got: 'false' };
  const excluding = EXCLUDING.find((field) => isSet(valueAt(template, field)));
  if (excluding !== undefined) return { where: where(excluding), got: 'set' };
  const including = INCLUDING.find(
    (field) => listAt(template, field).length > 0 && !textsAt(template, field).includes('*'),
  );
  return including === undefined
    ? undefined
    : { where: where(including), got: textsAt(template, including).slice(0, 5).join(', ') };
}

function isSet(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
