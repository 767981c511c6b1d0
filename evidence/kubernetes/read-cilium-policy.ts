import { everyAddress, everyPort, portSet, union, without } from './numbers';
import { CILIUM_POLICY, type CILIUM_RULE } from './policy-shapes';
import { blockOf, everybody } from './read-network-policy';
import { refuse } from './refuse';
import { directions, together, type Around, type Peers, type Pods, type Policy, type Rule } from './rule';
import { wantsOf, type SELECTOR } from './selector';
import { shaped, type Shaped } from './shape';

/** Reads a policy of Cilium; one without namespace is of the whole cluster. */
export function readCiliumPolicy(spec: unknown, around: Around): Policy {
  const { endpointSelector, enableDefaultDeny: switches = {}, ...sections } = shaped(CILIUM_POLICY, spec, around.at);
  if (endpointSelector === undefined) return refuse(around.at, 'has no subject');
  // The endpoint by which nodes ask for each other's health is no pod.
  if (JSON.stringify(endpointSelector) === '{"matchLabels":{"reserved:health":""}}')
    return { subject: { namespaces: new Set(), wants: [] }, isolates: [], rules: [] };
  const { isNamed, isPlaced, ...subject } = endpointsOf(endpointSelector, around);
  if (around.own !== undefined && isPlaced) refuse(around.at, 'names namespaces though it stands in one');
  const rules = (['ingress', 'ingressDeny', 'egress', 'egressDeny'] as const).flatMap((section) =>
    (sections[section] ?? []).map((rule: Shaped<typeof CILIUM_RULE>, index): Rule => {
      const [at, denies] = [`${around.at}.${section}[${index}]`, section.endsWith('Deny')];
      const direction = section.startsWith('ingress') ? 'ingress' : 'egress';
      return { at, direction, denies, subject, ...readRule(rule, { ...around, at }) };
    }),
  );
  const governed = directions.filter((one) => rules.some(({ direction }) => direction === one));
  return { subject, isolates: governed.filter((one) => switches[one] !== false), rules };
}

function readRule(rule: Shaped<typeof CILIUM_RULE>, around: Around): Pick<Rule, keyof Peers | 'ports'> {
  const { toPorts, toFQDNs, fromEndpoints, toEndpoints = fromEndpoints, fromCIDR, toCIDR = fromCIDR } = rule;
  const { fromCIDRSet, toCIDRSet = fromCIDRSet, fromEntities, toEntities = fromEntities } = rule;
  const { at } = around;
  const kinds: readonly (readonly Partial<Peers>[] | undefined)[] = [
    toEndpoints?.map((one) => ({ pods: [namedEndpoints(one, around)] })),
    toCIDR?.map((cidr) => blockOf({ cidr }, around)),
    toCIDRSet?.map((one) => blockOf(one, around)),
    toEntities?.map((one) => entityOf(one, around)),
    toFQDNs?.map((one) => ({ names: Object.values(one).length === 1 ? Object.values(one) : refuse(at, 'is no name') })),
  ];
  const [peers = [], ...others] = kinds.filter((one) => one !== undefined);
  // What an empty list means differs from one version of Cilium to the next.
  const isEmpty = [...Object.values(rule), ...(toPorts ?? []).map(({ ports = [] }) => ports)].some(
    (list) => list.length === 0,
  );
  if (isEmpty || others.length > 0) refuse(at, 'names peers in two ways, or lists none');
  const ports = (toPorts ?? [])
    .flatMap((one) => one.ports ?? [])
    .map(({ port = '', protocol = 'ANY', endPort }) => {
      if (!/^[1-9]\d{0,4}$/.test(port)) refuse(at, 'is no port by number');
      return portSet(protocol, [Number(port), endPort ?? Number(port)], at);
    });
  const isAboutAll = peers.length === 0 && toPorts !== undefined;
  return {
    ...(isAboutAll ? everybody(around) : together(peers)),
    ports: toPorts === undefined ? everyPort : union(ports),
  };
}

function entityOf(word: string, around: Around): Partial<Peers> {
  const { nodes } = around;
  if (word === 'all') return everybody(around);
  if (word === 'world') return { addresses: without(everyAddress, nodes) };
  if (word === 'cluster') return { ...everybody(around), addresses: nodes };
  const isNodes = word === 'host' || word === 'remote-node' || word === 'kube-apiserver';
  return isNodes ? { addresses: nodes } : refuse(around.at, 'is an entity that cannot be checked');
}

const NAME = 'kubernetes.io/metadata.name';
const POD_NAMESPACE = 'io.kubernetes.pod.namespace';
const OF_NAMESPACE = /^io\.kubernetes\.pod\.namespace$|^io\.cilium\.k8s\.namespace\.labels\.(?!kubernetes\.io\/)/;

/** Pods by labels of theirs and of their namespaces, as Cilium writes both in one selector. */
function endpointsOf(
  selector: Shaped<typeof SELECTOR>,
  { at, own, find }: Around,
): Pods & { isNamed: boolean; isPlaced: boolean } {
  const wants = wantsOf(selector, at).map((one) => ({ ...one, key: one.key.replace(/^(?:k8s|any):/, '') }));
  const ofPods = wants.filter(({ key }) => !OF_NAMESPACE.test(key));
  for (const { key } of ofPods)
    if (/^io\.cilium\.|:/.test(key)) refuse(at, `selects by ${key}, which cannot be checked`);
  const others = wants.filter(({ key }) => OF_NAMESPACE.test(key));
  const places = others.map((one) => ({
    ...one,
    key: one.key === POD_NAMESPACE ? NAME : one.key.replace(OF_NAMESPACE, ''),
  }));
  const namespaces = own === undefined || places.length > 0 ? find(places) : new Set([own]);
  return { namespaces, wants: ofPods, isPlaced: places.length > 0, isNamed: places.some(({ key }) => key === NAME) };
}

function namedEndpoints(selector: Shaped<typeof SELECTOR>, around: Around): Pods {
  const { isNamed, isPlaced, ...pods } = endpointsOf(selector, around);
  // In a policy of the whole cluster what names no namespace may be about nodes, or the world.
  if (!isNamed && (isPlaced || around.own === undefined)) refuse(around.at, 'leaves open which namespaces it is about');
  return pods;
}
