import { done, failed, type Outcome } from '../../delivery/terraform/failure/terraform-failure';
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { applyPlan } from '../../delivery/terraform/apply/apply-plan';
import { detectDrift } from '../../delivery/terraform/drift/detect-drift';
import { planShard } from '../../delivery/terraform/plan/plan-shard';
import { forgetClusters } from '../../delivery/terraform/state/known-cluster';
import { readState } from '../../delivery/terraform/state/read-state';
import type { Workspace } from '../../delivery/terraform/workspace/workspace';
import type { JsonObject } from '../../resources/resource';
import { openFakeApiServer, statusText, type FakeApiServer, type Fault } from '../support/terraform/fake-api-server';
import { failureKindsOf, only, outcomesOf, valueOf } from '../support/terraform/outcome-kit';
import { describeWithProvider } from '../support/terraform/provider-mirror';
import { kubeconfigText, openRoom, type GivenShard, type TerraformRoom } from '../support/terraform/terraform-kit';

/** Far more than Terraform takes to hear a signal. */
const HEARD_MILLISECONDS = 2_000;
const NAMESPACE = '/api/v1/namespaces/a';

/** A promise that a test settles. */
function openGate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

/** A shard of namespaces, each made after the one before. */
function shardOf(id: string, ...names: readonly string[]): GivenShard {
  const blocks = names.map((name, index): readonly [string, JsonObject] => {
    const before = names[index - 1];
    return [
      name,
      { metadata: { name }, ...(before === undefined ? {} : { depends_on: [`kubernetes_namespace.${before}`] }) },
    ];
  });
  return { id, resource: { kubernetes_namespace: Object.fromEntries(blocks) } };
}

