import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY, PLATFORM_ISSUER, platformNamespaceName } from '../../../model/naming';
import type { Cluster } from '../../../model/site/cluster';

/** Service account in whose name a cluster asks the certificate authority. */
const ACCOUNT = 'certificate-authority-client';

const NAMESPACE = platformNamespaceName('cert-manager');

/** Which cluster asks which authority. */
export interface CertificateAuthorityProps {
  readonly cluster: Cluster;
  /** Host name of the authority. */
  readonly authority: string;
}

/**
 * Certificates for a cluster from the nation's own authority (Vault PKI). The cluster proves itself with a short-lived
 * token of a service account, made when needed: there is no secret to keep, and none stands in an assembly.
 */
export class CertificateAuthority extends Construct {
  public constructor(scope: Construct, id: string, { cluster, authority }: CertificateAuthorityProps) {
    super(scope, id);
    this.#defineAccount();
    new ApiObject(this, 'Resource', {
      apiVersion: 'cert-manager.io/v1',
      kind: 'ClusterIssuer',
      metadata: { name: PLATFORM_ISSUER, labels: { [labels.managedBy]: MANAGED_BY } },
      spec: {
        vault: {
          server: `https://${authority}`,
          path: `pki/sign/${cluster.id}`,
          auth: {
            kubernetes: {
              mountPath: `/v1/auth/${cluster.id}`,
              role: 'cert-manager',
              serviceAccountRef: { name: ACCOUNT },
            },
          },
        },
      },
    });
  }

  /** The account, and the right of the controller to make tokens for it and no other. */
  #defineAccount(): void {
    const metadata = { name: ACCOUNT, namespace: NAMESPACE, labels: { [labels.managedBy]: MANAGED_BY } };
    new ApiObject(this, 'account', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata,
      automountServiceAccountToken: false,
    });
    new ApiObject(this, 'role', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata,
      rules: [{ apiGroups: [''], resources: ['serviceaccounts/token'], resourceNames: [ACCOUNT], verbs: ['create'] }],
    });
    new ApiObject(this, 'binding', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: ACCOUNT },
      subjects: [{ kind: 'ServiceAccount', name: 'cert-manager', namespace: NAMESPACE }],
    });
  }
}
