import { groupBy } from '../../model/group-by';
import type { Tenant } from '../../model/tenancy/tenant';
import { definePolicy, fail, pass } from '../define-policy';
import { tenantSubjects } from '../subjects';

/** A block of either family; thousands of them are read, and other rules parse those that are used. */
const BLOCK = /^[0-9a-f.:]+\/\d{1,3}$/;

export default definePolicy({
  title: {
    vi: 'Mỗi tỉnh có trung tâm của mạng chuyên dùng, mỗi xã có đầu truy cập riêng không trùng xã khác',
    en: 'every province has a center of the dedicated network, and every commune an access end that no other has',
  },
  force: 'block',
  controls: ['qd33-access', 'tt19-registration'],
  why: {
    vi: 'Xã không có đầu truy cập thì người dân ở đó không dùng được dịch vụ công; trùng địa chỉ thì hai xã cùng hỏng.',
    en: 'Without its access end a commune has no public services; with another’s address both are broken.',
  },
  fix: {
    vi: 'Khai báo trung tâm tslcd-provincial của tỉnh; tạo lại mô hình để cấp địa chỉ cho xã.',
    en: 'Declare the province’s tslcd-provincial center; make the model again to assign the commune’s address.',
  },
  subjects: ({ view }) =>
    tenantSubjects(view.model.tenants.filter(({ kind }) => kind === 'province' || kind === 'commune')),
  check({ of: tenant }, { view }) {
    if (tenant.kind === 'province') {
      const exists = view.model.sites.some((one) => one.kind === 'tslcd-provincial' && one.province === tenant.code);
      return exists ? pass : fail('tslcd-provincial', `none in province ${tenant.code}`, 'a center');
    }
    const { accessEnd } = tenant;
    if (accessEnd === undefined) return fail('accessEnd', 'none', 'blocks in both families');
    const broken = [accessEnd.ipv4, accessEnd.ipv6].find((one) => !BLOCK.test(one));
    if (broken !== undefined) return fail('accessEnd', broken, 'a block');
    const sharers = sharersOf(view.model.tenants, accessEnd.ipv4);
    return sharers === 1 ? pass : fail('accessEnd', `${accessEnd.ipv4}, of ${sharers} communes`, 'a block of its own');
  },
});

const known = new WeakMap<readonly Tenant[], ReadonlyMap<string | undefined, readonly Tenant[]>>();

/** How many communes have a block; counted once for all of them. */
function sharersOf(tenants: readonly Tenant[], block: string): number {
  const byBlock = known.get(tenants) ?? groupBy(tenants, (one) => one.accessEnd?.ipv4);
  known.set(tenants, byBlock);
  return byBlock.get(block)?.length ?? 0;
}
