import { objectAt, textAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { clusterSubjects } from '../subjects';

const GROUP = 'cert-manager.io/';

export default definePolicy({
  title: {
    vi: 'Mỗi cụm có nơi cấp chứng thư, và chỉ hệ thống chứng thư của quốc gia cấp, không phải CA công cộng hay tự ký',
    en: 'every cluster has an issuer of certificates, and the nation’s authority alone issues: no public CA, none self-signed',
  },
  force: 'block',
  controls: ['d23-1', 'tcvn-14423-5.4.2-keys', 'tcvn-14423-5.4.2.4b'],
  why: {
    vi: 'CA công cộng ở nước ngoài có thể cấp chứng thư cho tên của ta; tự ký thì không ai kiểm được.',
    en: 'A public CA abroad can issue for our names; what is self-signed nobody can check.',
  },
  fix: {
    vi: 'Sinh lại ClusterIssuer trỏ tới certificateAuthority của quốc gia qua https, cùng tài khoản và vai trò của nó.',
    en: 'Synthesize the ClusterIssuer of the nation’s certificateAuthority over https, with its account and role.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: cluster }, { view }) {
    const issuers = ['ClusterIssuer', 'Issuer']
      .flatMap((kind) => view.resources.inCluster(cluster.id, kind))
      .filter((one) => one.apiVersion.startsWith(GROUP));
    if (!issuers.some((one) => one.kind === 'ClusterIssuer')) return fail('ClusterIssuer', 'none', 'the nation’s');
    return issuers.map((one) => judgeIssuer(view, one)).find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function judgeIssuer(view: AssemblyView, { name, cluster = '', body }: Resource): Judgement {
  const want = `vault at https://${view.model.nation.security.certificateAuthority}`;
  const kinds = Object.keys(objectAt(body, 'spec') ?? {});
  if (kinds.join() !== 'vault') return fail(`${name}: spec`, kinds.length === 0 ? 'empty' : kinds.join(', '), want);
  const server = textAt(body, 'spec', 'vault', 'server') ?? 'no server';
  if (server !== `https://${view.model.nation.security.certificateAuthority}`) {
    return fail(`${name}: spec.vault.server`, server, want);
  }
  for (const field of ['path', 'auth']) {
    if (objectAt(body, 'spec', 'vault')?.[field] === undefined)
      return fail(`${name}: spec.vault.${field}`, 'not set', want);
  }
  const account = textAt(body, 'spec', 'vault', 'auth', 'kubernetes', 'serviceAccountRef', 'name');
  if (account === undefined)
    return fail(`${name}: spec.vault.auth.kubernetes.serviceAccountRef`, 'not set', 'an account');
  if (textAt(body, 'spec', 'vault', 'auth', 'kubernetes', 'role') === undefined) {
    return fail(`${name}: spec.vault.auth.kubernetes.role`, 'not set', 'a role of the authority');
  }
  const exists = view.resources.inCluster(cluster, 'ServiceAccount').some((one) => one.name === account);
  if (!exists) return fail(`${name}: ServiceAccount`, `no ${account}`, 'one that exists');
  return mayAskTokens(view, cluster, account)
    ? pass
    : fail(`${name}: Role`, `no token of ${account}`, 'tokens of it alone');
}

/** The program that asks for certificates signs in as the account, and needs the right to ask for its tokens. */
function mayAskTokens({ rbac }: AssemblyView, cluster: string, account: string): boolean {
  return rbac
    .grants(cluster)
    .some(({ rules }) =>
      rules.some(
        ({ resources, resourceNames, verbs }) =>
          resources.includes('serviceaccounts/token') && verbs.includes('create') && resourceNames.join() === account,
      ),
    );
}
