import { applyObjects } from '../../../delivery/kubernetes/apply/apply-objects';
import { planObjects } from '../../../delivery/kubernetes/plan/plan-objects';
import type { PlannedObject } from '../../../delivery/kubernetes/plan/planned-object';
import type { JsonObject, Resource } from '../../../resources/resource';
import { configMapOf, resourceOf } from '../../delivery/kubernetes/kit/test-resource';
import { editByHand } from './by-hand';
import type { RealCluster } from './real-cluster';

const deployment = (namespace: string, changes: JsonObject = {}): Resource =>
  resourceOf({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'd', namespace },
    spec: {
      replicas: 0,
      selector: { matchLabels: { app: 'd' } },
      template: {
        metadata: { labels: { app: 'd' } },
        spec: { containers: [{ name: 'app', image: 'x:1', env: [{ name: 'API_TOKEN', value: 'old' }] }] },
      },
      ...changes,
    },
  });

/** What a real API server says of objects without keeping them. */
export const describePlanning = (cluster: RealCluster): void =>
  describe('planObjects()', () => {
    async function plan(
      objects: readonly Resource[],
      before: readonly Resource[] = [],
    ): Promise<readonly PlannedObject[]> {
      const planned = await planObjects({ client: cluster.client(), objects, before });
      if (!planned.reached) throw new Error(planned.failure.message);
      return planned.objects;
    }

    async function apply(...objects: readonly Resource[]): Promise<void> {
      const done = await applyObjects({ client: cluster.client(), objects });
      expect(done.reached && done.outcomes.every((one) => 'uid' in one)).toBe(true);
    }

    const kinds = (objects: readonly PlannedObject[]): readonly string[] =>
      objects.map(({ resource, kind }) => `${resource.kind} ${kind}`);

    it('tells what would be created, and what can not be tried before its namespace stands', async () => {
      const namespace = cluster.namespace('new');
      const objects = [configMapOf(namespace.name, 'a'), namespace];
      expect(await plan(objects)).toMatchObject([
        { kind: 'create-untried', awaits: `Namespace ${namespace.name}` },
        { kind: 'create' },
      ]);
      expect(kinds(await plan([configMapOf(namespace.name, 'a')], [namespace]))).toEqual(['ConfigMap create-untried']);
      expect(kinds(await plan([configMapOf(namespace.name, 'a')]))).toEqual(['ConfigMap refused']);
      expect(await cluster.client().get(namespace)).toMatchObject({ failure: { kind: 'not-found' } });
    });

    it('tells which fields would change, free of what the server fills in, and shows no secret', async () => {
      const namespace = cluster.namespace('change');
      const secret = (value: string): Resource =>
        resourceOf({
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 's', namespace: namespace.name },
          stringData: { password: value },
        });
      await apply(namespace, deployment(namespace.name), secret('hunter2'));
      expect(kinds(await plan([deployment(namespace.name), secret('hunter2'), namespace]))).toEqual([
        'Deployment unchanged',
        'Namespace unchanged',
        'Secret unchanged',
      ]);
      const next = deployment(namespace.name, {
        template: {
          metadata: { labels: { app: 'd' } },
          spec: {
            containers: [
              { name: 'app', image: 'x:2', env: [{ name: 'API_TOKEN', value: 'new' }] },
              { name: 'more', image: 'y:1' },
            ],
          },
        },
      });
      const [changed, hidden] = await plan([next, secret('hunter3')]);
      const paths =
        changed?.kind === 'change' ? changed.changes.map(({ path, before, after }) => [path, before, after]) : [];
      const app = '.spec.template.spec.containers[name="app"]';
      expect(paths.slice(0, 2)).toEqual([
        [`${app}.env[name="API_TOKEN"].value`, '(secret)', '(secret)'],
        [`${app}.image`, 'x:1', 'x:2'],
      ]);
      expect(paths.slice(2).map(([path]) => path)).toEqual(['.spec.template.spec.containers[name="more"]']);
      expect(hidden).toMatchObject({
        kind: 'change',
        changes: [{ path: '.data.password', before: '(secret)', after: '(secret)', concern: 'secret' }],
      });
    });

    it('tells what must be replaced, since a field can not be changed', async () => {
      const namespace = cluster.namespace('replace');
      await apply(namespace, deployment(namespace.name));
      const other = deployment(namespace.name, {
        selector: { matchLabels: { app: 'e' } },
        template: { metadata: { labels: { app: 'e' } }, spec: { containers: [{ name: 'app', image: 'x:1' }] } },
      });
      expect(await plan([other])).toMatchObject([{ kind: 'replace', fields: [{ field: 'spec.selector' }] }]);
    });

    it('tells who is in the way, and what taking it would change', async () => {
      const namespace = cluster.namespace('conflict');
      const map = configMapOf(namespace.name, 'a', { x: '1' });
      await apply(namespace, map);
      await editByHand(cluster, map, { data: { x: 'by hand' } });
      expect(await plan([map])).toMatchObject([
        {
          kind: 'conflict',
          owners: [{ field: '.data.x', manager: 'kubectl-edit' }],
          changes: [{ path: '.data.x', before: 'by hand', after: '1' }],
        },
      ]);
    });

    it('tells a kind that nobody defines from one that the plan defines', async () => {
      const widget = resourceOf({ apiVersion: 'ndc.test/v1', kind: 'Gadget', metadata: { name: 'g' } });
      const definition = resourceOf({
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'gadgets.ndc.test' },
        spec: {
          group: 'ndc.test',
          scope: 'Cluster',
          names: { plural: 'gadgets', kind: 'Gadget' },
          versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
        },
      });
      expect(kinds(await plan([widget]))).toEqual(['Gadget kind-missing']);
      expect(await plan([widget, definition])).toMatchObject([
        { kind: 'create' },
        { kind: 'create-untried', awaits: 'CustomResourceDefinition gadgets.ndc.test' },
      ]);
    });
  });
