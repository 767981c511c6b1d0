import { Construct } from 'constructs';
import { supports } from '../../model/capabilities';
import { own } from '../ownership';
import { CiliumGuardrails } from './cilium-guardrails';
import { ClusterGuardrails } from './cluster-guardrails';
import type { GuardrailRules } from './guardrail';

/** Guardrails and the target that must honour them. */
export interface TenantGuardrailsProps extends GuardrailRules {
  /** Version of Cilium in the cluster, such as `1.18.2`. */
  readonly cilium: string;
}

/**
 * What holds in a cluster whatever tenants write: no way in from namespaces that belong to nobody, none to the
 * management networks or the metadata service of a cloud, none to a database from level 4 on but from its own system,
 * and denial where a network policy is missing.
 *
 * Written as ClusterNetworkPolicy v1alpha2 where Cilium honours it (1.20 and later). An older Cilium would take those
 * objects and ignore them, so it gets the same rules as CiliumClusterwideNetworkPolicy: its deny rules win over every
 * allowing rule, which is what the Admin tier means, and its default denial waits for any allowing rule, which is
 * what the Baseline tier means.
 */
export class TenantGuardrails extends Construct {
  public constructor(scope: Construct, id: string, { cilium, ...rules }: TenantGuardrailsProps) {
    super(scope, id);
    own(this, { origin: ['nation', 'target', 'cilium'] });
    if (supports({ cilium }, 'cluster-network-policy')) new ClusterGuardrails(this, 'cluster', rules);
    else new CiliumGuardrails(this, 'cilium', rules);
  }
}
