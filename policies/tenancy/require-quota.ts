import type { Namespace } from '../../model/tenancy/namespace';
import { hasUnresolved, valueAt } from '../../resources/json-path';
import { GIB, parseQuantity } from '../../resources/quantity';
import type { Resource } from '../../resources/resource';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { namespaceSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Hạn mức tài nguyên của mỗi không gian tên đúng bằng dung lượng đã khai báo',
    en: "the quota of every namespace equals the system's declared footprint",
  },
  force: 'block',
  controls: ['d331-30.8', 'd331-30.5-4', 'tcvn-14423-5.12.2.4e'],
  why: {
    vi: 'Không có hạn mức, một hệ thống có thể chiếm hết tài nguyên của các hệ thống khác trên cùng cụm.',
    en: 'Without a quota one system can use up what others on the same cluster need.',
  },
  fix: {
    vi: 'Tạo lại hiện vật; muốn tăng hạn mức thì sửa dung lượng trong tệp của hệ thống.',
    en: "Make the artifacts again; to raise a quota, change the footprint in the system's facts.",
  },
  subjects: ({ view }) => namespaceSubjects(view.model.namespaces),
  check: ({ of: namespace }, { view }) => {
    const quotas = view.resources
      .inNamespace(namespace.cluster, namespace.name, 'ResourceQuota')
      .filter((one) => !isScoped(one));
    if (quotas.length === 0) return fail('ResourceQuota', 'missing', 'a quota without scopes');
    for (const { key, amount, text } of wantedOf(namespace)) {
      const where = `ResourceQuota ${key}`;
      const values = quotas.map((one) => valueAt(one.body, 'spec', 'hard', key)).filter((one) => one !== undefined);
      if (values.some((one) => hasUnresolved(one))) return unknown(where, 'what Terraform alone can tell', text);
      if (values.length === 0) return fail(where, 'not limited', text);
      const other = values.find((one) => parseQuantity(one) !== amount);
      if (other !== undefined) return fail(where, typeof other === 'object' ? 'no quantity' : String(other), text);
    }
    return pass;
  },
});

function isScoped({ body }: Resource): boolean {
  return ['scopes', 'scopeSelector'].some((key) => (valueAt(body, 'spec', key) ?? undefined) !== undefined);
}

interface Wanted {
  readonly key: string;
  /** In the base unit: cores, bytes, pieces. */
  readonly amount: number;
  readonly text: string;
}

function wantedOf({ quota }: Namespace): readonly Wanted[] {
  const cores = { amount: quota.cpu, text: `${quota.cpu} cores` };
  const memory = { amount: quota.memoryGiB * GIB, text: `${quota.memoryGiB} GiB` };
  return [
    { key: 'requests.cpu', ...cores },
    { key: 'limits.cpu', ...cores },
    { key: 'requests.memory', ...memory },
    { key: 'limits.memory', ...memory },
    { key: 'requests.storage', amount: quota.storageGiB * GIB, text: `${quota.storageGiB} GiB` },
    { key: 'pods', amount: quota.pods, text: `${quota.pods} pods` },
  ];
}
