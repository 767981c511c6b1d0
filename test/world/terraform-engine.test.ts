import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPlan } from '../../delivery/terraform/apply/apply-plan';
import { destroyShard } from '../../delivery/terraform/apply/destroy-shard';
import { planShard } from '../../delivery/terraform/plan/plan-shard';
import { writePlanText } from '../../delivery/terraform/plan/plan-text';
import { readPlan } from '../../delivery/terraform/plan/read-plan';
import { findLeftovers } from '../../delivery/terraform/state/leftovers';
import { readState } from '../../delivery/terraform/state/read-state';
import { removeFromState } from '../../delivery/terraform/state/remove-from-state';
import type { Workspace } from '../../delivery/terraform/workspace/workspace';
import { describeWithTerraform } from '../support/terraform/find-terraform';
import { actionsOf, only, outcomesOf, valueOf } from '../support/terraform/outcome-kit';
import { slowResource } from '../support/terraform/slow-resource';
import { openRoom, type GivenShard, type TerraformRoom } from '../support/terraform/terraform-kit';

/** A shard of Terraform's own data type, which needs no provider and no cluster. */
function shardOf(data: Readonly<Record<string, string>>, id = 'dc-north-shared-0-a'): GivenShard {
  const named = Object.entries(data).map(([name, input]) => [name, { input, triggers_replace: [name] }] as const);
  return { id, resource: { terraform_data: Object.fromEntries(named) } };
}

