import type { AccessRule } from '../../resources/permissions/read/access-rule';
import type { Grant } from '../../resources/view/rbac-view';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { serviceOf } from '../platform/places/platform-namespaces';
import { clusterSubjects } from '../subjects';

const GROUP = 'ndc:break-glass';
const ROLE = 'break-glass-recovery';
/** What the group has beside it, in namespaces of the platform alone; the daily operators have it too. */
const WORKLOAD_ROLE = 'platform-workloads';
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
    vi: `Gán ClusterRole ${ROLE} cho nhóm ${GROUP}; ngoài ra chỉ gán ${WORKLOAD_ROLE} trong không gian tên nền tảng.`,
    en: `Bind the ClusterRole ${ROLE} to the group ${GROUP}; beside it, give that group ${WORKLOAD_ROLE} in namespaces of the platform alone.`,
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => {
    const grants = view.rbac.grants(cluster.id);
    const own = grants.filter((one) => one.roleName === ROLE || one.subject.name === GROUP);
    if (!own.some(({ namespace }) => namespace === undefined)) return fail('ClusterRoleBinding', 'missing', WANT);
    const namespaces = view.resources.inCluster(cluster.id, 'Namespace').filter((one) => serviceOf(one) !== undefined);
    const platform = new Set(namespaces.map(({ name }) => name));
    return own.map((one) => checkGrant(one, platform)).find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function checkGrant(grant: Grant, platform: ReadonlySet<string>): Judgement {
  const { binding, subject, roleKind, roleName, role, rules, namespace } = grant;
  if (subject.kind !== 'Group' || subject.name !== GROUP) {
    return fail(binding.id, `${roleName} to ${subject.kind} ${subject.name}`, WANT);
  }
  const isMeant = namespace === undefined ? roleName === ROLE : roleName === WORKLOAD_ROLE && platform.has(namespace);
  if (roleKind !== 'ClusterRole' || !isMeant)
    return fail(binding.id, `${roleKind} ${roleName} to ${subject.name}`, WANT);
  if (role === undefined) return unknown('roleRef', 'a role that is not in the assembly', WANT);
  for (const rule of rules) {
    if (rule.unclear) return unknown(`${roleName} ${rule.where}`, 'a rule that nobody can tell', 'a narrow role');
    const got = tooMuch(rule);
    if (got !== undefined) return fail(`${roleName} ${rule.where}`, got, 'a narrow role');
  }
  return pass;
}

function tooMuch({ resources, verbs }: AccessRule): string | undefined {
  return verbs.find((one) => powers.has(one)) ?? resources.find((one) => one.includes('*') || forbidden.has(one));
}
