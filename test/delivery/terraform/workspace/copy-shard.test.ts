import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContext } from '../../../../delivery/terraform/workspace/check-context';
import { copyShard, holdsShard } from '../../../../delivery/terraform/workspace/copy-shard';
import { readShards, type Shard } from '../../../../delivery/terraform/workspace/shard';
import { tryReadShardRecord } from '../../../../delivery/terraform/workspace/shard-record';
import { workspacePaths } from '../../../../delivery/terraform/workspace/workspace-paths';
import { writeAssembly } from '../../../support/assembly-kit';
import { TEST_CLUSTER, writeShards } from '../../../support/terraform/terraform-kit';

let folder: string;
let assembly: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ndc-copy-'));
  assembly = writeShards([{ id: 'a', resource: { terraform_data: { one: { input: 'x' } } } }]);
});
afterEach(() => {
  for (const one of [folder, assembly]) rmSync(one, { recursive: true, force: true });
});

function onlyShard(): Shard {
  const shards = readShards(assembly);
  const [shard] = shards.ok ? shards.value : [];
  if (shard === undefined) throw new Error('no shard');
  return shard;
}

function codesOf(): readonly string[] {
  const shard = onlyShard();
  const result = copyShard(assembly, shard, workspacePaths(folder, shard.id));
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

describe('copyShard()', () => {
  it('puts the very file of the manifest where only its owner sees it, and notes the shard', () => {
    const shard = onlyShard();
    const paths = workspacePaths(folder, shard.id);
    expect(codesOf()).toEqual([]);
    expect(holdsShard(paths, shard)).toBe(true);
    expect(statSync(paths.module).mode & 0o777).toBe(0o700);
    expect(statSync(join(paths.module, 'cdk.tf.json')).mode & 0o777).toBe(0o600);
    expect(tryReadShardRecord(paths)).toEqual(shard);
  });

  it('closes a folder that others could enter', () => {
    const { module } = workspacePaths(folder, 'a');
    mkdirSync(module, { recursive: true });
    chmodSync(module, 0o777);
    codesOf();
    expect(statSync(module).mode & 0o777).toBe(0o700);
  });

  it('refuses a file that was changed after the manifest was written', () => {
    writeFileSync(join(assembly, 'terraform/a/cdk.tf.json'), '{}');
    expect(codesOf()).toEqual(['shard-altered']);
  });

  it('refuses a link in the place of the file', () => {
    const file = join(assembly, 'terraform/a/cdk.tf.json');
    rmSync(file);
    symlinkSync('/etc/hostname', file);
    expect(codesOf()).toEqual(['shard-altered']);
  });

  it.each(['x.tf', 'x.tf.json', 'x.tofu', 'terraform.tfvars', 'a.auto.tfvars.json', 'x_override.tf.json'])(
    'refuses to plan beside %s, which Terraform would read as well',
    (name) => {
      const { module } = workspacePaths(folder, 'a');
      mkdirSync(module, { recursive: true });
      writeFileSync(join(module, name), '{}');
      expect(codesOf()).toEqual(['workspace-foreign-file']);
      expect(readdirSync(module)).toContain(name);
    },
  );

  it('takes away an order to take objects over that an earlier plan left', () => {
    const { module } = workspacePaths(folder, 'a');
    mkdirSync(module, { recursive: true });
    writeFileSync(join(module, 'adopt.tf.json'), '{}');
    expect(codesOf()).toEqual([]);
    expect(readdirSync(module)).toEqual(['cdk.tf.json']);
  });
});

describe('readShards()', () => {
  it('refuses a Terraform file that belongs to no shard', () => {
    const other = writeAssembly({ files: [{ path: 'terraform/a/cdk.tf.json', content: {} }] });
    const shards = readShards(other);
    rmSync(other, { recursive: true });
    expect(shards.ok ? [] : shards.problems.map(({ code }) => code)).toEqual(['shard-unnamed']);
  });

  it('refuses a folder without a manifest', () => {
    expect(readShards(folder).ok).toBe(false);
  });
});

describe('checkContext()', () => {
  const shard: Shard = { id: 'a', cluster: TEST_CLUSTER, site: 's', path: 'p', digest: 'd', objects: [] };
  const resource = { kubernetes_namespace: { a: {} } };

  it('takes a shard that names its own cluster and nothing else', () => {
    const config = { provider: { kubernetes: [{ config_context: TEST_CLUSTER }] }, resource };
    expect(checkContext(shard, JSON.stringify(config)).ok).toBe(true);
  });

  it.each([
    ['no provider at all', {}],
    ['another cluster', { provider: { kubernetes: [{ config_context: 'another' }] } }],
    ['no cluster', { provider: { kubernetes: [{}] } }],
    ['a server of its own', { provider: { kubernetes: [{ config_context: TEST_CLUSTER, host: 'https://x' }] } }],
    [
      'two clusters',
      { provider: { kubernetes: [{ config_context: TEST_CLUSTER }, { config_context: 'b', alias: 'b' }] } },
    ],
    ['another provider', { provider: { kubernetes: [{ config_context: TEST_CLUSTER }], helm: [{}] } }],
  ])('refuses a shard with %s', (_, config) => {
    const result = checkContext(shard, JSON.stringify({ ...config, resource }));
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['shard-of-another-cluster']);
  });
});
