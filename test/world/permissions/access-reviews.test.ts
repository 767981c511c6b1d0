import { Agent } from 'node:https';
import { join } from 'node:path';
import fc from 'fast-check';
import { mayDo } from '../../../resources/permissions/may-do';
import type { Permissions } from '../../../resources/permissions/permissions';
import { readPermissions } from '../../../resources/permissions/read-permissions';
import { defaultRoles } from '../../../resources/permissions/read/default-roles';
import { roleKey } from '../../../resources/permissions/read/gather-roles';
import { rightsBeyond } from '../../../resources/permissions/rights/rights-difference';
import type { JsonObject } from '../../../resources/resource';
import { ownRules } from '../../../resources/permissions/read/access-rule';
import { resourceOf } from '../../resources/reachability/agreement/resource-of';
import { asked, callers, randomAccess, requests } from '../../resources/permissions/oracle/random-access';
import type { Asked } from '../../resources/permissions/oracle/authorizer';
import { clusterSpec } from '../../support/sandbox/cluster-spec';
import { expectStarted } from '../../support/sandbox/expect-started';
import { callAs, type KubeCall } from '../../support/sandbox/kubeconfig-client';
import { describeWithSandbox } from '../../support/sandbox/real-sandbox';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const REVIEWS = '/apis/authorization.k8s.io/v1/subjectaccessreviews';
const OWN = 'ndc.test/access';
const ROUNDS = 5;
const REQUESTS = 120;
const SEED = 20_261_127;
const rbac = [{ name: 'authorization-mode', value: 'Node,RBAC' }];
const kinds = ['clusterroles', 'clusterrolebindings', 'roles', 'rolebindings'] as const;
const objectKinds = {
  clusterroles: 'ClusterRole',
  clusterrolebindings: 'ClusterRoleBinding',
  roles: 'Role',
  rolebindings: 'RoleBinding',
};

