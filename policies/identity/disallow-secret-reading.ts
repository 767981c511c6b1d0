import type { AccessRule, AccessSubject } from '../../resources/permissions/read/access-rule';
import type { Resource } from '../../resources/resource';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { resourceSubjects } from '../subjects';

const WANT = 'no access to secrets';
const secrets: ReadonlySet<string> = new Set(['secrets', '*', '*/*']);
const coreGroups: ReadonlySet<string> = new Set(['', '*']);

/** Groups that watch: their last part says so. */
const watchers = /(?:^|[:-])(?:viewers|auditors)$/;

export default definePolicy({
  title: {
    vi: 'Vai trò chỉ xem và vai trò kiểm toán không đọc được bí mật',
    en: 'roles of viewers and auditors read no secrets',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'd331-30.9dd', 'd165-audit'],
  why: {
    vi: 'Đọc được bí mật là đọc được khóa và mật khẩu: người xem trở thành người quản trị.',
    en: 'Who reads secrets reads keys and passwords: a viewer becomes an administrator.',
  },
  fix: {
    vi: 'Bỏ secrets khỏi vai trò của nhóm xem và nhóm kiểm toán.',
    en: 'Take secrets out of the roles of viewers and auditors.',
  },
  subjects: ({ view }) => {
    const roles = view.rbac
      .grants()
      .filter(({ subject }) => isWatcher(subject))
      .flatMap(({ role }) => (role === undefined ? [] : [role]));
    const bindings = view.rbac
      .grants()
      .filter(({ subject, role }) => isWatcher(subject) && role === undefined)
      .map(({ binding }) => binding);
    return resourceSubjects(distinct([...roles, ...bindings]));
  },
  check: ({ of: resource }, { view }) => {
    if (resource.kind.endsWith('Binding')) return unknown('roleRef', 'a role that is not in the assembly', WANT);
    for (const rule of view.rbac.rulesOf(resource)) {
      if (rule.unclear) return unknown(rule.where, 'a rule that nobody can tell', WANT);
      if (readsSecrets(rule)) return fail(rule.where, `${rule.verbs.join(', ')} secrets`, WANT);
    }
    return pass;
  },
});

function isWatcher({ kind, name }: AccessSubject): boolean {
  return kind === 'Group' && watchers.test(name);
}

function readsSecrets({ apiGroups, resources, verbs }: AccessRule): boolean {
  return verbs.length > 0 && apiGroups.some((one) => coreGroups.has(one)) && resources.some((one) => secrets.has(one));
}

function distinct(list: readonly Resource[]): readonly Resource[] {
  return [...new Map(list.map((one) => [one.id, one])).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
