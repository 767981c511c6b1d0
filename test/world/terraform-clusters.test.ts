import { done } from '../../delivery/terraform/failure/terraform-failure';
import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPlan } from '../../delivery/terraform/apply/apply-plan';
import { detectDrift } from '../../delivery/terraform/drift/detect-drift';
import { adoptionOf } from '../../delivery/terraform/plan/adoption';
import { planShard } from '../../delivery/terraform/plan/plan-shard';
import { usualLimits, type TerraformSettings } from '../../delivery/terraform/settings';
import { removeFromState } from '../../delivery/terraform/state/remove-from-state';
import { openWorkspaces } from '../../delivery/terraform/workspace/open-workspaces';
import { readShards } from '../../delivery/terraform/workspace/shard';
import type { Workspace } from '../../delivery/terraform/workspace/workspace';
import { expectStarted } from '../support/sandbox/expect-started';
import { callAs } from '../support/sandbox/kubeconfig-client';
import { describeWithSandbox, type RealSandbox } from '../support/sandbox/real-sandbox';
import { knownProgram } from '../support/terraform/find-terraform';
import { valueOf } from '../support/terraform/outcome-kit';
import { describeWithProvider } from '../support/terraform/provider-mirror';

const CLUSTER = 'ndc-3-shared-0';
/** One shard with every type that stands once in a cluster, and one of a tenant. */
const SHARDS: readonly string[] = [`${CLUSTER}-foundation`, `${CLUSTER}-most`];