describeWithSandbox('permissions against a real API server', (sandbox) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  let call: ReturnType<typeof callAs>;

  beforeAll(async () => {
    const spec = {
      name: 'permissions',
      folder: join(sandbox().folder, 'permissions'),
      clusters: [clusterSpec({ apiServer: rbac })],
    };
    const { kubeconfig } = expectStarted(await sandbox().start(spec));
    call = callAs(kubeconfig, 'one-break-glass', agent);
    for (const name of ['n1', 'n2'])
      await call('/api/v1/namespaces', post({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
  });
  afterAll(() => agent.destroy());

  it('the roles that Kubernetes makes for itself are those of the table', async () => {
    const server = await readServer();
    const table = readPermissions([]);
    for (const { name } of defaultRoles) {
      const [theirs, ours] = [server, table].map(
        (one) => one.tryRole(roleKey('ClusterRole', undefined, name))?.shape.rules ?? [],
      );
      expect([
        name,
        rightsBeyond(theirs ?? [], ours ?? []).rights,
        rightsBeyond(ours ?? [], theirs ?? []).rights,
      ]).toEqual([name, [], []]);
    }
  });

  it('mayDo answers as it does, for generated roles and bindings, generated requests and every caller', async () => {
    const states = fc.sample(randomAccess, { seed: SEED, numRuns: ROUNDS });
    const wrong: unknown[] = [];
    const counts = { allowed: 0, refused: 0 };
    for (const [round, objects] of states.entries()) {
      await bring(objects, round);
      const permissions = await readServer();
      const picked = fc.sample(fc.constantFrom(...requests), { seed: SEED + round, numRuns: REQUESTS });
      const asks = callers.flatMap(([caller, who]) =>
        picked.map((request) => ({ caller, request, said: asked(who, request) })),
      );
      const answers = await Promise.all(asks.map(({ said }) => review(said)));
      for (const [index, { caller, request }] of asks.entries()) {
        const want = answers[index];
        counts[want === true ? 'allowed' : 'refused'] += 1;
        if (mayDo(permissions, caller, request).isAllowed !== want) wrong.push({ round, caller, request, want });
      }
    }
    expect(wrong).toEqual([]);
    expect(Math.min(counts.allowed, counts.refused)).toBeGreaterThan(200);
  });

  it('the rights of a role of Kubernetes itself, bound in a namespace, are those of the table', async () => {
    await bring([bindingOf('edit')], ROUNDS);
    const unread = readPermissions([resourceOf(bindingOf('edit'))]);
    const user = { kind: 'User', name: 'u1' };
    const said = [
      'create pods/exec',
      'get secrets',
      'list nodes',
      'impersonate serviceaccounts',
      'create rolebindings',
    ];
    for (const text of said) {
      const [verb = '', full = ''] = text.split(' ');
      const [resource = '', subresource = ''] = full.split('/');
      const request = { verb, group: '', resource, subresource, namespace: 'n1' };
      const answer = await review(asked({ user: 'u1', groups: ['system:authenticated'] }, request));
      expect([text, mayDo(unread, user, request).isAllowed]).toEqual([text, answer]);
    }
  });

  /** Replaces what an earlier round brought, and waits until the authorizer knows all of it. */
  async function bring(objects: readonly JsonObject[], round: number): Promise<void> {
    for (const kind of kinds) await removeAll(kind);
    for (const object of [...objects, ...sentinels(round)]) {
      const { name, namespace } = object['metadata'] as { readonly name: string; readonly namespace?: string };
      const labels = { ...((object['metadata'] as JsonObject)['labels'] as JsonObject | undefined), [OWN]: 'yes' };
      const body = { ...object, metadata: { name, namespace, labels } };
      // What the server refuses, such as a rule without verbs, isn't there for anybody.
      await call(pathOf(object['kind'] as string, namespace), post(body));
    }
    const user = `sentinel-${round}`;
    const wanted: readonly Asked[] = [
      { user, groups: [], verb: 'get', path: '/sentinel' },
      { user, groups: [], verb: 'get', group: 'sentinel', resource: 'r', namespace: 'n1' },
    ];
    await until(async () => (await Promise.all(wanted.map(review))).every(Boolean));
    await until(isGathered);
  }

  async function removeAll(kind: (typeof kinds)[number]): Promise<void> {
    const places = kind.startsWith('cluster') ? [undefined] : ['n1', 'n2'];
    for (const place of places) {
      const answer = await call(`${pathOf(objectKinds[kind], place)}?labelSelector=${OWN}`, { method: 'DELETE' });
      expect(answer.status).toBe(200);
    }
  }

  /** Whether the controller that gathers roles has written what we say that they gather. */
  async function isGathered(): Promise<boolean> {
    const permissions = await readServer();
    return [...permissions.everyRole.values()].every(({ resource, shape }) => {
      if (resource === undefined) return true;
      const written = ownRules(resource);
      return [rightsBeyond(written, shape.rules), rightsBeyond(shape.rules, written)].every(
        ({ rights }) => rights.length === 0,
      );
    });
  }

  async function readServer(): Promise<Permissions> {
    const lists = await Promise.all(
      kinds.map(async (kind) => {
        const { body } = await call(`${RBAC}/${kind}`);
        const items = body['items'] as readonly JsonObject[];
        return items.map((item) => ({ ...item, apiVersion: 'rbac.authorization.k8s.io/v1', kind: objectKinds[kind] }));
      }),
    );
    return readPermissions(lists.flat().map(resourceOf));
  }

  async function review({ user, groups, path, ...rest }: Asked): Promise<boolean> {
    const attributes =
      path === undefined ? { resourceAttributes: rest } : { nonResourceAttributes: { path, verb: rest.verb } };
    const body = {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SubjectAccessReview',
      spec: { user, groups, ...attributes },
    };
    const answer = await call(REVIEWS, post(body));
    expect(answer.status).toBe(201);
    return (answer.body['status'] as { readonly allowed: boolean }).allowed;
  }
});

function post(body: object): KubeCall {
  return { method: 'POST', body };
}

function pathOf(kind: string, namespace: string | undefined): string {
  const plural = `${kind.toLowerCase()}s`;
  return namespace === undefined ? `${RBAC}/${plural}` : `${RBAC}/namespaces/${namespace}/${plural}`;
}

/** Brought last of their kinds: when the authorizer knows them, it knows all that came before. */
function sentinels(round: number): readonly JsonObject[] {
  const name = `sentinel-${round}`;
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', name };
  const subjects = [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name }];
  const made = { apiVersion: 'rbac.authorization.k8s.io/v1' };
  return [
    { ...made, kind: 'ClusterRole', metadata: { name }, rules: [{ verbs: ['get'], nonResourceURLs: ['/sentinel'] }] },
    { ...made, kind: 'ClusterRoleBinding', metadata: { name }, roleRef: { ...roleRef, kind: 'ClusterRole' }, subjects },
    {
      ...made,
      kind: 'Role',
      metadata: { name, namespace: 'n1' },
      rules: [{ verbs: ['get'], apiGroups: ['sentinel'], resources: ['r'] }],
    },
    {
      ...made,
      kind: 'RoleBinding',
      metadata: { name, namespace: 'n1' },
      roleRef: { ...roleRef, kind: 'Role' },
      subjects,
    },
  ];
}

function bindingOf(role: string): JsonObject {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'own', namespace: 'n1' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'u1' }],
  };
}

const TRIES = 3_000;

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) if (await holds()) return;
  throw new Error('the server does not come to know what it was given');
}
