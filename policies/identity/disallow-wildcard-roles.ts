import type { AccessRule } from '../../resources/view/rbac-view';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { resourceSubjects } from '../subjects';

const parts = ['apiGroups', 'resources', 'verbs', 'nonResourceUrls'] as const;
const WANT = 'names, one by one';

export default definePolicy({
  title: {
    vi: 'Không vai trò nào dùng ký tự đại diện: từng quyền được ghi rõ',
    en: 'every role names its rights one by one, without wildcards',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.6.2.3-privileged'],
  why: {
    vi: 'Ký tự đại diện cấp cả những quyền chưa tồn tại hôm nay, nên không ai thẩm định được.',
    en: "A wildcard also grants what doesn't exist yet, so nobody can review it.",
  },
  fix: {
    vi: 'Thay * bằng danh sách nhóm API, tài nguyên và động từ thực sự cần.',
    en: 'Replace * by the API groups, resources and verbs that are needed.',
  },
  subjects: ({ view }) => resourceSubjects([...view.resources.ofKind('ClusterRole'), ...view.resources.ofKind('Role')]),
  check: ({ of: role }, { view }) => {
    const rules = view.rbac.rulesOf(role);
    const wide = rules.find((rule) => parts.some((part) => rule[part].some((one) => one.includes('*'))));
    if (wide !== undefined) return fail(`${wide.where} ${wildPart(wide)}`, '*', WANT);
    const unclear = rules.find((rule) => rule.unclear);
    return unclear === undefined ? pass : unknown(unclear.where, 'a rule that nobody can tell', WANT);
  },
});

function wildPart(rule: AccessRule): string {
  return parts.find((part) => rule[part].some((one) => one.includes('*'))) ?? '';
}
