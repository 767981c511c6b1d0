import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Mỗi hệ thống được khai báo một lần, có đúng một chủ quản, một đơn vị vận hành, một đơn vị chuyên trách',
    en: 'Each system is declared once, with one owner, one lead operator and one security unit that are declared',
  },
  force: 'block',
  controls: ['d331-8.1a', 'd331-22.3-identity', 'd331-7.2'],
  why: {
    vi: 'Hai chủ quản nghĩa là không ai chịu trách nhiệm về hồ sơ, sao lưu và sự cố.',
    en: 'Two owners mean that nobody answers for dossier, copies and incidents.',
  },
  fix: {
    vi: 'Khai báo đơn vị trong tenants/ và ghi đúng tên ở owner, operator, securityUnit.',
    en: 'Declare the agency in tenants/ and name it in owner, operator and securityUnit.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems),
  check({ of: system }, { view }) {
    if (view.model.trySystem(system.id) !== system) return fail('id', `${system.id} declared twice`, 'one declaration');
    for (const field of ['owner', 'operator', 'securityUnit'] as const) {
      if (view.model.tryTenant(system[field]) === undefined) return fail(field, system[field], 'a declared tenant');
    }
    return pass;
  },
});
