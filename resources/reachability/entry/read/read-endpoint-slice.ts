import { isObject, textAt, valueAt } from '../../../json-path';
import type { JsonValue, Resource } from '../../../resource';
import { DEFAULT_NAMESPACE } from '../../peers/workload';
import { readList } from '../../policy/read-parts';
import type { Troubles } from '../../policy/troubles';
import type { Endpoint, EndpointSlice } from './entry-objects';
import { readAddresses, readPortParts } from './read-service';

const SERVICE_LABEL = 'kubernetes.io/service-name';
const MAKER_LABEL = 'endpointslice.kubernetes.io/managed-by';
/** What makes the slices of Services that have a selector. */
const MAKER = 'endpointslice-controller.k8s.io';

/** Reads an EndpointSlice of discovery.k8s.io/v1; undefined when it belongs to no Service. */
export function readEndpointSlice(resource: Resource, troubles: Troubles): EndpointSlice | undefined {
  const { body } = resource;
  const labels = valueAt(body, 'metadata', 'labels');
  const service = textAt(labels, SERVICE_LABEL);
  if (service === undefined)
    return troubles.add(`metadata.labels[${SERVICE_LABEL}]`, valueAt(labels, SERVICE_LABEL), 'the name of a Service');
  const namespace = resource.namespace ?? DEFAULT_NAMESPACE;
  const isOfNames = valueAt(body, 'addressType') === 'FQDN';
  if (isOfNames) troubles.add('addressType', 'FQDN', 'IPv4 or IPv6, as nothing hands traffic to names');
  const endpoints = isOfNames ? [] : readList(valueAt(body, 'endpoints'), 'endpoints', troubles);
  return {
    resource,
    namespace,
    name: resource.name,
    service,
    isDerived: textAt(labels, MAKER_LABEL) === MAKER,
    endpoints: endpoints.flatMap(
      (one, index) => readEndpoint(one, { where: `endpoints[${index}]`, namespace, troubles }) ?? [],
    ),
    ports: readList(valueAt(body, 'ports'), 'ports', troubles).flatMap(
      (one, index) => readPortParts(one, `ports[${index}]`, troubles) ?? [],
    ),
  };
}

interface Place {
  readonly where: string;
  readonly namespace: string;
  readonly troubles: Troubles;
}

/** One that isn't ready is read too: it may be so at any time. */
function readEndpoint(value: JsonValue, { where, namespace, troubles }: Place): Endpoint | undefined {
  if (!isObject(value)) return troubles.add(where, value, 'an endpoint');
  const addresses = readAddresses(valueAt(value, 'addresses'), `${where}.addresses`, troubles);
  const name = textAt(value, 'targetRef', 'name');
  const isPod = valueAt(value, 'targetRef', 'kind') === 'Pod' && name !== undefined;
  const pod = isPod ? { namespace: textAt(value, 'targetRef', 'namespace') ?? namespace, name } : undefined;
  return { addresses, pod };
}
