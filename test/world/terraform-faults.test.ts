import { writeFileSync } from 'node:fs';
import { applyPlan } from '../../delivery/terraform/apply/apply-plan';
import { detectDrift } from '../../delivery/terraform/drift/detect-drift';
import { planShard } from '../../delivery/terraform/plan/plan-shard';
import { forgetCluster } from '../../delivery/terraform/state/known-cluster';
import { readState } from '../../delivery/terraform/state/read-state';
import type { Workspace } from '../../delivery/terraform/workspace/workspace';
import type { JsonObject } from '../../resources/resource';
import { openFakeApiServer, statusText, type FakeApiServer, type Fault } from '../support/terraform/fake-api-server';
import { failureKindsOf, only, outcomesOf, valueOf } from '../support/terraform/outcome-kit';
import { describeWithProvider } from '../support/terraform/provider-mirror';
import { kubeconfigText, openRoom, type GivenShard, type TerraformRoom } from '../support/terraform/terraform-kit';

jest.setTimeout(240_000);

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
function shardOf(...names: readonly string[]): GivenShard {
  const blocks = names.map((name, index): readonly [string, JsonObject] => {
    const before = names[index - 1];
    return [
      name,
      { metadata: { name }, ...(before === undefined ? {} : { depends_on: [`kubernetes_namespace.${before}`] }) },
    ];
  });
  return { id: 'dc-north-shared-0-a', resource: { kubernetes_namespace: Object.fromEntries(blocks) } };
}

describeWithProvider('a cluster that fails', ({ program, providerMirror }) => {
  let room: TerraformRoom;
  let api: FakeApiServer;
  /** What Terraform meets is tested with a cluster that says who it is. */
  let askWho: () => Promise<string | undefined>;
  beforeEach(async () => {
    room = await openRoom({ program, providerMirror, clusterUid: () => askWho() });
    askWho = () => Promise.resolve('the-cluster');
    api = await openFakeApiServer(room.folder);
    writeFileSync(room.settings.kubeconfig, kubeconfigText(api.url));
  });
  afterEach(async () => {
    room.close();
    await api.close();
  });

  async function deployed(): Promise<Workspace> {
    const workspace = await only(room.open(shardOf('a')));
    const plan = valueOf(await planShard(workspace));
    const applied = await applyPlan(workspace, { plan });
    expect(applied).toMatchObject({ kind: 'ended', result: { failures: [] } });
    return workspace;
  }

  async function addressesInState(workspace: Workspace): Promise<readonly string[] | undefined> {
    return valueOf(await readState(workspace))?.objects.map(({ address }) => address);
  }

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
  it.each(faults)(
    'that %s is not reached: nothing is said to be deleted, and the state stays',
    async (_, fault, kind) => {
      const workspace = await deployed();
      api.fault = () => fault;
      expect(failureKindsOf(await planShard(workspace))).toEqual([kind]);
      expect(failureKindsOf(await detectDrift(workspace))).toEqual([kind]);
      expect(await addressesInState(workspace)).toEqual(['kubernetes_namespace.a']);
    },
  );

  it('behind a proxy that finds nothing is not reached, though Terraform would take all for deleted', async () => {
    const workspace = await deployed();
    api.fault = () => ({ status: 404, body: '<html>Not Found</html>' });
    expect(valueOf(await detectDrift(workspace)).isAllGone).toBe(true);
    askWho = () => api.uid();
    expect(failureKindsOf(await detectDrift(workspace))).toEqual(['unreachable']);
    expect(failureKindsOf(await planShard(workspace))).toEqual(['unreachable']);
    expect(await addressesInState(workspace)).toEqual(['kubernetes_namespace.a']);
  });

  it('that no longer is there is not reached', async () => {
    const workspace = await deployed();
    writeFileSync(room.settings.kubeconfig, kubeconfigText('https://127.0.0.1:1'));
    expect(failureKindsOf(await detectDrift(workspace))).toEqual(['unreachable']);
    expect(await addressesInState(workspace)).toEqual(['kubernetes_namespace.a']);
  });

  it('that has nothing of the shard is told apart, and the state stays', async () => {
    const workspace = await deployed();
    api.objects.delete(NAMESPACE);
    const drift = valueOf(await detectDrift(workspace));
    expect([drift.isAllGone, drift.drifted.map(({ object, drift: kind }) => `${object.id} ${kind}`)]).toEqual([
      true,
      ['dc-north-shared-0/Namespace/-/a deleted'],
    ]);
    const plan = valueOf(await planShard(workspace));
    expect(plan.changes.map(({ action, isRecreated }) => [action, isRecreated])).toEqual([['create', true]]);
    expect(await addressesInState(workspace)).toEqual(['kubernetes_namespace.a']);
  });

  it('that is another cluster is not believed, until it is accepted', async () => {
    const workspace = await deployed();
    const other = { ...workspace, settings: { ...workspace.settings, clusterUid: () => Promise.resolve('another') } };
    expect(failureKindsOf(await planShard(other))).toEqual(['other-cluster']);
    expect(failureKindsOf(await detectDrift(other))).toEqual(['other-cluster']);
    forgetCluster(other);
    expect(valueOf(await planShard(other)).isEmpty).toBe(true);
  });

  it('in the middle of an apply leaves what was done in the state', async () => {
    const workspace = await only(room.open(shardOf('a', 'b')));
    const plan = valueOf(await planShard(workspace));
    api.fault = (method) => (method === 'POST' && api.objects.has(NAMESPACE) ? 'close' : undefined);
    const applied = await applyPlan(workspace, { plan });
    expect(outcomesOf(applied)).toEqual({
      'kubernetes_namespace.a': 'create done',
      'kubernetes_namespace.b': 'create failed',
    });
    expect(applied.kind === 'ended' ? applied.result.failures.map(({ kind }) => kind) : applied).toEqual([
      'unreachable',
    ]);
    expect(await addressesInState(workspace)).toEqual(['kubernetes_namespace.a']);
  });

  it('while it is waited for, an interrupt lets what is under way end and begins nothing more', async () => {
    const workspace = await only(room.open(shardOf('a', 'b')));
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
    release.open();
    expect(outcomesOf(await applying)).toEqual({
      'kubernetes_namespace.a': 'create done',
      'kubernetes_namespace.b': 'create not-begun',
    });
    expect(await addressesInState(workspace)).toEqual(['kubernetes_namespace.a']);
  });
});
