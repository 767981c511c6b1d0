import { parseIp, type IpFamily } from '../../../../model/address/ip';
import { isObject, textAt, valueAt } from '../../../json-path';
import type { JsonValue, Resource } from '../../../resource';
import { DEFAULT_NAMESPACE } from '../../peers/workload';
import type { Selector } from '../../policy/policy';
import { isPort, readCidr, readList } from '../../policy/read-parts';
import type { Troubles } from '../../policy/troubles';
import { isProtocol, PORT_MAX } from '../../traffic/traffic';
import { serviceTypes, type Service, type ServicePort } from './entry-objects';

/** Reads a Service of core/v1; undefined when no API server would take it. */
export function readService(resource: Resource, troubles: Troubles): Service | undefined {
  const spec = valueAt(resource.body, 'spec');
  const written = valueAt(spec, 'type') ?? 'ClusterIP';
  const type = serviceTypes.find((one) => one === written);
  if (type === undefined) return troubles.add('spec.type', written, serviceTypes.join(', '));
  const isHeadless = valueAt(spec, 'clusterIP') === 'None';
  if (isHeadless && (type === 'NodePort' || type === 'LoadBalancer'))
    return troubles.add('spec.clusterIP', 'None', `an address, as the type is ${type}`);
  const labels = valueAt(spec, 'selector') ?? undefined;
  if (labels !== undefined && !isObject(labels)) return troubles.add('spec.selector', labels, 'labels');
  const ports = readList(valueAt(spec, 'ports'), 'spec.ports', troubles);
  if (ports.length === 0 && !isHeadless && type !== 'ExternalName')
    troubles.add('spec.ports', valueAt(spec, 'ports'), 'at least one port');
  const traffic = valueAt(spec, 'externalTrafficPolicy') ?? 'Cluster';
  if (traffic !== 'Cluster' && traffic !== 'Local')
    troubles.add('spec.externalTrafficPolicy', traffic, 'Cluster or Local');
  const externalName = textAt(spec, 'externalName');
  if (type === 'ExternalName' && externalName === undefined)
    return troubles.add('spec.externalName', valueAt(spec, 'externalName'), 'a name');
  return {
    resource,
    namespace: resource.namespace ?? DEFAULT_NAMESPACE,
    name: resource.name,
    type,
    selector: type === 'ExternalName' ? undefined : readSelector(labels, troubles),
    ports: ports.flatMap((one, index) => readPort(one, `spec.ports[${index}]`, troubles) ?? []),
    isHeadless,
    externalName: type === 'ExternalName' ? externalName : undefined,
    externalIps: readAddresses(valueAt(spec, 'externalIPs'), 'spec.externalIPs', troubles),
    sourceRanges: readList(valueAt(spec, 'loadBalancerSourceRanges'), 'spec.loadBalancerSourceRanges', troubles)
      .map((one) => (typeof one === 'string' ? one.trim() : one))
      .flatMap((one, index) => readCidr(one, `spec.loadBalancerSourceRanges[${index}]`, troubles) ?? []),
    keepsSource: traffic === 'Local',
    families: readFamilies(spec, troubles),
  };
}

const FAMILIES: Readonly<Record<string, IpFamily>> = { IPv4: 4, IPv6: 6 };
const BOTH: readonly IpFamily[] = [4, 6];

/** An API server adds the other family by itself, unless one alone is wanted, which is also what no policy means. */
function readFamilies(spec: JsonValue | undefined, troubles: Troubles): readonly IpFamily[] {
  const written = readList(valueAt(spec, 'ipFamilies'), 'spec.ipFamilies', troubles);
  const named = BOTH.filter((family) => written.some((one) => typeof one === 'string' && familyOf(one) === family));
  const isKnown = written.every((one) => typeof one === 'string' && familyOf(one) !== undefined);
  if (!isKnown) troubles.add('spec.ipFamilies', written, 'IPv4, IPv6 or both');
  const isSingle = (valueAt(spec, 'ipFamilyPolicy') ?? 'SingleStack') === 'SingleStack';
  return isKnown && isSingle && named.length > 0 ? named : BOTH;
}

function familyOf(text: string): IpFamily | undefined {
  return Object.hasOwn(FAMILIES, text) ? FAMILIES[text] : undefined;
}

/** An empty one is none, as an API server keeps no empty map. */
function readSelector(labels: Selector | undefined, troubles: Troubles): Selector | undefined {
  if (labels === undefined || Object.keys(labels).length === 0) return undefined;
  const areTexts = Object.values(labels).every((one) => typeof one === 'string');
  if (!areTexts) troubles.add('spec.selector', labels, 'labels with texts');
  return { matchLabels: labels };
}

/** The protocol, number and name of a port, which Services and EndpointSlices write alike. */
export function readPortParts(
  value: JsonValue,
  where: string,
  troubles: Troubles,
): Omit<ServicePort, 'target'> | undefined {
  if (!isObject(value)) return troubles.add(where, value, 'a port');
  const [port, protocol] = [valueAt(value, 'port'), valueAt(value, 'protocol') ?? 'TCP'];
  const name = valueAt(value, 'name') ?? '';
  if (!isPort(port)) return troubles.add(`${where}.port`, port, `a port from 1 to ${PORT_MAX}`);
  if (!isProtocol(protocol)) return troubles.add(`${where}.protocol`, protocol, 'TCP, UDP or SCTP');
  if (typeof name !== 'string') return troubles.add(`${where}.name`, name, 'a name');
  return { name, protocol, port };
}

function readPort(value: JsonValue, where: string, troubles: Troubles): ServicePort | undefined {
  const parts = readPortParts(value, where, troubles);
  if (parts === undefined) return undefined;
  const target = valueAt(value, 'targetPort') ?? 0;
  // Both are how an API server knows a target that isn't written.
  if (target === 0 || target === '') return { ...parts, target: parts.port };
  const isName = typeof target === 'string' && /[a-z]/i.test(target);
  if (isName || isPort(target)) return { ...parts, target };
  return troubles.add(`${where}.targetPort`, target, `a port from 1 to ${PORT_MAX}, or its name`);
}

/** Addresses as texts; what is none is a trouble. */
export function readAddresses(value: JsonValue | undefined, where: string, troubles: Troubles): readonly string[] {
  return readList(value, where, troubles).flatMap((one, index) => {
    if (typeof one === 'string' && parseIp(one).ok) return [one];
    return troubles.add(`${where}[${index}]`, one, 'an address') ?? [];
  });
}
