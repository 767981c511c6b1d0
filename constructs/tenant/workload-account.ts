import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { Namespace } from '../../model/tenancy/namespace';
import { tenantObjectLabels } from './namespace-labels';

/** Name of the account that the workloads of a namespace run as. */
export const WORKLOAD_ACCOUNT = 'workload';

/** The account of a namespace's workloads: not `default`, and without a token that nobody asked for. */
export class WorkloadAccount extends Construct {
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, namespace: Namespace) {
    super(scope, id);
    this.resource = new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: WORKLOAD_ACCOUNT, namespace: namespace.name, labels: tenantObjectLabels(namespace) },
      automountServiceAccountToken: false,
    });
  }
}
