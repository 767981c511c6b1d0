import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY } from '../../../model/naming';

/** Whose access it is. */
export interface LogShipperAccessProps {
  readonly name: string;
  readonly namespace: string;
}

/** The shipper's account: it may look up whose pod wrote a line, and nothing else. */
export class LogShipperAccess extends Construct {
  public constructor(scope: Construct, id: string, { name, namespace }: LogShipperAccessProps) {
    super(scope, id);
    const own = { [labels.managedBy]: MANAGED_BY };
    new ApiObject(this, 'account', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace, labels: own },
    });
    new ApiObject(this, 'role', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name, labels: own },
      rules: [{ apiGroups: [''], resources: ['namespaces', 'pods'], verbs: ['get', 'list', 'watch'] }],
    });
    new ApiObject(this, 'binding', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name, labels: own },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    });
  }
}
