import { parseCidr } from '../../model/address/cidr';
import { platformNamespaceName } from '../../model/naming';
import { listAt, textAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass } from '../define-policy';
import { clusterSubjects } from '../subjects';

const OWNER = 'io.kubernetes.service.namespace';

export default definePolicy({
  title: {
    vi: 'Địa chỉ vào của mỗi cụm chỉ dành cho cổng, và nằm trong khối địa chỉ của địa điểm',
    en: 'addresses by which a cluster is reached are for its gateway alone, inside the block of its site',
  },
  force: 'block',
  controls: ['tt19-public-addresses', 'tcvn-14423-4.12.2.2a-firewall'],
  why: {
    vi: 'Một dịch vụ khác lấy được địa chỉ vào là một cửa đi vòng qua cổng, TLS và nhật ký của nó.',
    en: 'Another service with such an address is a door around the gateway, its TLS and its log.',
  },
  fix: {
    vi: 'Sinh lại CiliumLoadBalancerIPPool của cụm; khối địa chỉ theo quy hoạch của địa điểm.',
    en: 'Synthesize the cluster’s CiliumLoadBalancerIPPool, with blocks of the site’s plan.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters.filter((one) => one.role !== 'management')),
  check({ of: cluster }, { view }) {
    const pools = view.resources.inCluster(cluster.id, 'CiliumLoadBalancerIPPool');
    if (pools.length === 0) return fail('CiliumLoadBalancerIPPool', 'none', 'one for the gateway');
    for (const pool of pools) {
      const owner = textAt(pool.body, 'spec', 'serviceSelector', 'matchLabels', OWNER) ?? 'every namespace';
      if (owner !== platformNamespaceName('gateway')) {
        return fail(`${pool.name}: spec.serviceSelector`, owner, platformNamespaceName('gateway'));
      }
      const blocks = listAt(pool.body, 'spec', 'blocks').map((one) => textAt(one, 'cidr') ?? 'no cidr');
      if (blocks.length === 0) return fail(`${pool.name}: spec.blocks`, 'none', 'a block of the site');
      const foreign = blocks.find((one) => !isOfSite(view, pool, one));
      if (foreign !== undefined)
        return fail(`${pool.name}: spec.blocks`, foreign, `inside the block of ${cluster.site}`);
    }
    return pass;
  },
});

function isOfSite({ model }: AssemblyView, { site }: Resource, text: string): boolean {
  const block = parseCidr(text);
  const own = Object.values(model.trySite(site)?.block ?? {}).map((one: string) => parseCidr(one));
  return block.ok && own.some((one) => one.ok && one.value.contains(block.value));
}
