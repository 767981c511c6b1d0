import type { ClusterRole } from '../../model/site/cluster';
import { definePolicy, fail, pass } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { serviceOf } from './places/platform-namespaces';

/** Services that protect every cluster. */
const EVERYWHERE = ['backup', 'cert-manager', 'identity', 'logging', 'monitoring'] as const;

const services: Readonly<Record<ClusterRole, readonly string[]>> = {
  management: [...EVERYWHERE, 'bare-metal', 'cluster-api', 'site'],
  shared: [...EVERYWHERE, 'database', 'gateway', 'storage'],
  dedicated: [...EVERYWHERE, 'database', 'gateway', 'storage'],
};

export default definePolicy({
  title: {
    vi: 'Mỗi cụm có một lần, dùng chung, các dịch vụ bảo vệ: sao lưu, chứng thư, định danh, nhật ký, giám sát',
    en: 'every cluster has the protecting services once, for all of its systems: backup, certificates, identity, logs, monitoring',
  },
  force: 'block',
  controls: ['d331-30.5-1', 'tcvn-14423-5.8.2.1a-central', 'tcvn-14423-5.6.2.3-central'],
  why: {
    vi: 'Thiếu nơi đặt của một dịch vụ bảo vệ thì mọi hệ thống trong cụm mất lớp bảo vệ đó cùng lúc.',
    en: 'Without the place of a protecting service every system of a cluster loses that layer at once.',
  },
  fix: {
    vi: 'Sinh lại không gian tên của dịch vụ với nhãn ndc.gov.vn/service.',
    en: 'Synthesize the namespace of the service with the label ndc.gov.vn/service.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: cluster }, { view }) {
    const found = view.resources.inCluster(cluster.id, 'Namespace').flatMap((one) => serviceOf(one) ?? []);
    const missing = services[cluster.role].find((one) => !found.includes(one));
    return missing === undefined ? pass : fail('Namespace', `none for ${missing}`, 'one for each service');
  },
});
