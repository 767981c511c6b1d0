import { labels, storageClassName } from '../../model/naming';
import type { System } from '../../model/tenancy/system';
import { hasUnresolved, objectAt, textAt } from '../../resources/json-path';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { systemSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Mỗi hệ thống có phân vùng lưu trữ riêng, được mã hóa và không tự xóa',
    en: 'every system has a storage partition of its own, encrypted and kept when a claim goes',
  },
  force: 'block',
  controls: [
    'd331-30.8',
    'tcvn-14423-5.4.2.4',
    'tcvn-14423-4.4.2.4',
    'tcvn-14423-6.4.2.4',
    'tcvn-14423-7.4.2.4',
    'tcvn-14423-5.4.2.7',
  ],
  why: {
    vi: 'Vùng lưu trữ chung để dữ liệu của hệ thống này lọt sang hệ thống khác; xóa nhầm thì mất dữ liệu nhà nước.',
    en: 'A shared pool lets data of one system reach another; a claim deleted by mistake loses state data.',
  },
  fix: {
    vi: 'Tạo StorageClass của hệ thống với pool riêng, encrypted "true" và reclaimPolicy Retain.',
    en: 'Give the system a StorageClass with a pool of its own, encrypted "true" and reclaimPolicy Retain.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems),
  check: ({ of: system }, { view }) => {
    const judgements = system.placements.map(({ cluster }) => checkPartition(system, cluster, view));
    return judgements.find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function checkPartition({ id }: System, cluster: string, { resources }: AssemblyView): Judgement {
  const name = storageClassName(id);
  const where = `${cluster} StorageClass ${name}`;
  const own = resources.tryFind(`${cluster}/StorageClass/-/${name}`);
  if (own === undefined) return fail(where, 'missing', 'a storage class of its own');
  if (hasUnresolved(objectAt(own.body, 'parameters'))) return unknown(where, 'what Terraform alone can tell', 'a pool');
  const pool = textAt(own.body, 'parameters', 'pool');
  if (pool === undefined) return fail(`${where} pool`, 'not set', 'a pool of its own');
  for (const { path, want } of wantedOf(id)) {
    const got = textAt(own.body, ...path);
    if (got !== want) return fail(`${where} ${path.at(-1) ?? ''}`, got ?? 'not set', want);
  }
  const sharer = resources
    .inCluster(cluster, 'StorageClass')
    .find((one) => one !== own && textAt(one.body, 'parameters', 'pool') === pool);
  return sharer === undefined ? pass : fail(`${where} pool`, `shared with ${sharer.name}`, 'a pool of its own');
}

function wantedOf(system: string): readonly { readonly path: readonly string[]; readonly want: string }[] {
  return [
    { path: ['parameters', 'encrypted'], want: 'true' },
    { path: ['reclaimPolicy'], want: 'Retain' },
    { path: ['metadata', 'labels', labels.system], want: system },
  ];
}
