import { listAt, textAt, textsAt } from '../../resources/json-path';
import type { JsonValue, Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { clusterSubjects } from '../subjects';

const versions: readonly (string | undefined)[] = ['1.2', '1.3'];
const GROUP = 'gateway.networking.k8s.io/';

export default definePolicy({
  title: {
    vi: 'Cổng vào của mỗi cụm chỉ nhận TLS 1.2 trở lên',
    en: 'the gateway of every cluster of tenants takes TLS 1.2 or newer alone',
  },
  force: 'block',
  controls: [
    'tcvn-14423-4.12-protocols',
    'tcvn-14423-5.12-protocols',
    'tcvn-14423-6.12.2.1d',
    'tcvn-14423-6.12.2.3',
    'tcvn-14423-5.4.2.4b',
    'd356-12.2',
  ],
  why: {
    vi: 'HTTP thường và TLS cũ để lộ mật khẩu và dữ liệu cá nhân của người dân trên đường truyền.',
    en: 'Plain HTTP and old TLS show passwords and personal data of citizens on the wire.',
  },
  fix: {
    vi: 'Chỉ giữ listener HTTPS có chứng thư, và một ClientTrafficPolicy đặt tls.minVersion là 1.2 hoặc 1.3.',
    en: 'Keep HTTPS listeners with a certificate alone, and a ClientTrafficPolicy with tls.minVersion 1.2 or 1.3.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters.filter((one) => one.role !== 'management')),
  check: ({ of: cluster }, { view }) => {
    const gateways = view.resources.inCluster(cluster.id, 'Gateway').filter((one) => one.apiVersion.startsWith(GROUP));
    if (gateways.length === 0) return fail('Gateway', 'missing', 'a gateway with an HTTPS listener');
    return gateways.map((one) => checkGateway(one, view)).find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function checkGateway(gateway: Resource, view: AssemblyView): Judgement {
  const listeners = listAt(gateway.body, 'spec', 'listeners');
  if (listeners.length === 0) return fail(`Gateway ${gateway.name}`, 'no listener', 'an HTTPS listener');
  for (const listener of listeners) {
    const where = `Gateway ${gateway.name} listener ${textAt(listener, 'name') ?? ''}`;
    if (redirectsOnly(gateway, listener, view)) continue;
    const protocol = textAt(listener, 'protocol') ?? 'no protocol';
    if (protocol !== 'HTTPS' && protocol !== 'TLS') return fail(where, protocol, 'HTTPS');
    const isPassed = protocol === 'TLS' && textAt(listener, 'tls', 'mode') === 'Passthrough';
    if (isPassed) continue;
    if (listAt(listener, 'tls', 'certificateRefs').length === 0) return fail(where, 'no certificate', 'a certificate');
  }
  return checkVersion(gateway, view);
}

/** Plain HTTP is for routes of the gateway's own namespace that send every request on to HTTPS. */
function redirectsOnly(
  { cluster, namespace, name }: Resource,
  listener: JsonValue,
  { resources }: AssemblyView,
): boolean {
  if (textAt(listener, 'protocol') !== 'HTTP') return false;
  if ((textAt(listener, 'allowedRoutes', 'namespaces', 'from') ?? 'Same') !== 'Same') return false;
  const section = textAt(listener, 'name');
  const routes = resources
    .inNamespace(cluster ?? '', namespace ?? '', 'HTTPRoute')
    .filter((route) =>
      listAt(route.body, 'spec', 'parentRefs').some(
        (one) => textAt(one, 'name') === name && (textAt(one, 'sectionName') ?? section) === section,
      ),
    );
  const rules = routes.flatMap((route) => listAt(route.body, 'spec', 'rules'));
  return rules.length > 0 && rules.every(isRedirect);
}

function isRedirect(rule: JsonValue): boolean {
  const filters = listAt(rule, 'filters').filter((one) => textAt(one, 'type') === 'RequestRedirect');
  return filters.some((one) => textAt(one, 'requestRedirect', 'scheme') === 'https');
}

function checkVersion({ cluster, namespace, name }: Resource, { resources }: AssemblyView): Judgement {
  const policies = resources
    .inNamespace(cluster ?? '', namespace ?? '', 'ClientTrafficPolicy')
    .filter((policy) =>
      listAt(policy.body, 'spec', 'targetRefs').some(
        (one) =>
          textAt(one, 'kind') === 'Gateway' && textAt(one, 'name') === name && textAt(one, 'sectionName') === undefined,
      ),
    );
  const where = `ClientTrafficPolicy of ${name}`;
  const [policy] = policies;
  if (policy === undefined) return fail(where, 'missing', 'tls.minVersion 1.2 or 1.3');
  const version = textAt(policy.body, 'spec', 'tls', 'minVersion');
  if (!versions.includes(version)) return fail(`${where} tls.minVersion`, version ?? 'not set', '1.2 or 1.3');
  const weak = textsAt(policy.body, 'spec', 'tls', 'ciphers').find((one) => /NULL|RC4|3DES|EXPORT|MD5/i.test(one));
  return weak === undefined ? pass : fail(`${where} tls.ciphers`, weak, 'ciphers without known weakness');
}
