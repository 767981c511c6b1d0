import { openCluster, type ClusterClient } from '../../../delivery/kubernetes/client/cluster-client';
import type { ClusterAccess } from '../../../delivery/kubernetes/connect/cluster-access';
import { readKubeconfig } from '../../../delivery/kubernetes/connect/read-kubeconfig';
import { removeObjects } from '../../../delivery/kubernetes/inventory/remove-objects';
import type { Resource } from '../../../resources/resource';
import { namespaceOf } from '../../delivery/kubernetes/kit/test-resource';
import { realOutside } from '../../delivery/kubernetes/kit/world';

/** A real API server of a throwaway cluster, with its controller manager. */
export interface RealCluster {
  readonly access: () => ClusterAccess;
  readonly client: () => ClusterClient;
  /** A namespace of this run alone, which is taken away at the end. */
  readonly namespace: (name: string) => Resource;
}

/** Kubeconfig of the throwaway cluster that these tests may do to as they like. */
const KUBECONFIG = process.env['NDC_TEST_KUBECONFIG'] ?? '';

const PATIENCE_MILLISECONDS = 120_000;

/** Describes something about a real API server; without one, the tests are skipped by name. */
export function describeWithCluster(title: string, tests: (cluster: RealCluster) => void): void {
  jest.setTimeout(PATIENCE_MILLISECONDS);
  const describeOrSkip = KUBECONFIG === '' ? describe.skip : describe;
  describeOrSkip(`${title} (on a real API server)`, () => {
    let access: ClusterAccess | undefined;
    let client: ClusterClient | undefined;
    const made = new Map<string, Resource>();
    const run = `t${process.pid}-${Date.now().toString(36)}`;
    beforeAll(() => {
      const read = readKubeconfig(KUBECONFIG);
      if (!read.ok) throw new Error(read.problems.map(({ what, got }) => `${what}: ${got}`).join('; '));
      access = read.value;
      client = openCluster({ access, outside: realOutside });
    });
    afterAll(async () => {
      if (client !== undefined) await removeNamespaces(client, [...made.values()]);
      client?.close();
    });
    tests({
      access: () => present(access),
      client: () => present(client),
      namespace: (name) => {
        const resource = namespaceOf(`${run}-${name}`);
        made.set(name, resource);
        return resource;
      },
    });
  });
}

async function removeNamespaces(client: ClusterClient, namespaces: readonly Resource[]): Promise<void> {
  const objects = [];
  for (const one of namespaces) {
    const standing = await client.get(one, { extent: 'metadata' });
    const { uid } = standing.ok ? (standing.value['metadata'] as { readonly uid: string }) : { uid: '' };
    if (uid !== '') objects.push({ ...one, uid });
  }
  await removeObjects(client, { objects, propagation: 'Background', patienceMilliseconds: 0 });
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the cluster is used before the tests began');
  return value;
}