describeWithProvider('Terraform and its provider', ({ program, providerMirror }) => {
  describeWithSandbox('on a real API server', (sandbox) => {
    const stateFolder = mkdtempSync(join(tmpdir(), 'ndc-clusters-'));
    let kubeconfig: string;
    let workspaces: readonly Workspace[];
    const admin = () => callAs(kubeconfig, `${CLUSTER}-break-glass`);

    beforeAll(async () => {
      const started = expectStarted(await sandbox().start(sandbox().spec('main', CLUSTER)));
      kubeconfig = started.kubeconfig;
      workspaces = await open(sandbox());
    });
    afterAll(() => rmSync(stateFolder, { recursive: true, force: true }));

    async function open({ assembly }: RealSandbox): Promise<readonly Workspace[]> {
      const settings: TerraformSettings = {
        program: await knownProgram(program),
        providerMirror,
        stateFolder,
        kubeconfig,
        environment: { PATH: process.env['PATH'], HOME: stateFolder },
        hostName: hostname(),
        now: () => new Date(),
        clusterUid: async () => {
          const { body } = await admin()('/api/v1/namespaces/kube-system');
          return done((body['metadata'] as { readonly uid: string }).uid);
        },
        limits: usualLimits,
      };
      const shards = readShards(assembly);
      if (!shards.ok) throw new Error('the assembly has no shards');
      const wanted = shards.value.filter(({ id }) => SHARDS.includes(id));
      expect(wanted.map(({ id }) => id)).toEqual(SHARDS);
      const opened = await openWorkspaces(settings, { assemblyFolder: assembly, shards: wanted });
      if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
      return opened.value;
    }

    function tenantShard(): Workspace {
      const found = workspaces.find(({ shard }) => shard.id === SHARDS[1]);
      if (found === undefined) throw new Error('no shard of a tenant');
      return found;
    }

    it('make every object of a shard with the rights of the deployer, after which nothing is left to do', async () => {
      for (const workspace of workspaces) {
        const plan = valueOf(await planShard(workspace));
        expect(plan.changes.filter(({ action }) => action !== 'create')).toEqual([]);
        expect(plan.changes).toHaveLength(workspace.shard.objects.length);
        const applied = await applyPlan(workspace, { plan });
        expect(applied.kind === 'ended' ? applied.result.failures : applied).toEqual([]);
        const again = valueOf(await planShard(workspace));
        expect(again.changes.filter(({ action }) => action !== 'no-op')).toEqual([]);
        expect(again.drift).toEqual([]);
      }
    });

    it('find no drift where nobody touched anything', async () => {
      expect(valueOf(await detectDrift(tenantShard())).drifted).toEqual([]);
    });

    it('tell which field somebody changed, whose object it is, and set it back', async () => {
      const workspace = tenantShard();
      const quota = workspace.shard.objects.find(({ address }) => address.endsWith('-database_quota'));
      const namespace = quota?.address.replace(/^kubernetes_resource_quota\.(.*)_quota$/, '$1') ?? '';
      const path = `/api/v1/namespaces/${namespace}/resourcequotas/quota`;
      const { body } = await admin()(path);
      const spec = body['spec'] as { readonly hard: Readonly<Record<string, string>> };
      const changed = { ...body, spec: { hard: { ...spec.hard, pods: '999' } } };
      expect(await admin()(path, { method: 'PUT', body: changed })).toMatchObject({ status: 200 });
      const { drifted } = valueOf(await detectDrift(workspace));
      expect(drifted.map(({ address, fields, owner }) => [address, fields, owner.tenant])).toEqual([
        [
          quota?.address,
          [
            {
              path: ['spec', 'hard', 'pods'],
              before: { kind: 'value', value: spec.hard['pods'] },
              after: { kind: 'value', value: '999' },
            },
          ],
          'most',
        ],
      ]);
      const plan = valueOf(await planShard(workspace));
      expect(plan.changes.filter(({ action }) => action !== 'no-op').map(({ action }) => action)).toEqual(['update']);
      expect(await applyPlan(workspace, { plan })).toMatchObject({ kind: 'ended', result: { failures: [] } });
      expect(valueOf(await detectDrift(workspace)).drifted).toEqual([]);
    });

    it('take over an object that is already there, without deleting anything', async () => {
      const workspace = tenantShard();
      const address = workspace.shard.objects.find((one) => one.address.endsWith('_quota_limits'))?.address ?? '';
      valueOf(await removeFromState(workspace, [address]));
      const plan = valueOf(await planShard(workspace));
      const applied = await applyPlan(workspace, { plan });
      expect(applied).toMatchObject({ result: { failures: [{ kind: 'already-exists', address }] } });
      const adoptions = plan.changes.filter((one) => one.address === address).map(adoptionOf);
      const adopting = valueOf(await planShard(workspace, { adoptions }));
      expect(adopting.changes.filter(({ adopts }) => adopts !== undefined).map((one) => one.address)).toEqual([
        address,
      ]);
      expect(await applyPlan(workspace, { plan: adopting })).toMatchObject({ kind: 'ended', result: { failures: [] } });
      expect(valueOf(await planShard(workspace)).isEmpty).toBe(true);
    });

    it('name the admission policy that refuses an object', async () => {
      const workspace = tenantShard();
      const name = 'test-no-limits';
      const policies = '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies';
      const rules = [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['limitranges'] }];
      const policy = {
        apiVersion: 'admissionregistration.k8s.io/v1',
        kind: 'ValidatingAdmissionPolicy',
        metadata: { name },
        spec: {
          matchConstraints: { resourceRules: rules },
          validations: [{ expression: 'false', message: 'none today' }],
        },
      };
      const binding = {
        apiVersion: 'admissionregistration.k8s.io/v1',
        kind: 'ValidatingAdmissionPolicyBinding',
        metadata: { name },
        spec: { policyName: name, validationActions: ['Deny'] },
      };
      expect(await admin()(policies, { method: 'POST', body: policy })).toMatchObject({ status: 201 });
      expect(
        await admin()(policies.replace('policies', 'policybindings'), { method: 'POST', body: binding }),
      ).toMatchObject({
        status: 201,
      });
      const limits = workspace.shard.objects.find((one) => one.address.endsWith('_quota_limits'))?.address ?? '';
      const namespace = limits.replace(/^kubernetes_limit_range\.(.*)_quota_limits$/, '$1');
      const path = `/api/v1/namespaces/${namespace}/limitranges`;
      expect(await admin()(`${path}/limits`, { method: 'DELETE' })).toMatchObject({ status: 200 });
      const probe = { apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'probe' } };
      while ((await admin()(`${path}?dryRun=All`, { method: 'POST', body: probe })).status !== 422);
      const plan = valueOf(await planShard(workspace));
      expect(plan.changes.filter(({ isRecreated }) => isRecreated).map(({ address }) => address)).toEqual([limits]);
      const applied = await applyPlan(workspace, { plan });
      expect(applied).toMatchObject({ result: { failures: [{ kind: 'refused-by-admission', address: limits }] } });
      expect(JSON.stringify(applied)).toContain('none today');
    });
  });
});
