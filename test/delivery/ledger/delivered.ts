import type { DeliveredObject, DeliveryRecord } from '../../../delivery/ledger/delivery-record';

/** A delivered object with an id, bent in some fields. */
export function deliveredObject(id: string, bend: Partial<DeliveredObject>): DeliveredObject {
  return {
    id,
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: id,
    cluster: 'dc-north-shared-0',
    engine: 'kubernetes',
    step: 's',
    part: 'p',
    address: `ConfigMap/-/${id}`,
    ...bend,
  };
}

/** A record of steps with the ids of their objects. */
export function deliveryRecord(digest: string, steps: Readonly<Record<string, readonly string[]>>): DeliveryRecord {
  const objects = Object.entries(steps).flatMap(([step, ids]) => ids.map((id) => deliveredObject(id, { step })));
  return { formatVersion: 1, assemblyDigest: digest, objects, systems: [] };
}
