import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { applyPlan } from '../../delivery/terraform/apply/apply-plan';
import type { LockInfo } from '../../delivery/terraform/failure/lock-info';
import { planShard } from '../../delivery/terraform/plan/plan-shard';
import { hasErroredState, pushErroredState } from '../../delivery/terraform/state/errored-state';
import { readState } from '../../delivery/terraform/state/read-state';
import { releaseLock } from '../../delivery/terraform/state/release-lock';
import { waitForRun } from '../../delivery/terraform/state/wait-for-run';
import { readRun } from '../../delivery/terraform/workspace/run-record';
import type { Workspace } from '../../delivery/terraform/workspace/workspace';
import { describeWithTerraform } from '../support/terraform/find-terraform';
import { failureKindsOf, only, outcomesOf, valueOf } from '../support/terraform/outcome-kit';
import { openStore, storeCredentials, type S3Store } from '../support/terraform/s3-store';
import { slowResource } from '../support/terraform/slow-resource';
import { openRoom, type GivenShard, type TerraformRoom } from '../support/terraform/terraform-kit';

const KEY = 'a/terraform.tfstate';
const LOCK = `${KEY}.tflock`;

describeWithTerraform('the state of a shard in a store', (program) => {
  let room: TerraformRoom;
  let store: S3Store;
  beforeEach(async () => {
    store = await openStore();
    room = await openRoom({ program, environment: storeCredentials });
  });
  afterEach(async () => {
    room.close();
    await store.close();
  });

  function shardOf(terraform_data: GivenShard['resource'][string]): GivenShard {
    return { id: 'dc-north-shared-0-a', resource: { terraform_data }, backend: store.backend(KEY) };
  }

  async function heldLock(workspace: Workspace): Promise<LockInfo> {
    const planned = await planShard(workspace);
    const lock = planned.ok ? undefined : planned.failures[0]?.lock;
    if (lock === undefined) throw new Error(JSON.stringify(planned));
    return lock;
  }

  it('is kept where the shard says, and no longer locked afterwards', async () => {
    const workspace = await only(room.open(shardOf({ one: { input: 'x' } })));
    const plan = valueOf(await planShard(workspace));
    expect(outcomesOf(await applyPlan(workspace, { plan }))).toEqual({ 'terraform_data.one': 'create done' });
    expect([...store.objects.keys()]).toEqual([KEY]);
    expect(valueOf(await readState(workspace))?.objects).toMatchObject([{ address: 'terraform_data.one' }]);
  });

  it('that is locked by another machine stops the plan, names the holder, and is never unlocked', async () => {
    const workspace = await only(room.open(shardOf({ one: { input: 'x' } })));
    const lock = {
      ID: '0a1b2c3d-0000-1111-2222-333344445555',
      Operation: 'OperationTypeApply',
      Info: '',
      Who: 'operator@another-machine',
      Version: '1.11.4',
      Created: '2026-10-01T02:03:04.5Z',
      Path: `states/${KEY}`,
    };
    store.objects.set(LOCK, Buffer.from(JSON.stringify(lock)));
    const planned = await planShard(workspace);
    expect(failureKindsOf(planned)).toEqual(['state-locked']);
    const held = await heldLock(workspace);
    expect(held).toMatchObject({ id: lock.ID, who: lock.Who, operation: lock.Operation });
    expect(held.created).toContain('2026-10-01 02:03:04.5');
    expect(failureKindsOf(await releaseLock(workspace, held))).toEqual(['state-locked']);
    expect(store.objects.has(LOCK)).toBe(true);
  });

  it('that could not be kept after an apply is put where it belongs before anything else', async () => {
    const workspace = await only(room.open(shardOf({ one: { input: 'x' } })));
    const plan = valueOf(await planShard(workspace));
    store.broken.add(KEY);
    const applied = await applyPlan(workspace, { plan });
    expect(applied.kind === 'ended' ? applied.result : applied).toMatchObject({ hasErroredState: true });
    expect(applied.kind === 'ended' ? applied.result.failures.map(({ kind }) => kind) : []).toContain('state-store');
    store.broken.clear();
    expect(failureKindsOf(await planShard(workspace))).toEqual(['state-store']);
    valueOf(await pushErroredState(workspace));
    expect(hasErroredState(workspace.paths)).toBe(false);
    expect(valueOf(await planShard(workspace)).isEmpty).toBe(true);
  });

  const compiled = resolve(__dirname, '../../dist/delivery/terraform/apply/apply-plan.js');
  (existsSync(compiled) ? describe : describe.skip)('after ndc was killed, as compiled in dist', () => {
    /** Starts an `ndc` that applies the saved plan, and gives its process. */
    function startApply(workspace: Workspace): ReturnType<typeof spawn> {
      const script = `
        const { readPlan } = require('./dist/delivery/terraform/plan/read-plan');
        const { applyPlan } = require('./dist/delivery/terraform/apply/apply-plan');
        const given = JSON.parse(process.argv[1]);
        const settings = { ...given.settings, now: () => new Date(), clusterUid: async () => ({ ok: true, value: 'the-cluster' }) };
        const { workspacePaths } = require('./dist/delivery/terraform/workspace/workspace-paths');
        const workspace = { ...given, settings, paths: workspacePaths(settings.stateFolder, given.shard.id) };
        readPlan(workspace).then((plan) => applyPlan(workspace, { plan: plan.value })).catch(() => process.exit(1));`;
      const { settings, shard } = workspace;
      const given = JSON.stringify({ settings, shard });
      return spawn(process.execPath, ['-e', script, given], {
        cwd: resolve(__dirname, '../..'),
        stdio: 'ignore',
      });
    }

    it('is finished by the Terraform that was left alone, which nobody else gets in the way of', async () => {
      const { slow, begun, release, close } = slowResource(room.folder);
      const workspace = await only(room.open(shardOf({ slow })));
      valueOf(await planShard(workspace));
      const ndc = startApply(workspace);
      ndc.once('exit', close);
      await begun;
      expect(ndc.exitCode).toBeNull();
      ndc.off('exit', close);
      ndc.kill('SIGKILL');
      await once(ndc, 'exit');
      expect(readRun(workspace.paths.run).kind).toBe('running');
      expect(failureKindsOf(await planShard(workspace))).toEqual(['shard-busy']);
      await release();
      expect(await waitForRun(workspace, 60_000)).toBe(true);
      expect(valueOf(await planShard(workspace)).isEmpty).toBe(true);
      expect(store.objects.has(LOCK)).toBe(false);
    });

    it('and its Terraform too, is unlocked by this machine, since both are known to be gone', async () => {
      const { slow, begun, close } = slowResource(room.folder);
      const workspace = await only(room.open(shardOf({ slow })));
      valueOf(await planShard(workspace));
      const ndc = startApply(workspace);
      ndc.once('exit', close);
      await begun;
      expect(ndc.exitCode).toBeNull();
      ndc.off('exit', close);
      const run = readRun(workspace.paths.run);
      const child = run.kind === 'running' ? run.record.child : undefined;
      if (child === undefined) throw new Error('Terraform is not known to run');
      ndc.kill('SIGKILL');
      await once(ndc, 'exit');
      process.kill(-child.pid, 'SIGKILL');
      expect(await waitForRun(workspace, 60_000)).toBe(true);
      const lock = await heldLock(workspace);
      valueOf(await releaseLock(workspace, lock));
      expect(store.objects.has(LOCK)).toBe(false);
      const plan = valueOf(await planShard(workspace));
      expect(plan.changes.map(({ action }) => action)).toEqual(['create']);
    });
  });

  it('keeps its lock when the run that took it is not known', async () => {
    const workspace = await only(room.open(shardOf({ one: { input: 'x' } })));
    const lock = { ID: '0a1b2c3d-0000-1111-2222-333344445555', Who: `operator@${room.settings.hostName}` };
    store.objects.set(LOCK, Buffer.from(JSON.stringify(lock)));
    const [failure] = await releaseLock(workspace, await heldLock(workspace)).then((one) =>
      one.ok ? [] : one.failures,
    );
    expect(failure?.message).toBe('no interrupted run of this machine is known that could have left the lock');
    expect(existsSync(join(workspace.paths.folder, 'force-unlock.out'))).toBe(false);
  });
});
