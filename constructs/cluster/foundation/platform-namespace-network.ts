import { NetworkPolicy, type NetworkPolicySpec } from '@cdktf/provider-kubernetes/lib/network-policy';
import { Construct } from 'constructs';
import type { NationFact } from '../../../model/facts/nation-fact';
import { annotations } from '../../../model/naming';
import type { Cluster } from '../../../model/site/cluster';
import { baseRules, serviceRules } from './platform-flows';
import type { PlatformService } from '../../../model/platform/platform-service';

/** What the segmentation of a platform namespace depends on. */
export interface PlatformNamespaceNetworkProps {
  readonly name: string;
  readonly cluster: Cluster;
  readonly nation: Readonly<NationFact>;
  readonly service: PlatformService;
  /** Terraform addresses that must exist before. */
  readonly after: readonly { readonly fqn: string }[];
}

/**
 * What reaches a platform service and what it reaches: nothing in either direction, but names, the API server,
 * metrics, its own pods, and what the service is for. Names outside the cluster are left to Cilium's policies.
 */
export class PlatformNamespaceNetwork extends Construct {
  public constructor(scope: Construct, id: string, props: PlatformNamespaceNetworkProps) {
    super(scope, id);
    const { name: namespace, after } = props;
    const write = (name: string, reason: string, spec: Omit<NetworkPolicySpec, 'podSelector'>): void => {
      new NetworkPolicy(this, name, {
        dependsOn: [...after],
        metadata: { name, namespace, annotations: { [annotations.reason]: reason } },
        spec: { podSelector: {}, ...spec },
      });
    };
    write('default-deny', 'nothing without a rule', { policyTypes: ['Ingress', 'Egress'] });
    write('base', 'names, the API server, metrics and the own pods', baseRules(props.cluster, props.service));
    const rules = serviceRules(props);
    if (rules !== undefined) write('service', 'what the service is for', rules);
  }
}
