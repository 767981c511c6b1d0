import { supports } from '../../model/capabilities';
import { definePolicy } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { checkCiliumGuardrails } from './guardrail/check-cilium-guardrails';
import { checkClusterGuardrails } from './guardrail/check-cluster-guardrails';
import { guardrailNeeds } from './guardrail/guardrail-needs';

export default definePolicy({
  title: {
    vi: 'Mỗi cụm có chính sách mạng toàn cụm mà bên thuê không thể ghi đè',
    en: 'every cluster of tenants has cluster-wide network policies that no tenant can override',
  },
  force: 'block',
  controls: [
    'd331-30.8',
    'd331-30.5-4',
    'tcvn-14423-6.12.2.1b',
    'tcvn-14423-7.12.2.1b',
    'tcvn-14423-5.12.2.2a-database-firewall',
  ],
  why: {
    vi: 'Chính sách trong không gian tên có thể bị sửa hoặc thiếu; hàng rào toàn cụm vẫn chặn, và phải là loại mà phiên bản mạng của cụm thực thi.',
    en: 'Policies in namespaces can be changed or missing; the cluster-wide fence still holds, if it is of the kind that the network of the cluster honors.',
  },
  fix: {
    vi: 'Tạo lại tệp tenant-guardrails của cụm theo đúng phiên bản Cilium.',
    en: 'Make the tenant-guardrails file of the cluster again for its version of Cilium.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters.filter((one) => one.role !== 'management')),
  check: ({ of: cluster }, { view }) => {
    const needs = guardrailNeeds(view.model, cluster);
    return supports(cluster, 'cluster-network-policy')
      ? checkClusterGuardrails(view.resources.inCluster(cluster.id, 'ClusterNetworkPolicy'), needs)
      : checkCiliumGuardrails(view.resources.inCluster(cluster.id, 'CiliumClusterwideNetworkPolicy'), needs);
  },
});
