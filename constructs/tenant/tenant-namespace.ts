import { Namespace as KubernetesNamespace } from '@cdktf/provider-kubernetes/lib/namespace';
import { Construct } from 'constructs';
import { annotations } from '../../model/naming';
import type { NamespacePeers } from '../../model/segmentation/peer-rule';
import type { Namespace } from '../../model/tenancy/namespace';
import { terraformAddress } from '../cluster/apply-after';
import { NamespaceSegmentation } from '../network/namespace-segmentation';
import { own } from '../ownership';
import { namespaceLabels } from './namespace-labels';
import { NamespaceQuota } from './namespace-quota';
import { NamespaceRoles } from './namespace-roles';
import { terraformText } from './terraform-text';

/** What a tenant's namespace is made of. */
export interface TenantNamespaceProps {
  readonly namespace: Namespace;
  /** Kubernetes minor of the target, such as `1.36`. */
  readonly kubernetes: string;
  readonly peers: NamespacePeers;
}

/**
 * One zone of a system in the shared cloud, kept apart from all others (Decree 331/2026 Art. 30.8): its namespace,
 * quota, limits, roles and segmentation. Everything names the namespace literally and waits for it by `depends_on`,
 * which says the same as a reference and leaves the file readable without evaluating it.
 */
export class TenantNamespace extends Construct {
  public readonly resource: KubernetesNamespace;

  public constructor(scope: Construct, { namespace, kubernetes, peers }: TenantNamespaceProps) {
    super(scope, namespace.name);
    const { tenant, system, zone, level, origin } = namespace;
    own(this, { tenant, system, zone, level, origin });

    this.resource = new KubernetesNamespace(this, 'Resource', {
      metadata: {
        name: namespace.name,
        labels: namespaceLabels(namespace, kubernetes),
        annotations: { [annotations.officialName]: terraformText(namespace.officialName.vi, origin) },
      },
    });

    const after = terraformAddress(this.resource);
    new NamespaceQuota(this, 'quota', { namespace, after });
    new NamespaceRoles(this, 'roles', { namespace, after });
    new NamespaceSegmentation(this, 'network', { namespace, peers, after });
  }
}