describeWithProvider('a cluster that fails', ({ program, providerMirror }) => {
  let room: TerraformRoom;
  let api: FakeApiServer;
  /** What Terraform meets is tested with a cluster that says who it is. */
  let askWho: () => Promise<Outcome<string>>;
  beforeAll(async () => {
    room = await openRoom({ program, providerMirror, clusterUid: () => askWho() });
    api = await openFakeApiServer(room.folder);
  });
  beforeEach(() => {
    askWho = () => Promise.resolve(done('the-cluster'));
    api.fault = () => undefined;
    writeFileSync(room.settings.kubeconfig, kubeconfigText(api.url));
  });
  afterAll(async () => {
    room.close();
    await api.close();
  });

  async function addressesInState(workspace: Workspace): Promise<readonly string[] | undefined> {
    return valueOf(await readState(workspace))?.objects.map(({ address }) => address);
  }

  describe('after a shard was deployed to it', () => {
    let workspace: Workspace;
    beforeAll(async () => {
      askWho = () => Promise.resolve(done('the-cluster'));
      writeFileSync(room.settings.kubeconfig, kubeconfigText(api.url));
      workspace = await only(room.open(shardOf('dc-north-shared-0-a', 'a')));
      const plan = valueOf(await planShard(workspace));
      expect(await applyPlan(workspace, { plan })).toMatchObject({ kind: 'ended', result: { failures: [] } });
    });
    afterEach(async () => {
      expect(await addressesInState(workspace)).toEqual(['kubernetes_namespace.a']);
    });

    const faults: readonly (readonly [string, Fault, string])[] = [
      ['closes the connection', 'close', 'unreachable'],
      ['answers with the page of a proxy', { status: 502, body: '<html>Bad Gateway</html>' }, 'unreachable'],
      [
        'is overloaded',
        { status: 503, body: statusText(503, 'ServiceUnavailable', 'the server is currently unable') },
        'unreachable',
      ],
      ['knows nobody', { status: 401, body: statusText(401, 'Unauthorized', 'Unauthorized') }, 'unauthenticated'],
      [
        'allows nothing',
        { status: 403, body: statusText(403, 'Forbidden', 'namespaces "a" is forbidden: User "u" cannot get it') },
        'forbidden',
      ],
    ];
    it.each(faults)('not reached when it %s: nothing is deleted, and the state stays', async (_, fault, kind) => {
      api.fault = () => fault;
      expect(failureKindsOf(await detectDrift(workspace))).toEqual([kind]);
    });

    it('is not reached when it no longer is there', async () => {
      writeFileSync(room.settings.kubeconfig, kubeconfigText('https://127.0.0.1:1'));
      expect(failureKindsOf(await planShard(workspace))).toEqual(['unreachable']);
    });

    it('is not reached behind a proxy that finds nothing, though Terraform would take all for deleted', async () => {
      api.fault = () => ({ status: 404, body: '<html>Not Found</html>' });
      expect(valueOf(await detectDrift(workspace)).isAllGone).toBe(true);
      askWho = async () => {
        const uid = await api.uid();
        return uid === undefined ? failed({ kind: 'unreachable', message: 'no uid' }) : done(uid);
      };
      expect(failureKindsOf(await detectDrift(workspace))).toEqual(['unreachable']);
      expect(failureKindsOf(await planShard(workspace))).toEqual(['unreachable']);
    });

    it('is not believed when it is another cluster, until that is accepted', async () => {
      askWho = () => Promise.resolve(done('another'));
      expect(failureKindsOf(await planShard(workspace))).toEqual(['other-cluster']);
      expect(failureKindsOf(await detectDrift(workspace))).toEqual(['other-cluster']);
      forgetClusters(workspace.settings.stateFolder, new Set([workspace.shard.cluster]));
      expect(valueOf(await planShard(workspace)).isEmpty).toBe(true);
    });

    it('tells an object that somebody deleted from one that is new', async () => {
      const kept = api.objects.get(NAMESPACE);
      api.objects.delete(NAMESPACE);
      const plan = valueOf(await planShard(workspace));
      if (kept !== undefined) api.objects.set(NAMESPACE, kept);
      expect(plan.changes.map(({ action, isRecreated }) => [action, isRecreated])).toEqual([['create', true]]);
      expect(plan.drift.map(({ object, drift }) => `${object.id} ${drift}`)).toEqual([
        'dc-north-shared-0/Namespace/-/a deleted',
      ]);
    });
  });

  it('in the middle of an apply leaves what was done in the state', async () => {
    const workspace = await only(room.open(shardOf('dc-north-shared-0-b', 'b', 'c')));
    const plan = valueOf(await planShard(workspace));
    api.fault = (method) => (method === 'POST' && api.objects.has('/api/v1/namespaces/b') ? 'close' : undefined);
    const applied = await applyPlan(workspace, { plan });
    expect(outcomesOf(applied)).toEqual({
      'kubernetes_namespace.b': 'create done',
      'kubernetes_namespace.c': 'create failed',
    });
    expect(applied).toMatchObject({ result: { failures: [{ kind: 'unreachable' }] } });
    expect(await addressesInState(workspace)).toEqual(['kubernetes_namespace.b']);
  });

  it('while it is waited for, an interrupt lets what is under way end and begins nothing more', async () => {
    const workspace = await only(room.open(shardOf('dc-north-shared-0-d', 'd', 'e')));
    const plan = valueOf(await planShard(workspace));
    const stopping = new AbortController();
    const release = openGate();
    const begun = openGate();
    api.fault = (method) => {
      if (method !== 'POST') return undefined;
      begun.open();
      return release.passed;
    };
    const applying = applyPlan(workspace, { plan, stop: stopping.signal });
    await begun.passed;
    stopping.abort();
    // Nothing tells when Terraform has heard the signal; released at once, a busy machine begins the next object first.
    await pause(HEARD_MILLISECONDS);
    release.open();
    expect(outcomesOf(await applying)).toEqual({
      'kubernetes_namespace.d': 'create done',
      'kubernetes_namespace.e': 'create not-begun',
    });
    expect(await addressesInState(workspace)).toEqual(['kubernetes_namespace.d']);
  });
});