describeWithTerraform('the Terraform engine', (program) => {
  let room: TerraformRoom;
  beforeEach(async () => {
    room = await openRoom({ program });
  });
  afterEach(() => room.close());

  async function deploy(shard: GivenShard): Promise<Workspace> {
    const workspace = await only(room.open(shard));
    const plan = valueOf(await planShard(workspace));
    const applied = await applyPlan(workspace, { plan });
    if (applied.kind !== 'ended' || applied.result.failures.length > 0) throw new Error(JSON.stringify(applied));
    return workspace;
  }

  it('applies exactly what it planned, after which there is nothing to do', async () => {
    const workspace = await only(room.open(shardOf({ one: 'x', two: 'y' })));
    const plan = valueOf(await planShard(workspace));
    expect(actionsOf(plan)).toEqual({ 'terraform_data.one': 'create', 'terraform_data.two': 'create' });
    expect(plan.isEmpty).toBe(false);
    const applied = await applyPlan(workspace, { plan });
    expect(outcomesOf(applied)).toEqual({
      'terraform_data.one': 'create done',
      'terraform_data.two': 'create done',
    });
    const again = valueOf(await planShard(workspace));
    expect([again.isEmpty, actionsOf(again)]).toEqual([
      true,
      { 'terraform_data.one': 'no-op', 'terraform_data.two': 'no-op' },
    ]);
  });

  it('tells each changed field with its values, and the owner of the manifest', async () => {
    await deploy(shardOf({ one: 'x' }));
    const workspace = await only(room.open(shardOf({ one: 'z' })));
    const [change] = valueOf(await planShard(workspace)).changes;
    expect(change?.fields).toEqual([
      { path: ['input'], before: { kind: 'value', value: 'x' }, after: { kind: 'value', value: 'z' } },
      { path: ['output'], before: { kind: 'value', value: 'x' }, after: { kind: 'unknown' } },
    ]);
    expect(change?.owner).toMatchObject({ cluster: 'dc-north-shared-0', tenant: 'ministry-a', source: 'facts.ts:19' });
  });

  it('reports how each object comes on', async () => {
    const workspace = await only(room.open(shardOf({ one: 'x' })));
    const events: string[] = [];
    const onEvent = ({ kind, address }: { kind: string; address: string }) => void events.push(`${kind} ${address}`);
    const plan = valueOf(await planShard(workspace, { onEvent }));
    await applyPlan(workspace, { plan, onEvent });
    const told = (kind: string) => `${kind} terraform_data.one`;
    expect(new Set(events)).toEqual(new Set([told('planned'), told('started'), told('finished')]));
  });

  it('deletes nothing because a line was left out', async () => {
    await deploy(shardOf({ one: 'x', two: 'y' }));
    const workspace = await only(room.open(shardOf({ one: 'x' })));
    const plan = valueOf(await planShard(workspace));
    const refused = await applyPlan(workspace, { plan });
    expect(refused.kind === 'refused' ? refused.refusal.refused.map(({ address }) => address) : refused).toEqual([
      'terraform_data.two',
    ]);
    expect(valueOf(await readState(workspace))?.objects.map(({ address }) => address)).toEqual([
      'terraform_data.one',
      'terraform_data.two',
    ]);
    const allowed = await applyPlan(workspace, { plan, allowedDeletions: ['terraform_data.two'] });
    expect(outcomesOf(allowed)).toEqual({ 'terraform_data.two': 'delete done' });
  });

  it('refuses to replace an object as it refuses to delete it', async () => {
    await deploy({ id: 'dc-north-shared-0-a', resource: { terraform_data: { one: { triggers_replace: ['1'] } } } });
    const changed = { id: 'dc-north-shared-0-a', resource: { terraform_data: { one: { triggers_replace: ['2'] } } } };
    const workspace = await only(room.open(changed));
    const plan = valueOf(await planShard(workspace));
    expect(actionsOf(plan)).toEqual({ 'terraform_data.one': 'replace' });
    expect((await applyPlan(workspace, { plan })).kind).toBe('refused');
  });

  it('applies no plan file but the one that was read', async () => {
    const workspace = await only(room.open(shardOf({ one: 'x' })));
    const plan = valueOf(await planShard(workspace));
    writeFileSync(workspace.paths.plan, Buffer.concat([readFileSync(workspace.paths.plan), Buffer.from([0])]));
    const applied = await applyPlan(workspace, { plan });
    expect(applied.kind === 'not-begun' ? applied.failures.map(({ kind }) => kind) : applied).toEqual(['stale-plan']);
    expect(valueOf(await readState(workspace))).toBeUndefined();
  });

  it('applies no plan after the file of the shard was changed under it', async () => {
    const workspace = await only(room.open(shardOf({ one: 'x' })));
    const plan = valueOf(await planShard(workspace));
    writeFileSync(join(workspace.paths.module, 'cdk.tf.json'), '{"resource":{}}');
    expect((await applyPlan(workspace, { plan })).kind).toBe('not-begun');
  });

  it('finds a saved plan again, as after an interruption', async () => {
    const workspace = await only(room.open(shardOf({ one: 'x' })));
    const plan = valueOf(await planShard(workspace));
    expect(valueOf(await readPlan(workspace))).toEqual(plan);
    expect(readFileSync(valueOf(await writePlanText(workspace)), 'utf8')).toContain(
      '# terraform_data.one will be created',
    );
  });

  it('says that a plan is stale when the state has changed since', async () => {
    const workspace = await only(room.open(shardOf({ one: 'x' })));
    const plan = valueOf(await planShard(workspace));
    expect((await applyPlan(workspace, { plan })).kind).toBe('ended');
    const again = await applyPlan(workspace, { plan });
    expect(again.kind === 'ended' ? again.result.failures.map(({ kind }) => kind) : again).toEqual(['stale-plan']);
  });

  it('keeps an object whose making failed half-way, instead of making it anew', async () => {
    const failing = { provisioner: [{ 'local-exec': { command: 'exit 1' } }] };
    const shard = { id: 'dc-north-shared-0-a', resource: { terraform_data: { one: failing } } };
    const workspace = await only(room.open(shard));
    const plan = valueOf(await planShard(workspace));
    expect(outcomesOf(await applyPlan(workspace, { plan }))).toEqual({ 'terraform_data.one': 'create failed' });
    expect(valueOf(await readState(workspace))?.objects).toMatchObject([{ isTainted: true }]);
    expect(actionsOf(valueOf(await planShard(workspace)))).toEqual({ 'terraform_data.one': 'no-op' });
  });

  it('reports a shard that the assembly no longer has, and destroys it only by exact addresses', async () => {
    await deploy(shardOf({ one: 'x', two: 'y' }, 'dc-north-shared-0-old'));
    const [kept] = await room.open(shardOf({ three: 'z' }, 'dc-north-shared-0-new'));
    const leftovers = findLeftovers(room.settings, kept === undefined ? [] : [kept.shard]);
    expect(leftovers.map(({ shard }) => shard.id)).toEqual(['dc-north-shared-0-old']);
    const [old] = leftovers;
    if (old === undefined) throw new Error('no leftover');
    expect((await destroyShard(old, { addresses: ['terraform_data.one'] })).kind).toBe('refused');
    expect(valueOf(await readState(old))?.objects).toHaveLength(2);
    const destroyed = await destroyShard(old, { addresses: ['terraform_data.one', 'terraform_data.two'] });
    expect(outcomesOf(destroyed)).toEqual({
      'terraform_data.one': 'delete done',
      'terraform_data.two': 'delete done',
    });
  });

  it('takes an object out of the state, twice if need be, so that it is left alone', async () => {
    const workspace = await deploy(shardOf({ one: 'x', two: 'y' }));
    valueOf(await removeFromState(workspace, ['terraform_data.two']));
    valueOf(await removeFromState(workspace, ['terraform_data.two']));
    expect(valueOf(await readState(workspace))?.objects.map(({ address }) => address)).toEqual(['terraform_data.one']);
    const without = await only(room.open(shardOf({ one: 'x' })));
    expect(valueOf(await planShard(without)).isEmpty).toBe(true);
  });

  it('begins nothing more when it is stopped, and loses nothing that was begun', async () => {
    const { slow, begun } = slowResource(room.folder);
    const next = { input: 'x', depends_on: ['terraform_data.slow'] };
    const shard = { id: 'dc-north-shared-0-a', resource: { terraform_data: { slow, next } } };
    const workspace = await only(room.open(shard));
    const plan = valueOf(await planShard(workspace));
    const stopping = new AbortController();
    const applying = applyPlan(workspace, { plan, stop: stopping.signal });
    await begun;
    stopping.abort();
    const applied = await applying;
    expect(outcomesOf(applied)).toEqual({
      'terraform_data.next': 'create not-begun',
      'terraform_data.slow': 'create failed',
    });
    expect(applied.kind === 'ended' ? applied.result.failures[0]?.kind : applied).toBe('interrupted');
    expect(valueOf(await readState(workspace))?.objects).toMatchObject([{ address: 'terraform_data.slow' }]);
    const left = { 'terraform_data.next': 'create', 'terraform_data.slow': 'no-op' };
    expect(actionsOf(valueOf(await planShard(workspace)))).toEqual(left);
  });

  it('leaves no plan or state with values lying about', async () => {
    const workspace = await deploy(shardOf({ one: 'a value' }));
    await readState(workspace);
    expect(['show', 'state-pull'].filter((name) => existsSync(workspace.paths.output(name)))).toEqual([]);
  });
});
