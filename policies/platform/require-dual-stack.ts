import { parseCidr } from '../../model/address/cidr';
import { textAt, textsAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { clusterSubjects } from '../subjects';

/** No clause binds it, so it is reported and stops nothing. */
export default definePolicy({
  title: {
    vi: 'Pod và dịch vụ của mỗi cụm có địa chỉ IPv4 và IPv6, và mạng của cụm chuyển cả hai',
    en: 'pods and services of every cluster have IPv4 and IPv6 addresses, and its network carries both',
  },
  force: 'warn',
  controls: ['qd1132-ipv6'],
  why: {
    vi: 'Cụm chỉ có IPv4 không phục vụ được người dùng IPv6, và phải dựng lại để thêm.',
    en: 'A cluster of IPv4 alone can’t serve users of IPv6, and must be rebuilt to add it.',
  },
  fix: {
    vi: 'Sinh lại Cluster với hai họ địa chỉ và cilium-config với enable-ipv6.',
    en: 'Synthesize the Cluster with both families, and the cilium-config with enable-ipv6.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: { id, site } }, { view }) {
    const declared = view.resources
      .atSite(site, 'Cluster')
      .find((one) => one.name === id && one.apiVersion.startsWith('cluster.x-k8s.io/'));
    if (declared === undefined) return fail('Cluster', `none named ${id}`, 'a Cluster of Cluster API');
    for (const network of ['pods', 'services']) {
      const judgement = judgeFamilies(declared, network);
      if (judgement.verdict !== 'pass') return judgement;
    }
    return judgeNetwork(view, id);
  },
});

function judgeFamilies({ body }: Resource, network: string): Judgement {
  const blocks = textsAt(body, 'spec', 'clusterNetwork', network, 'cidrBlocks');
  const families = blocks.map((one) => parseCidr(one)).map((one) => (one.ok ? one.value.family : undefined));
  const isDual = families.length === 2 && !families.includes(undefined) && families[0] !== families[1];
  return isDual ? pass : fail(`spec.clusterNetwork.${network}`, blocks.join(', '), 'one block of each family');
}

function judgeNetwork({ resources }: AssemblyView, cluster: string): Judgement {
  const config = resources.tryFind(`${cluster}/ConfigMap/kube-system/cilium-config`);
  const off = ['enable-ipv4', 'enable-ipv6'].find((key) => textAt(config?.body, 'data', key) !== 'true');
  return off === undefined
    ? pass
    : fail(`cilium-config ${off}`, textAt(config?.body, 'data', off) ?? 'not set', 'true');
}
