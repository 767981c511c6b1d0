import { checkCertificate } from '../../../evidence/segmentation/check-certificate';
import { canonicalJson } from '../../../model/canonical-json';
import type { Model } from '../../../model/model';
import type { Cluster } from '../../../model/site/cluster';
import { digestOf } from '../../../resources/digest';
import type { JsonObject, Resource } from '../../../resources/resource';
import { ClusterReachability, readClusterPaths } from '../../../resources/view/reachability/cluster-reachability';
import { comparePaths } from '../../../resources/view/reachability/compare-paths';
import { Chance } from '../../resources/reachability/oracle/chance';
import { certifiedView, partsOf, sandboxView, withCluster, type Certified } from './certified-sandbox';
import { mutated } from './mutate';

const FORGERIES = 120;

interface Forged {
  readonly seed: number;
  readonly isAccepted: boolean;
  /** Whether the engine finds that the paths are those declared. */
  readonly isDeclared: boolean;
}

describe('a certificate of the sandbox whose digests were forged for a changed policy', () => {
  const forged: Forged[] = [];
  beforeAll(async () => {
    const view = await sandboxView();
    const parts = new Map(partsOf(certifiedView(view)).map((part) => [[...part.clusters.keys()][0], part]));
    for (let seed = 0; seed < FORGERIES; seed++) {
      const chance = new Chance(seed);
      const cluster = chance.pick(view.model.clusters);
      const part = parts.get(cluster.id);
      if (part === undefined) throw new Error(`${cluster.id} has no certificate`);
      forged.push(forge({ seed, chance, cluster, model: view.model, part }, view.resources.inCluster(cluster.id)));
    }
  });

  interface Forgery {
    readonly seed: number;
    readonly chance: Chance;
    readonly cluster: Cluster;
    readonly model: Model;
    readonly part: Certified;
  }

  function forge({ seed, chance, cluster, model, part }: Forgery, resources: readonly Resource[]): Forged {
    const one = chance.pick(resources.filter(({ kind }) => kind.endsWith('NetworkPolicy')));
    const body = { ...one.body, spec: mutated(one.body['spec'] ?? null, chance) } as JsonObject;
    const changed = resources.map((other) => (other === one ? { ...one, body } : other));
    const digest = digestOf(canonicalJson(body));
    const certificate = withCluster(part, ({ objects, ...rest }) => ({
      ...rest,
      objects: objects.map((object) => (object.id === one.id ? { ...object, digest } : object)),
    }));
    const objects = new Map([[cluster.id, changed.map((object) => object.body)]]);
    const { isAccepted } = checkCertificate(certificate, objects);
    const [difference] = comparePaths(new ClusterReachability(readClusterPaths(cluster, model, changed)));
    return { seed, isAccepted, isDeclared: difference === undefined };
  }

  it('is never accepted where the engine finds a path that differs from those declared', () => {
    expect(forged.filter(({ isAccepted, isDeclared }) => isAccepted && !isDeclared)).toEqual([]);
    expect(forged.filter(({ isDeclared }) => !isDeclared).length).toBeGreaterThan(FORGERIES / 8);
  });

  it.each<readonly [string, JsonObject]>([
    ['all pods of its namespace', {}],
    [
      'pods with another value',
      { matchExpressions: [{ key: 'k8s-app', operator: 'In', values: ['kube-dns', 'web'] }] },
    ],
    ['pods without it', { matchExpressions: [{ key: 'k8s-app', operator: 'DoesNotExist' }] }],
    ['pods with another label', { matchLabels: { app: 'web' } }],
  ])('is not needed to see that a policy on pods with one label was opened to %s', async (_, endpointSelector) => {
    const view = await sandboxView();
    const cluster = view.model.clusters.find(({ id }) => id === 'ndc-1-management');
    const resources = view.resources.inCluster('ndc-1-management').flatMap((one) => {
      if (one.kind !== 'CiliumNetworkPolicy' || one.name !== 'dns') return [one];
      const spec = { ...(one.body['spec'] as JsonObject), endpointSelector };
      return [one, { ...one, name: 'opened', id: `${one.id}-opened`, body: { ...one.body, spec } }];
    });
    if (cluster === undefined) throw new Error('the sandbox lacks its first cluster');
    const [difference] = comparePaths(new ClusterReachability(readClusterPaths(cluster, view.model, resources)));
    expect(difference).toMatchObject({ kind: 'undeclared', namespace: 'kube-system', to: 'kube-system/others[any]' });
  });

  it('is accepted where a change opens and closes nothing', () => {
    expect(forged.filter(({ isAccepted }) => isAccepted).length).toBeGreaterThan(FORGERIES / 8);
  });
});
