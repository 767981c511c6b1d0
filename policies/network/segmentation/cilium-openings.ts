import { platformNamespaceName } from '../../../model/naming';
import { hasUnresolved, isObject, listAt, objectAt, textAt, textMapAt } from '../../../resources/json-path';
import type { JsonValue, Resource } from '../../../resources/resource';
import { openingText } from './declared-openings';

/** What one entry of a CiliumNetworkPolicy opens. */
export interface CiliumOpening {
  /** Where it stands: `spec.egress[0]`. */
  readonly where: string;
  /** Host names and their ports as text; empty for the questions to DNS that names need. */
  readonly names: readonly string[];
  /** What it opens beyond host names, in few words; undefined when nothing.
   * @default - host names alone, or questions to DNS
   */
  readonly beyond?: string | undefined;
}

const sources = ['egress', 'ingress'] as const;

/** Everything that a CiliumNetworkPolicy opens; deny rules open nothing and are left out. */
export function ciliumOpenings(policy: Resource): readonly CiliumOpening[] {
  const own = objectAt(policy.body, 'spec');
  const specs = [...(own === undefined ? [] : [own]), ...listAt(policy.body, 'specs')];
  const many = listAt(policy.body, 'specs').length > 0;
  return specs.flatMap((spec, index) =>
    sources.flatMap((direction) =>
      listAt(spec, direction).map((rule, place) => ({
        where: `${many ? `specs[${index}]` : 'spec'}.${direction}[${place}]`,
        ...readRule(rule, direction),
      })),
    ),
  );
}

function readRule(rule: JsonValue, direction: (typeof sources)[number]): Omit<CiliumOpening, 'where'> {
  if (!isObject(rule) || hasUnresolved(rule)) return { names: [], beyond: 'something that nobody can tell' };
  if (direction === 'ingress') return { names: [], beyond: 'a way in' };
  const keys = Object.keys(rule).toSorted().join(', ');
  if (keys === 'toEndpoints, toPorts') return isDnsQuestion(rule) ? { names: [] } : { names: [], beyond: 'pods' };
  if (keys !== 'toFQDNs, toPorts') return { names: [], beyond: keys === '' ? 'nothing by name' : keys };
  const hosts = listAt(rule, 'toFQDNs').map((one) => textAt(one, 'matchName'));
  const ports = listAt(rule, 'toPorts').flatMap((one) => listAt(one, 'ports').map(portText));
  const isPlain = hosts.length > 0 && ports.length > 0 && !hosts.includes(undefined) && !ports.includes(undefined);
  if (!isPlain) return { names: [], beyond: 'names by pattern, or any port' };
  return { names: hosts.flatMap((host) => ports.map((port) => openingText(host ?? '', port ?? ''))) };
}

function portText(port: JsonValue): string | undefined {
  const [number, protocol] = [textAt(port, 'port'), textAt(port, 'protocol')];
  return number === undefined || protocol === undefined ? undefined : `${number}/${protocol}`;
}

function isDnsQuestion(rule: JsonValue): boolean {
  const servers = listAt(rule, 'toEndpoints').map((one) => textMapAt(one, 'matchLabels'));
  const entries = listAt(rule, 'toPorts');
  const ports = entries.flatMap((one) => listAt(one, 'ports').map((port) => textAt(port, 'port')));
  return (
    servers.length > 0 &&
    servers.every(
      (labels) =>
        labels.get('k8s:io.kubernetes.pod.namespace') === platformNamespaceName('dns') &&
        labels.get('k8s:k8s-app') === 'kube-dns',
    ) &&
    entries.every((one) => listAt(one, 'rules', 'dns').length > 0) &&
    ports.length > 0 &&
    ports.every((port) => port === '53')
  );
}
