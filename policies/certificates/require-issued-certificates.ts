import { listAt, textAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { resourceSubjects } from '../subjects';

/** The API group of cert-manager; it is the default, and written all the same, so that nobody has to know. */
const GROUP = 'cert-manager.io';

/** Twin of `workloads/require-declared-parts`, which asks it of what pods mount. */
export default definePolicy({
  title: {
    vi: 'Chứng thư mà cổng dùng được khai báo ở cùng nơi, và nơi cấp của mọi chứng thư tồn tại trong cụm',
    en: 'certificates of gateways are declared beside them, and the issuer of every certificate exists in its cluster',
  },
  force: 'block',
  controls: [
    'tcvn-14423-5.12-protocols',
    'tcvn-14423-5.4.2.4b',
    'tcvn-14423-3.12-protocols',
    'tcvn-14423-4.12-protocols',
  ],
  why: {
    vi: 'Cổng trỏ tới chứng thư không ai cấp thì không mở được TLS; người ta sẽ dán tay một chứng thư lạ.',
    en: 'A gateway that names a certificate which nobody issues has no TLS; somebody will paste a foreign one.',
  },
  fix: {
    vi: 'Sinh lại Certificate của cổng, hoặc ClusterIssuer mà chứng thư nêu.',
    en: 'Synthesize the gateway’s Certificate, or the ClusterIssuer that certificates name.',
  },
  subjects: ({ view }) =>
    resourceSubjects([
      ...view.resources.ofKind('Certificate', 'cert-manager.io/'),
      ...view.resources.ofKind('Gateway', 'gateway.networking.k8s.io/'),
    ]),
  check: ({ of: resource }, { view }) =>
    resource.kind === 'Gateway' ? judgeGateway(view, resource) : judgeIssuer(view, resource),
});

function judgeGateway({ resources }: AssemblyView, { cluster = '', namespace = '', body }: Resource): Judgement {
  const issued = resources
    .inNamespace(cluster, namespace, 'Certificate')
    .flatMap((one) => textAt(one.body, 'spec', 'secretName') ?? []);
  for (const listener of listAt(body, 'spec', 'listeners')) {
    const missing = listAt(listener, 'tls', 'certificateRefs')
      .map((one) => textAt(one, 'name') ?? '')
      .find((one) => !issued.includes(one));
    if (missing !== undefined) {
      return fail(
        `listener ${textAt(listener, 'name') ?? ''}`,
        `no Certificate for ${missing}`,
        'one beside the gateway',
      );
    }
  }
  return pass;
}

function judgeIssuer({ resources }: AssemblyView, { cluster = '', namespace = '', body }: Resource): Judgement {
  const group = textAt(body, 'spec', 'issuerRef', 'group') ?? 'not set';
  if (group !== GROUP) return fail('spec.issuerRef.group', group, GROUP);
  const kind = textAt(body, 'spec', 'issuerRef', 'kind') ?? 'Issuer';
  const name = textAt(body, 'spec', 'issuerRef', 'name') ?? '';
  const place = kind === 'ClusterIssuer' ? '-' : namespace;
  return resources.tryFind(`${cluster}/${kind}/${place}/${name}`) === undefined
    ? fail('spec.issuerRef', `no ${kind} ${name}`, 'an issuer of the cluster')
    : pass;
}
