import { applyObjects, type ApplyRun } from '../../../delivery/kubernetes/apply/apply-objects';
import type { ApplyOutcome } from '../../../delivery/kubernetes/apply/apply-outcome';
import type { JsonObject, Resource } from '../../../resources/resource';
import { configMapOf, resourceOf } from '../../delivery/kubernetes/kit/test-resource';
import { awaitAccount, deleteNow, editByHand, until } from './by-hand';
import type { RealCluster } from './real-cluster';

const pod = (namespace: string, spec: JsonObject): Resource =>
  resourceOf({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', namespace },
    spec: { containers: [{ name: 'c', image: 'x:1' }], ...spec },
  });

/** What applying does to a real API server, and what that answers. */
export const describeApplying = (cluster: RealCluster): void =>
  describe('applyObjects()', () => {
    async function outcomes(
      objects: readonly Resource[],
      options: Partial<ApplyRun> = {},
    ): Promise<readonly ApplyOutcome[]> {
      const done = await applyObjects({ client: cluster.client(), objects, ...options });
      if (!done.reached) throw new Error(done.failure.message);
      return done.outcomes;
    }

    async function kinds(objects: readonly Resource[], options: Partial<ApplyRun> = {}): Promise<readonly string[]> {
      return (await outcomes(objects, options)).map(({ resource, kind }) => `${resource.kind} ${kind}`);
    }

    /** What refuses is in force when the server has learned of it, for a quota up to half a minute after it was made. */
    const untilRefused = (object: Resource): Promise<void> =>
      until(async () => !(await cluster.client().apply(object, object.body, { dryRun: true })).ok);

    it('creates, then changes nothing, whatever the server writes anew for itself', async () => {
      const namespace = cluster.namespace('plain');
      const policy = resourceOf({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'deny', namespace: namespace.name },
        spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [] },
      });
      const objects = [policy, configMapOf(namespace.name, 'a', { x: '1' }), namespace];
      expect(await kinds(objects)).toEqual(['Namespace created', 'NetworkPolicy created', 'ConfigMap created']);
      expect(await kinds(objects)).toEqual(['Namespace unchanged', 'NetworkPolicy unchanged', 'ConfigMap unchanged']);
      const changed = [policy, configMapOf(namespace.name, 'a', { x: '2' }), namespace];
      expect(await kinds(changed)).toEqual(['Namespace unchanged', 'NetworkPolicy unchanged', 'ConfigMap changed']);
    });

    it('waits for a definition before it applies objects of its kind', async () => {
      const namespace = cluster.namespace('definitions');
      const group = `${namespace.name}.ndc.test`;
      const definition = resourceOf({
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `widgets.${group}` },
        spec: {
          group,
          scope: 'Namespaced',
          names: { plural: 'widgets', kind: 'Widget' },
          versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: widgetSchema } }],
        },
      });
      const widget = (spec: JsonObject): Resource =>
        resourceOf({
          apiVersion: `${group}/v1`,
          kind: 'Widget',
          metadata: { name: 'w', namespace: namespace.name },
          spec,
        });
      expect(await kinds([widget({ color: 'red' }), definition, namespace])).toEqual([
        'Namespace created',
        'CustomResourceDefinition created',
        'Widget created',
      ]);
      expect(await outcomes([widget({ color: 'red', colour: 'blue' })])).toMatchObject([
        { kind: 'refused', failure: { kind: 'invalid', fields: [{ field: '.spec.colour' }], immutable: false } },
      ]);
      expect(await outcomes([widget({ color: 'blue' })])).toMatchObject([
        { kind: 'refused', failure: { kind: 'invalid', fields: [{ field: 'spec.color' }], immutable: true } },
      ]);
      await deleteNow(cluster.client(), definition);
    });

    it('stops at a conflict, says who owns which field, and takes back only what people changed', async () => {
      const namespace = cluster.namespace('conflicts');
      const map = configMapOf(namespace.name, 'a', { x: '1', y: '1' });
      await outcomes([namespace, map]);
      await editByHand(cluster, map, { data: { x: 'by hand' } });
      expect(await outcomes([map])).toMatchObject([
        { kind: 'conflict', failure: { owners: [{ field: '.data.x', manager: 'kubectl-edit', operation: 'Update' }] } },
      ]);
      expect(await kinds([map], { onConflict: 'take-from-people' })).toEqual(['ConfigMap changed']);
      expect(await kinds([map])).toEqual(['ConfigMap unchanged']);
    });

    it('names the admission policy that refuses', async () => {
      const namespace = cluster.namespace('admission');
      const name = namespace.name;
      const policy = resourceOf({
        apiVersion: 'admissionregistration.k8s.io/v1',
        kind: 'ValidatingAdmissionPolicy',
        metadata: { name },
        spec: {
          matchConstraints: {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
            resourceRules: [
              { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['configmaps'] },
            ],
          },
          validations: [{ expression: '!("bad" in object.data)', message: 'nothing bad' }],
        },
      });
      const binding = resourceOf({
        apiVersion: 'admissionregistration.k8s.io/v1',
        kind: 'ValidatingAdmissionPolicyBinding',
        metadata: { name },
        spec: { policyName: name, validationActions: ['Deny'] },
      });
      await outcomes([namespace, policy, binding]);
      const bad = configMapOf(name, 'a', { bad: '1' });
      await untilRefused(bad);
      expect(await outcomes([bad])).toMatchObject([
        {
          kind: 'refused',
          failure: { kind: 'admission-refused', admission: { by: 'ValidatingAdmissionPolicy', name, binding: name } },
        },
      ]);
      for (const one of [binding, policy]) await deleteNow(cluster.client(), one);
    });

    it('names the Pod Security standard and the quota that refuse', async () => {
      const restricted = cluster.namespace('restricted');
      const pinned = { 'pod-security.kubernetes.io/enforce-version': 'v1.35' };
      const labels = { 'pod-security.kubernetes.io/enforce': 'restricted', ...pinned };
      await outcomes([{ ...restricted, body: { ...restricted.body, metadata: { name: restricted.name, labels } } }]);
      await awaitAccount(cluster.client(), restricted.name);
      expect(await outcomes([pod(restricted.name, { hostNetwork: true })])).toMatchObject([
        { failure: { kind: 'admission-refused', admission: { by: 'PodSecurity', name: 'restricted:v1.35' } } },
      ]);
      const full = cluster.namespace('full');
      const quota = resourceOf({
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'quota', namespace: full.name },
        spec: { hard: { 'count/configmaps': '0' } },
      });
      await outcomes([full, quota]);
      await untilRefused(configMapOf(full.name, 'a'));
      expect(await outcomes([configMapOf(full.name, 'a')])).toMatchObject([
        { failure: { kind: 'admission-refused', admission: { by: 'ResourceQuota', name: 'quota' } } },
      ]);
    });

    it('says that a namespace is on its way out, and applies nothing to it', async () => {
      const namespace = cluster.namespace('dying');
      const map = { ...configMapOf(namespace.name, 'a') };
      const held = {
        ...map,
        body: { ...map.body, metadata: { name: 'a', namespace: namespace.name, finalizers: ['ndc.test/hold'] } },
      };
      await outcomes([namespace, held]);
      await deleteNow(cluster.client(), namespace);
      expect(await outcomes([namespace, configMapOf(namespace.name, 'b')])).toMatchObject([
        { kind: 'refused', failure: { kind: 'namespace-terminating', namespace: namespace.name } },
        { kind: 'not-tried' },
      ]);
      expect(await outcomes([configMapOf(namespace.name, 'b')])).toMatchObject([
        { kind: 'refused', failure: { kind: 'namespace-terminating', namespace: namespace.name } },
      ]);
      await editByHand(cluster, held, { metadata: { finalizers: null } });
    });

    it('tells a kind, a namespace and an object that are absent apart', async () => {
      const nowhere = configMapOf('ndc-test-nowhere', 'a');
      expect(await outcomes([nowhere])).toMatchObject([{ failure: { kind: 'namespace-missing' } }]);
      const unknown = resourceOf({ apiVersion: 'ndc.test/v1', kind: 'Nothing', metadata: { name: 'n' } });
      expect(await outcomes([unknown])).toMatchObject([{ failure: { kind: 'kind-missing' } }]);
      expect(await cluster.client().get(configMapOf('default', 'ndc-test-absent'))).toMatchObject({
        failure: { kind: 'not-found' },
      });
    });
  });

const widgetSchema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: {
        color: {
          type: 'string',
          'x-kubernetes-validations': [{ rule: 'self == oldSelf', message: 'Value is immutable' }],
        },
      },
    },
  },
} as const;
