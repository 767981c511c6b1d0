import { labelPrefix } from '../../../model/naming';
import type { Cluster } from '../../../model/site/cluster';
import { booleanAt, textAt } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { fail, pass, type Judgement } from '../../define-policy';

/** Label of a BareMetalHost with the failure domain that it stands in, as Cluster API providers read it. */
const FAILURE_DOMAIN = 'infrastructure.cluster.x-k8s.io/failure-domain';

/** Whether every host of a cluster has its BareMetalHost beside the cluster's object, as the model places it. */
export function judgeHosts({ resources }: AssemblyView, cluster: Cluster, declared: Resource): Judgement {
  const place = `${declared.cluster ?? ''}/BareMetalHost/${declared.namespace ?? '-'}`;
  for (const host of cluster.hosts) {
    const body = resources.tryFind(`${place}/${host.id}`)?.body;
    if (body === undefined) return fail('BareMetalHost', `none named ${host.id}`, 'one for each host');
    const label = (key: string): string => textAt(body, 'metadata', 'labels', key) ?? 'none';
    const where = `BareMetalHost ${host.id}`;
    const owner = `${labelPrefix}/cluster`;
    if (label(owner) !== cluster.id) return fail(`${where}: ${owner}`, label(owner), cluster.id);
    if (label(FAILURE_DOMAIN) !== host.failureDomain) {
      return fail(`${where}: ${FAILURE_DOMAIN}`, label(FAILURE_DOMAIN), host.failureDomain);
    }
    if (booleanAt(body, 'spec', 'bmc', 'disableCertificateVerification') === true) {
      return fail(`${where}: spec.bmc.disableCertificateVerification`, 'true', 'false');
    }
  }
  return pass;
}
