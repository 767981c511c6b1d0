import { byId } from '../../../../model/build/sort';
import type { Resource } from '../../../resource';
import type { PolicyTrouble } from '../../policy/policy';
import { Troubles } from '../../policy/troubles';
import { GATEWAY_GROUP, routeKinds, type EntryObjects } from './entry-objects';
import { readEndpointSlice } from './read-endpoint-slice';
import { readGateway } from './read-gateway';
import { readIngress } from './read-ingress';
import { readReferenceGrant } from './read-reference-grant';
import { readRoute } from './read-route';
import { readService } from './read-service';

/** The list that each kind of object goes to, by group and kind; every version of a group is read alike. */
const KINDS: ReadonlyMap<string, keyof EntryObjects> = new Map([
  ['/Service', 'services'],
  ['discovery.k8s.io/EndpointSlice', 'slices'],
  ['networking.k8s.io/Ingress', 'ingresses'],
  [`${GATEWAY_GROUP}/Gateway`, 'gateways'],
  ...routeKinds.map((kind) => [`${GATEWAY_GROUP}/${kind}`, 'routes'] as const),
  [`${GATEWAY_GROUP}/ReferenceGrant`, 'grants'],
]);

/** Whether an object says where traffic arrives. */
export function isEntryObject(resource: Pick<Resource, 'apiVersion' | 'kind'>): boolean {
  return listOf(resource) !== undefined;
}

/** Reads the objects that say where traffic arrives. */
export function readEntries(resources: readonly Resource[]): {
  readonly entries: EntryObjects;
  readonly troubles: readonly PolicyTrouble[];
} {
  const found: PolicyTrouble[] = [];
  const sorted = byId(resources);
  const read = <T>(list: keyof EntryObjects, one: (resource: Resource, troubles: Troubles) => T | undefined): T[] =>
    sorted
      .filter((resource) => listOf(resource) === list)
      .flatMap((resource) => {
        const troubles = new Troubles(resource);
        const object = one(resource, troubles);
        found.push(...troubles.list);
        return object === undefined ? [] : [object];
      });
  const entries = {
    services: read('services', readService),
    slices: read('slices', readEndpointSlice),
    ingresses: read('ingresses', readIngress),
    gateways: read('gateways', readGateway),
    routes: read('routes', readRoute),
    grants: read('grants', readReferenceGrant),
  };
  return { entries, troubles: found };
}

function listOf({ apiVersion, kind }: Pick<Resource, 'apiVersion' | 'kind'>): keyof EntryObjects | undefined {
  const slash = apiVersion.indexOf('/');
  return KINDS.get(`${slash === -1 ? '' : apiVersion.slice(0, slash)}/${kind}`);
}
