import { booleanAt, listAt, numberAt, textAt } from '../../resources/json-path';
import type { JsonObject, Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { embeddedConfigs } from '../../resources/view/embedded-config';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { authenticationOf } from './control-plane/authentication-of';
import { tryApiServerFlag, tryControlPlane } from './control-plane/control-plane-of';

const WANT = 'no anonymous requests but health and joining nodes';

/** What may answer without a name: health for probes, and what a new node needs to trust the cluster. */
const openPaths: ReadonlySet<string> = new Set([
  '/livez',
  '/readyz',
  '/healthz',
  '/api/v1/namespaces/kube-public/configmaps/cluster-info',
]);
const nobody: ReadonlySet<string> = new Set(['system:anonymous', 'system:unauthenticated']);

export default definePolicy({
  title: {
    vi: 'Không ai gọi được API của cụm hay kubelet mà không xác thực',
    en: 'nobody reaches the API of a cluster or of its kubelets without a name',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-5.5.2.1', 'tcvn-14423-7.12.2.3'],
  why: {
    vi: 'Yêu cầu ẩn danh được phục vụ nghĩa là bất kỳ ai chạm tới mạng quản trị đều đọc được trạng thái cụm.',
    en: 'If anonymous requests are served, whoever reaches the management network reads the state of the cluster.',
  },
  fix: {
    vi: 'Giới hạn anonymous ở các đường dẫn kiểm tra sức khỏe; dùng Node,RBAC; tắt ẩn danh và cổng chỉ đọc của kubelet.',
    en: 'Limit anonymous to health paths; use Node,RBAC; switch off anonymous access and the read-only port of kubelets.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => {
    const controlPlane = tryControlPlane(view, cluster);
    if (controlPlane === undefined) return fail('KubeadmControlPlane', 'missing', WANT);
    const judgements = [checkApiServer(controlPlane), checkKubelet(controlPlane), checkGrants(view, cluster.id)];
    return judgements.find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function checkApiServer(controlPlane: Resource): Judgement {
  const mode = tryApiServerFlag(controlPlane, 'authorization-mode') ?? 'not set';
  if (mode !== 'Node,RBAC') return fail('--authorization-mode', mode, 'Node,RBAC');
  const flag = tryApiServerFlag(controlPlane, 'anonymous-auth');
  if (flag === 'false') return pass;
  if (flag !== undefined) return fail('--anonymous-auth', flag, WANT);
  const found = authenticationOf(controlPlane);
  if (found.kind !== 'found') return (found.kind === 'missing' ? fail : unknown)(found.where, found.got, WANT);
  return checkConditions(found.value);
}

function checkConditions(configuration: JsonObject): Judgement {
  const enabled = booleanAt(configuration, 'anonymous', 'enabled');
  if (enabled === false) return pass;
  if (enabled === undefined) return fail('anonymous', 'not limited', WANT);
  const conditions = listAt(configuration, 'anonymous', 'conditions');
  if (conditions.length === 0) return fail('anonymous.conditions', 'every path', WANT);
  const stray = conditions.map((one) => textAt(one, 'path') ?? 'no path').find((one) => !openPaths.has(one));
  return stray === undefined ? pass : fail('anonymous.conditions', stray, WANT);
}

function checkKubelet(controlPlane: Resource): Judgement {
  const file = embeddedConfigs(controlPlane).find(({ value }) => value?.['kind'] === 'KubeletConfiguration');
  if (file?.value === undefined) return fail('KubeletConfiguration', 'missing', 'kubelets without anonymous access');
  const { value, where } = file;
  const isAnonymous = booleanAt(value, 'authentication', 'anonymous', 'enabled');
  if (isAnonymous !== false)
    return fail(`${where} authentication.anonymous`, String(isAnonymous ?? 'not set'), 'false');
  const mode = textAt(value, 'authorization', 'mode');
  if (mode !== 'Webhook') return fail(`${where} authorization.mode`, mode ?? 'not set', 'Webhook');
  const port = numberAt(value, 'readOnlyPort') ?? 0;
  return port === 0 ? pass : fail(`${where} readOnlyPort`, String(port), '0');
}

function checkGrants(view: AssemblyView, cluster: string): Judgement {
  const grant = view.rbac.grants(cluster).find((one) => nobody.has(one.subject.name));
  return grant === undefined ? pass : fail(grant.binding.id, grant.subject.name, 'no access for the anonymous');
}
