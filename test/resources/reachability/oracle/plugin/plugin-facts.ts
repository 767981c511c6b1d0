import { get, isInside, sure, type End, type Json, type Match } from '../matching';

/** What the settings of a network plugin say beside what it does as it comes, and where its nodes are. */
export interface PluginFacts {
  /** Blocks in which all nodes have their addresses. */
  readonly nodes: readonly string[];
  /** Whether blocks take the addresses of nodes (`policy-cidr-match-mode: nodes`). */
  readonly blocksTakeNodes: boolean;
  /** Whether nothing passes of which no policy says anything (`enable-policy: always`). */
  readonly isClosed: boolean;
  /** Patterns of the labels that make identities (`labels`); rule 46. */
  readonly identityLabels: readonly string[];
}

/** Whether an end outside is a host name: it stands for addresses that nobody else asks about. */
export function isName(end: End): boolean {
  return typeof end === 'string' && !end.includes(':') && /[a-z]/.test(end);
}

/** Whether an address may be that of a node. */
function isOfNode(address: string, facts: PluginFacts | undefined): Match {
  if (facts === undefined) return 'maybe';
  return !isName(address) && facts.nodes.some((one) => isInside(address, one)) ? 'maybe' : 'no';
}

const NODES: readonly Json[] = ['host', 'remote-node', 'kube-apiserver', 'ingress', 'health'];
const FAMILIES: Readonly<Record<string, string>> = { 'world-ipv4': '.', 'world-ipv6': ':' };

/** Rule 44: whom an entity means. Of an address of a node nobody can tell which node has it. */
export function matchOfEntity(entity: Json, peer: End, facts: PluginFacts | undefined): Match {
  const isOutside = typeof peer === 'string';
  if (entity === 'all') return 'yes';
  if (entity === 'cluster') return isOutside ? isOfNode(peer, facts) : 'yes';
  if (NODES.includes(entity)) return isOutside ? isOfNode(peer, facts) : peer.hostNetwork ? 'maybe' : 'no';
  if (!isOutside || (facts !== undefined && isOfNode(peer, facts) === 'maybe')) return 'no';
  if (entity === 'world') return 'yes';
  const sign = typeof entity === 'string' ? FAMILIES[entity] : undefined;
  if (sign === undefined) return 'no';
  return isName(peer) ? 'maybe' : sure(peer.includes(sign));
}

/** A name is met by the policies that write it. */
export function matchOfName(entry: Json, peer: End): Match {
  return sure(
    typeof peer === 'string' && isName(peer) && [get(entry, 'matchName'), get(entry, 'matchPattern')].includes(peer),
  );
}

/** Rule 14: whether blocks take an address that may be a node's. */
export function isTakenByBlocks(address: string, facts: PluginFacts | undefined): boolean {
  if (isName(address)) return false;
  return facts === undefined || facts.blocksTakeNodes || isOfNode(address, facts) === 'no';
}

/** Rule 46: whether selectors find a label of a pod, where some patterns say which; those of namespaces they always find. */
export function isIdentityLabel(key: string, { identityLabels }: PluginFacts): boolean {
  const patterns = [...identityLabels.map((one) => one.replace(/^k8s:/, '')), 'app\\.kubernetes\\.io'];
  return patterns.some((one) => new RegExp(`^(?:${one})`).test(key));
}
