import { fieldOf, itemsOf } from '../api/answer-fields';
import { ApiFailure, type ApiClient } from '../api/api-client';

/** Nodes of a cluster, by what they say of themselves. */
export interface NodeCount {
  readonly ready: number;
  readonly total: number;
}

/** Whether an API server says that it is ready. */
export async function isReady(client: ApiClient): Promise<boolean> {
  try {
    return (await client.get('/readyz')).status === 200;
  } catch (error) {
    // Until it listens, nobody answers, and a half-open port answers with nonsense.
    if (error instanceof ApiFailure) return false;
    throw error;
  }
}

/** Whether the controllers work: they give every namespace its service account. */
export async function haveControllers(client: ApiClient): Promise<boolean> {
  return (await client.get('/api/v1/namespaces/default/serviceaccounts/default')).status === 200;
}

/** How many nodes there are, and how many are ready to take pods. */
export async function countNodes(client: ApiClient): Promise<NodeCount> {
  const nodes = itemsOf((await client.get('/api/v1/nodes')).body);
  return { ready: nodes.filter(isNodeReady).length, total: nodes.length };
}

/** Names of the nodes that there are. */
export async function nodeNames(client: ApiClient): Promise<readonly string[]> {
  const nodes = itemsOf((await client.get('/api/v1/nodes')).body);
  return nodes.map((node) => String(fieldOf(node, 'metadata', 'name')));
}

/**
 * Taints by which the node lifecycle controller keeps pods away from a node that it holds for silent. It takes them
 * away some time after the node said that it is ready: until then the scheduler places nothing there.
 */
const SILENCE_TAINTS: readonly unknown[] = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

function isNodeReady(node: unknown): boolean {
  const saysReady = itemsOf(fieldOf(node, 'status'), 'conditions').some(
    (one) => fieldOf(one, 'type') === 'Ready' && fieldOf(one, 'status') === 'True',
  );
  return (
    saysReady && !itemsOf(fieldOf(node, 'spec'), 'taints').some((one) => SILENCE_TAINTS.includes(fieldOf(one, 'key')))
  );
}
