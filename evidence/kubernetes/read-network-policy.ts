import { addressSet, everyAddress, everyPort, portSet, union, without } from './numbers';
import { NETWORK_POLICY, type BLOCK, type NETWORK_RULE } from './policy-shapes';
import { refuse } from './refuse';
import { directions, together, type Around, type Peers, type Policy, type Rule } from './rule';
import { wantsOf } from './selector';
import { shaped, type Shaped } from './shape';

/** Everybody: all pods, and all that is outside. */
export function everybody({ find }: Around): Peers {
  return { pods: [{ namespaces: find([]), wants: [] }], addresses: everyAddress, names: [] };
}

/** The addresses of a block; nodes are among them only where the network plugin is set so. */
export function blockOf({ cidr = '', except = [] }: Shaped<typeof BLOCK>, around: Around): Partial<Peers> {
  const others = [...except.map((one) => addressSet(one, around.at)), around.blocksTakeNodes ? [] : around.nodes];
  return { addresses: without(addressSet(cidr, around.at), union(others)) };
}

/** Reads a NetworkPolicy. */
export function readNetworkPolicy(spec: unknown, around: Around): Policy {
  const { podSelector = {}, policyTypes = [], ...sections } = shaped(NETWORK_POLICY, spec, around.at);
  const wants = wantsOf(podSelector, `${around.at}.podSelector`);
  const subject = { namespaces: new Set([around.own ?? '']), wants };
  if (policyTypes.length > 2 || !policyTypes.every((type) => type === 'Ingress' || type === 'Egress'))
    refuse(`${around.at}.policyTypes`, 'are no directions');
  const unsaid = (sections.egress ?? []).length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
  const types = policyTypes.length === 0 ? unsaid : policyTypes;
  const isolates = directions.filter((one) => types.includes(one === 'ingress' ? 'Ingress' : 'Egress'));
  const rules = isolates.flatMap((direction) =>
    (sections[direction] ?? []).map((rule, index): Rule => {
      const at = `${around.at}.${direction}[${index}]`;
      return { at, direction, denies: false, subject, ...readRule(rule, { ...around, at }) };
    }),
  );
  return { subject, isolates, rules };
}

function readRule(
  { from = [], to = from, ports = [] }: Shaped<typeof NETWORK_RULE>,
  around: Around,
): Pick<Rule, keyof Peers | 'ports'> {
  const { at, own = '', find } = around;
  const peers = to.map(({ podSelector, namespaceSelector, ipBlock }): Partial<Peers> => {
    if ((podSelector ?? namespaceSelector) === undefined)
      return ipBlock === undefined ? refuse(at, 'names no peer') : blockOf(ipBlock, around);
    if (ipBlock !== undefined) refuse(at, 'names addresses and pods in one');
    const namespaces = namespaceSelector === undefined ? new Set([own]) : find(wantsOf(namespaceSelector, at));
    return { pods: [{ namespaces, wants: wantsOf(podSelector ?? {}, at) }] };
  });
  const listed = ports.map(({ protocol = 'TCP', port, endPort }) => {
    if (protocol === 'ANY' || (port === undefined && endPort !== undefined)) refuse(at, 'has no ports by number');
    return portSet(protocol, port === undefined ? [1, 65_535] : [port, endPort ?? port], at);
  });
  return {
    ...(to.length === 0 ? everybody(around) : together(peers)),
    ports: ports.length === 0 ? everyPort : union(listed),
  };
}
