import type { Namespace } from '../../model/tenancy/namespace';
import { isUnresolved, listAt, textAt, valueAt } from '../../resources/json-path';
import { parseQuantity } from '../../resources/quantity';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { namespaceSubjects } from '../subjects';

/** Kinds of services that open a way in from outside the cluster, as a quota counts them. */
const countedKinds = ['services.loadbalancers', 'services.nodeports'] as const;
const insideTypes: readonly string[] = ['ClusterIP', 'ExternalName'];

export default definePolicy({
  title: {
    vi: 'Không gian tên của hệ thống không tự mở dịch vụ ra ngoài cụm',
    en: 'namespaces of systems open no service to the outside of the cluster',
  },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b', 'tcvn-14423-5.12.2.4d', 'tcvn-14423-4.12.2.2a-firewall'],
  why: {
    vi: 'LoadBalancer và NodePort đi vòng qua cổng chung, nơi có TLS, tường lửa và nhật ký.',
    en: 'Load balancers and node ports go around the gateway, where TLS, firewall and logs are.',
  },
  fix: {
    vi: 'Đặt services.loadbalancers và services.nodeports là 0 trong ResourceQuota; công bố dịch vụ qua cổng chung.',
    en: 'Set services.loadbalancers and services.nodeports to 0 in the ResourceQuota; publish through the gateway.',
  },
  subjects: ({ view }) => namespaceSubjects(view.model.namespaces),
  check: ({ of: namespace }, { view }) => {
    for (const kind of countedKinds) {
      const judgement = checkCount(namespace, kind, view);
      if (judgement.verdict !== 'pass') return judgement;
    }
    return checkServices(namespace, view);
  },
});

function checkCount({ cluster, name }: Namespace, kind: string, { resources }: AssemblyView): Judgement {
  const quotas = resources.inNamespace(cluster, name, 'ResourceQuota');
  const values = quotas.map((one) => valueAt(one.body, 'spec', 'hard', kind)).filter((one) => one !== undefined);
  const where = `ResourceQuota ${kind}`;
  if (values.length === 0) return fail(where, 'not limited', '0');
  if (values.some((one) => parseQuantity(one) === 0)) return pass;
  if (values.some(isUnresolved)) return unknown(where, 'what Terraform alone can tell', '0');
  return fail(where, values.map((one) => (typeof one === 'object' ? 'no number' : String(one))).join(', '), '0');
}

function checkServices({ cluster, name }: Namespace, { resources }: AssemblyView): Judgement {
  for (const service of resources.inNamespace(cluster, name, 'Service')) {
    const type = valueAt(service.body, 'spec', 'type') ?? 'ClusterIP';
    const where = `Service ${service.name}`;
    if (typeof type !== 'string') return unknown(where, 'a type that Terraform alone can tell', 'ClusterIP');
    if (!insideTypes.includes(type)) return fail(where, textAt(service.body, 'spec', 'type') ?? '', 'ClusterIP');
    if (listAt(service.body, 'spec', 'externalIPs').length > 0) return fail(where, 'external addresses', 'none');
  }
  return pass;
}
