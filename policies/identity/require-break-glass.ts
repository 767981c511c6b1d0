import type { AccessRule } from '../../resources/permissions/read/access-rule';
import type { Grant } from '../../resources/view/rbac-view';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { clusterSubjects } from '../subjects';

const GROUP = 'ndc:break-glass';
const ROLE = 'break-glass-recovery';
const WANT = `${ROLE} for ${GROUP} alone`;

/** Resources that recovery doesn't need: who writes them gets more than recovery; a secret isn't even read. */
const forbidden: ReadonlySet<string> = new Set([
  'secrets',
  'serviceaccounts/token',
  'pods/exec',
  'pods/attach',
  'pods/ephemeralcontainers',
  'roles',
  'rolebindings',
  'clusterroles',
  'clusterrolebindings',
]);
const powers: ReadonlySet<string> = new Set(['*', 'escalate', 'bind', 'impersonate']);

export default definePolicy({
  title: {
    vi: 'Mỗi cụm có quyền khẩn cấp hẹp, chỉ gán cho nhóm khẩn cấp',
    en: 'every cluster has narrow emergency access, for the break-glass group alone',
  },
  force: 'block',
  controls: ['tcvn-14423-6.5.2.2b', 'tcvn-14423-6.6.2.3-privileged', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Không có đường khẩn cấp thì sự cố kéo dài; đường khẩn cấp quá rộng là cửa sau.',
    en: 'Without emergency access an outage lasts; with too much of it there is a back door.',
  },
  fix: {
    vi: `Gán ClusterRole ${ROLE} cho nhóm ${GROUP}; không cấp cho nhóm này quyền nào khác.`,
    en: `Bind the ClusterRole ${ROLE} to the group ${GROUP}; give that group nothing else.`,
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => {
    const grants = view.rbac.grants(cluster.id);
    const own = grants.filter((one) => one.roleName === ROLE || one.subject.name === GROUP);
    if (own.length === 0) return fail('ClusterRoleBinding', 'missing', WANT);
    return own.map(checkGrant).find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function checkGrant({ binding, subject, roleKind, roleName, role, rules, namespace }: Grant): Judgement {
  if (subject.kind !== 'Group' || subject.name !== GROUP) {
    return fail(binding.id, `${roleName} to ${subject.kind} ${subject.name}`, WANT);
  }
  if (roleKind !== 'ClusterRole' || roleName !== ROLE || namespace !== undefined) {
    return fail(binding.id, `${roleKind} ${roleName} to ${subject.name}`, WANT);
  }
  if (role === undefined) return unknown('roleRef', 'a role that is not in the assembly', WANT);
  for (const rule of rules) {
    if (rule.unclear) return unknown(`${ROLE} ${rule.where}`, 'a rule that nobody can tell', 'a narrow role');
    const got = tooMuch(rule);
    if (got !== undefined) return fail(`${ROLE} ${rule.where}`, got, 'a narrow role');
  }
  return pass;
}

function tooMuch({ resources, verbs }: AccessRule): string | undefined {
  return verbs.find((one) => powers.has(one)) ?? resources.find((one) => one.includes('*') || forbidden.has(one));
}
