import type { Cluster } from '../../../model/site/cluster';

/** Name of the only way into a cluster for users, as the class and the gateway carry it. */
export const GATEWAY_NAME = 'platform';

/** Host names that a cluster's gateway answers for: its own, and those of systems under the nation's domain. */
export function gatewayHostNames({ id }: Pick<Cluster, 'id'>, domain: string): readonly string[] {
  return [`*.${domain}`, `gateway.${id}.${domain}`];
}
