import type { Grant } from '../../resources/view/rbac-view';
import { definePolicy, fail, pass } from '../define-policy';
import { clusterSubjects } from '../subjects';

/** Groups of people who work on the platform, and the one role of each. */
const DUTIES: Readonly<Record<string, string>> = {
  'ndc:platform-operators': 'platform-operator',
  'ndc:security-auditors': 'security-auditor',
};

const WRITES: ReadonlySet<string> = new Set(['*', 'create', 'update', 'patch', 'delete', 'deletecollection']);

export default definePolicy({
  title: {
    vi: 'Mỗi cụm tách người vận hành và người kiểm toán: mỗi nhóm đúng một vai trò, kiểm toán chỉ đọc',
    en: 'every cluster separates operators and auditors: one role for each group, and auditors only read',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-5.6.2.3-central', 'tcvn-14423-6.6.2.3-privileged', 'd331-30.9dd'],
  why: {
    vi: 'Người vừa vận hành vừa kiểm toán chính mình thì không ai phát hiện được sai phạm.',
    en: 'Where those who operate audit themselves, nobody finds what they do wrong.',
  },
  fix: {
    vi: 'Sinh lại ClusterRole và ClusterRoleBinding của hai nhóm.',
    en: 'Synthesize ClusterRole and ClusterRoleBinding of both groups.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: cluster }, { view }) {
    const grants = view.rbac.grants(cluster.id).filter(({ namespace }) => namespace === undefined);
    for (const [group, role] of Object.entries(DUTIES)) {
      const own = grants.filter(({ subject }) => subject.kind === 'Group' && subject.name === group);
      if (own.length === 0) return fail('ClusterRoleBinding', `none for ${group}`, role);
      const other = own.find((one) => one.roleName !== role);
      if (other !== undefined) return fail(other.binding.id, `${other.roleName} to ${group}`, role);
      const lost = own.find((one) => one.role === undefined);
      if (lost !== undefined) return fail('ClusterRole', `no ${role}`, 'a role of the assembly');
    }
    const auditors = grants.filter(({ roleName }) => roleName === 'security-auditor');
    const written = auditors.map(tryWrite).find((one) => one !== undefined);
    return written === undefined ? pass : fail('ClusterRole security-auditor', written, 'get, list, watch');
  },
});

function tryWrite({ rules }: Grant): string | undefined {
  const rule = rules.find(({ verbs }) => verbs.some((one) => WRITES.has(one)));
  return rule === undefined ? undefined : `${rule.verbs.join(', ')} on ${rule.resources.join(', ')}`;
}
