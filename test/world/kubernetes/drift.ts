import { applyObjects } from '../../../delivery/kubernetes/apply/apply-objects';
import { applyWave } from '../../../delivery/kubernetes/apply/apply-wave';
import { driftOf, isConverged, type Drift } from '../../../delivery/kubernetes/drift/drift-of';
import { readLive } from '../../../delivery/kubernetes/live/read-live';
import type { JsonObject, Resource } from '../../../resources/resource';
import { configMapOf, namespaceOf, resourceOf } from '../../delivery/kubernetes/kit/test-resource';
import { createByHand, deleteNow, editByHand } from './by-hand';
import type { RealCluster } from './real-cluster';

const POD_SECURITY = 'pod-security.kubernetes.io/enforce';

const networkPolicy = (namespace: string, ingress: readonly JsonObject[]): Resource =>
  resourceOf({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'p', namespace },
    spec: { podSelector: {}, policyTypes: ['Ingress'], ingress },
  });
const quota = (namespace: string): Resource =>
  resourceOf({
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'quota', namespace },
    spec: { hard: { 'requests.cpu': '2000m', 'limits.memory': '1024Mi' } },
  });

/** What people do to a real cluster, and what is told of it. */
export const describeDrift = (cluster: RealCluster): void =>
  describe('driftOf()', () => {
    async function drift(objects: readonly Resource[], more: object = {}): Promise<Drift> {
      const found = await driftOf({ client: cluster.client(), objects, managers: ['ndc'], ...more });
      if (!found.reached) throw new Error(found.failure.message);
      return found;
    }

    /** What departs, one line each: kind, divergence, path, who. */
    function lines({ objects }: Drift): readonly string[] {
      return objects.flatMap((one) => {
        if (one.kind === 'missing') return [`${one.resource.kind} missing`];
        const fields = [
          ...(one.kind === 'different' ? one.differences : []),
          ...('additions' in one ? one.additions : []),
        ];
        return fields.map(({ divergence, path, owners }) =>
          [one.resource.kind, divergence, path, ...owners.map(({ manager }) => manager)].join(' '),
        );
      });
    }

    async function apply(...objects: readonly Resource[]): Promise<void> {
      const done = await applyObjects({ client: cluster.client(), objects, onConflict: 'take-from-people' });
      expect(done.reached && done.outcomes.every((one) => 'uid' in one)).toBe(true);
    }

    it('finds nothing where nobody touched anything, and who touched what where somebody did', async () => {
      const { name } = cluster.namespace('touched');
      const namespace = namespaceOf(name, { [POD_SECURITY]: 'restricted', 'ndc.gov.vn/tenant': 'p01' });
      const policy = networkPolicy(name, [{ ports: [{ port: 443 }] }]);
      const map = configMapOf(name, 'a', { x: '1' });
      const objects = [namespace, policy, quota(name), map];
      await apply(...objects);
      const calm = await drift(objects);
      expect(lines(calm)).toEqual([]);
      expect(isConverged(calm)).toBe(true);

      await editByHand(cluster, namespace, { metadata: { labels: { [POD_SECURITY]: 'privileged', hand: 'made' } } });
      await editByHand(cluster, policy, { spec: { ingress: [{}] } });
      await editByHand(cluster, quota(name), { spec: { hard: { 'requests.cpu': '99', pods: '9' } } });
      await deleteNow(cluster.client(), map);
      const touched = await drift(objects);
      expect(lines(touched)).toEqual([
        'ConfigMap missing',
        `Namespace changed .metadata.labels."${POD_SECURITY}" kubectl-edit`,
        'Namespace added .metadata.labels.hand kubectl-edit',
        'NetworkPolicy absent .spec.ingress[0].ports kubectl-edit',
        'ResourceQuota changed .spec.hard."requests.cpu" kubectl-edit',
        'ResourceQuota added .spec.hard.pods kubectl-edit',
      ]);
      expect(isConverged(touched)).toBe(false);
      const concerns = touched.objects.flatMap((one) => (one.kind === 'different' ? one.differences : []));
      expect(concerns.map(({ concern }) => concern)).toEqual(['pod-security', 'network', 'quota']);

      await apply(...objects);
      expect(isConverged(await drift(objects))).toBe(true);
    });

    it('tells a default inside of a list from a remnant of an earlier assembly, by asking the server', async () => {
      const namespace = cluster.namespace('remnants');
      const wide = networkPolicy(namespace.name, [{ ports: [{ port: 443 }] }]);
      const narrow = networkPolicy(namespace.name, [{ ports: [{ port: 443 }], from: [{ podSelector: {} }] }]);
      await apply(namespace, narrow);
      expect(lines(await drift([narrow]))).toEqual([]);
      expect(lines(await drift([wide]))).toEqual(['NetworkPolicy left .spec.ingress[0].from']);
    });

    it('shows what is left over, and what others put into our namespaces', async () => {
      const namespace = cluster.namespace('others');
      const key = { cluster: 'one', wave: namespace.name };
      const [a, b] = [configMapOf(namespace.name, 'a'), configMapOf(namespace.name, 'b')];
      const wave = { client: cluster.client(), key, assembly: 'sha256:1', run: 'r' };
      const done = await applyWave({ ...wave, objects: [namespace, a, b] });
      if (!done.isRecorded || !done.inventory.ok) throw new Error('not recorded');
      const foreign = configMapOf(namespace.name, 'foreign');
      await cluster.client().create(foreign, foreign.body);
      const found = await drift([namespace, a], {
        inventories: [done.inventory.value.inventory],
        namespaces: [namespace.name],
      });
      expect(found.leftOvers.leftOver.map(({ entry }) => entry.name)).toEqual(['b']);
      expect(found.unmanaged.objects.map(({ ref }) => `${ref.kind} ${ref.name}`)).toEqual(['ConfigMap foreign']);
      expect(found.unmanaged.unread).toEqual([]);
      expect(await cluster.client().get(b)).toMatchObject({ ok: true });
    });
  });

