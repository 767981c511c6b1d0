import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlannedObjects } from '../../../../resources/read/plan/planned-objects';

const folder = mkdtempSync(join(tmpdir(), 'ndc-plan-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Change {
  readonly type: string;
  readonly after: object | null;
  readonly unknown?: object;
  readonly sensitive?: object;
  readonly mode?: string;
  readonly actions?: readonly string[];
}

function read(...changes: readonly Change[]) {
  const file = join(folder, 'plan.json');
  const resource_changes = changes.map(
    ({ type, after, unknown = {}, sensitive = {}, mode = 'managed', actions = ['create'] }, index) => ({
      address: `${type}.r${index}`,
      mode,
      type,
      change: { actions, before: null, after, after_unknown: unknown, after_sensitive: sensitive },
    }),
  );
  writeFileSync(file, JSON.stringify({ format_version: '1.2', terraform_version: '1.11.4', resource_changes }));
  const found = readPlannedObjects(file);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

const unknown = { 'terraform:unresolved': 'known after apply' };

describe('readPlannedObjects()', () => {
  it('turns a deployment back, whose blocks the provider writes in the singular and as lists of one', () => {
    const container = {
      name: 'main',
      image: 'x:1',
      env: [{ name: 'A', value: 'b', value_from: [] }],
      port: [{ container_port: 8080, host_port: null, name: '' }],
      security_context: [{ run_as_user: '1000', run_as_non_root: true, capabilities: [{ add: [], drop: ['ALL'] }] }],
      volume_mount: [{ mount_path: '/x', name: 'v', read_only: true }],
      resources: [{ limits: { cpu: '1' }, requests: {} }],
    };
    const pod = { container: [container], host_ipc: true, volume: [{ name: 'v', empty_dir: [{ size_limit: '1Mi' }] }] };
    const after = {
      id: null,
      metadata: [{ name: 'web', namespace: 'n', labels: { a_b: 'c' } }],
      spec: [{ replicas: '2', template: [{ metadata: [{ labels: { app: 'web' } }], spec: [pod] }] }],
      wait_for_rollout: true,
    };
    const { resources, integrity } = read({ type: 'kubernetes_deployment_v1', after });
    expect(integrity).toEqual([]);
    expect(resources.map(({ id, apiVersion }) => `${apiVersion} ${id}`)).toEqual([
      'apps/v1 manifests/Deployment/n/web',
    ]);
    expect(resources[0]?.body).toMatchObject({
      metadata: { name: 'web', labels: { a_b: 'c' } },
      spec: {
        replicas: 2,
        template: {
          spec: {
            hostIPC: true,
            containers: [
              {
                name: 'main',
                ports: [{ containerPort: 8080 }],
                securityContext: { runAsUser: 1000, runAsNonRoot: true, capabilities: { drop: ['ALL'] } },
                volumeMounts: [{ mountPath: '/x', name: 'v', readOnly: true }],
                resources: { limits: { cpu: '1' } },
              },
            ],
            volumes: [{ name: 'v', emptyDir: { sizeLimit: '1Mi' } }],
          },
        },
      },
    });
  });

  it('marks what is known only after apply, at any depth, and a secret', () => {
    const { resources } = read({
      type: 'kubernetes_cluster_role',
      after: { metadata: [{ name: 'a', labels: { owner: 'hidden' } }], rule: [{ resources: ['pods'] }] },
      unknown: { rule: [{ verbs: true }] },
      sensitive: { metadata: [{ labels: { owner: true } }] },
    });
    expect(resources[0]?.body).toMatchObject({
      metadata: { labels: { owner: { 'terraform:unresolved': 'a secret' } } },
      rules: [{ resources: ['pods'], verbs: unknown }],
    });
    expect(JSON.stringify(resources)).not.toContain('hidden');
  });

  it('reads what kubernetes_manifest carries, of any kind', () => {
    const manifest = { apiVersion: 'cert-manager.io/v1', kind: 'Certificate', metadata: { name: 'c', namespace: 'n' } };
    const { resources } = read({ type: 'kubernetes_manifest', after: { manifest }, unknown: { object: true } });
    expect(resources).toMatchObject([{ id: 'manifests/Certificate/n/c', kind: 'Certificate', body: manifest }]);
  });

  it('tells a Kubernetes resource that nobody can read, and leaves out what goes, data, and other providers', () => {
    const { resources, integrity } = read(
      { type: 'helm_release', after: { name: 'x' } },
      { type: 'kubernetes_role', after: null, actions: ['delete'] },
      { type: 'kubernetes_role', mode: 'data', after: { metadata: [{ name: 'a' }] } },
      { type: 'aws_s3_bucket', after: { bucket: 'b' } },
    );
    expect(resources).toEqual([]);
    expect(integrity).toMatchObject([
      { address: 'helm_release.r0', detail: 'no rule can read resources of type helm_release' },
    ]);
  });

  it.each([
    ['an action that leaves something behind, and nothing of what', { after: null, actions: ['create'] }],
    ['an action that nobody knows', { after: null, actions: ['vanish'] }],
    ['no action', { after: null, actions: [] }],
    ['an object without a kind', { after: { manifest: { apiVersion: 'v1' } } }],
    ['an object that nobody can tell yet', { after: { manifest: {} }, unknown: { manifest: true } }],
    ['objects in a list', { after: { manifest: { apiVersion: 'v1', kind: 'List', items: [] } } }],
    ['a kind longer than any', { after: { manifest: { apiVersion: 'v1', kind: 'K'.repeat(501) } } }],
  ])('tells a Kubernetes resource with %s, which no rule would ask about', (_, change) => {
    const { resources, integrity } = read({ type: 'kubernetes_manifest', ...change });
    expect(resources).toEqual([]);
    expect(integrity).toMatchObject([{ kind: 'unread-section', address: 'kubernetes_manifest.r0' }]);
  });

  it('tells that a plan ended with an error, since what it would have held is not judged', () => {
    writeFileSync(join(folder, 'plan.json'), '{"format_version":"1.2","terraform_version":"1.11.4","errored":true}');
    const found = readPlannedObjects(join(folder, 'plan.json'));
    expect(found).toMatchObject({ ok: true, value: { integrity: [{ kind: 'unread-section', address: '' }] } });
  });

  it('takes all of a value for unknown where its marks are of another shape', () => {
    const after = { metadata: [{ name: 'a' }], rule: [{ resources: ['pods'], verbs: ['get'] }] };
    const shapes = [{ rule: {} }, { rule: [[]] }, { rule: [{ verbs: {} }] }];
    const bodies = shapes.map((marks) => read({ type: 'kubernetes_role', after, unknown: marks }).resources[0]?.body);
    expect(bodies.map((one) => one?.['rules'])).toEqual([
      unknown,
      [unknown],
      [{ resources: ['pods'], verbs: unknown }],
    ]);
  });

  it('takes marks under names of the prototype for marks of fields like any other', () => {
    const marks: unknown = JSON.parse(
      '{"metadata":[{"labels":{"constructor":true,"__proto__":{"x":true}}}],"toString":false}',
    );
    const after = { metadata: [{ name: 'a', labels: {} }] };
    const [object] = read({ type: 'kubernetes_role', after, unknown: marks as object }).resources;
    expect(JSON.stringify(object?.body['metadata'])).toBe(
      `{"name":"a","labels":{"constructor":${JSON.stringify(unknown)},"__proto__":{"x":${JSON.stringify(unknown)}}}}`,
    );
    expect(Object.keys(object?.body ?? {})).not.toContain('toString');
  });

  it('refuses what is no plan', () => {
    const file = join(folder, 'none.json');
    writeFileSync(file, '{"format_version":"9.0"}');
    expect(readPlannedObjects(file)).toMatchObject({ ok: false, problems: [{ code: 'plan-unreadable' }] });
  });
});