/** What is read back of a real cluster. */
export const describeLiveReading = (cluster: RealCluster): void =>
  describe('readLive()', () => {
    it('gives back what stands as resources that rules can judge', async () => {
      const namespace = cluster.namespace('live');
      const policy = networkPolicy(namespace.name, [{ ports: [{ port: 443 }] }]);
      await applyObjects({ client: cluster.client(), objects: [namespace, policy] });
      const absent = configMapOf(namespace.name, 'absent');
      const read = await readLive({
        client: cluster.client(),
        objects: [namespace, policy, absent],
        managers: ['ndc'],
      });
      if (!read.reached) throw new Error(read.failure.message);
      expect(read.objects.map(({ kind }) => kind)).toEqual(['missing', 'equal', 'equal']);
      const [live] = read.resources.filter(({ kind }) => kind === 'NetworkPolicy');
      expect(live).toMatchObject({
        id: policy.id,
        cluster: 'one',
        body: { spec: { ingress: [{ ports: [{ port: 443, protocol: 'TCP' }] }] } },
      });
      expect(JSON.stringify(live)).not.toContain('managedFields');
    });

    it('finds equal what another engine of ours made by updates, and whatever the server filled in then', async () => {
      const namespace = cluster.namespace('updated');
      const policy = networkPolicy(namespace.name, []);
      await applyObjects({ client: cluster.client(), objects: [namespace] });
      await createByHand(cluster, policy, 'HashiCorp');
      const managers = ['ndc', 'HashiCorp'];
      const read = await readLive({ client: cluster.client(), objects: [policy], managers });
      expect(read.reached && read.objects.map(({ kind }) => kind)).toEqual(['equal']);
      await editByHand(cluster, policy, { spec: { ingress: [{}] } });
      const touched = await readLive({ client: cluster.client(), objects: [policy], managers });
      expect(touched.reached && touched.objects).toMatchObject([
        { kind: 'different', differences: [{ divergence: 'changed', path: '.spec.ingress' }] },
      ]);
    });

    it('notices any value of any field that is changed by hand', async () => {
      const namespace = cluster.namespace('any');
      const objects = [quota(namespace.name), networkPolicy(namespace.name, [{ ports: [{ port: 443 }] }])];
      await applyObjects({ client: cluster.client(), objects: [namespace, ...objects] });
      const changes: readonly (readonly [Resource | undefined, JsonObject])[] = [
        [objects[0], { spec: { hard: { 'limits.memory': null } } }],
        [objects[1], { spec: { podSelector: { matchLabels: { a: 'b' } } } }],
        [objects[1], { spec: { policyTypes: ['Ingress', 'Egress'] } }],
        [objects[1], { metadata: { labels: { a: 'b' } } }],
      ];
      for (const [resource, change] of changes) {
        if (resource === undefined) throw new Error('no such object');
        await editByHand(cluster, resource, change);
        const read = await readLive({ client: cluster.client(), objects: [resource], managers: ['ndc'] });
        const [found] = read.reached ? read.objects : [];
        const seen = found?.kind === 'different' ? found.differences : found?.kind === 'equal' ? found.additions : [];
        expect({ change, seen: seen.length }).toEqual({ change, seen: 1 });
        await applyObjects({ client: cluster.client(), objects: [resource], onConflict: 'take' });
        await editByHand(cluster, resource, { metadata: { labels: null } });
      }
    });
  });
