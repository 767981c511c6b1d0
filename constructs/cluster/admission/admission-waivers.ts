import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { exceptionSpan } from '../../../model/exceptions/exception-span';
import type { PolicyException } from '../../../model/model';
import { admissionWaivers, labels, MANAGED_BY } from '../../../model/naming';
import type { Cluster } from '../../../model/site/cluster';
import { rulePack } from './rule-pack';

/** Exceptions of an environment, and the cluster whose API server is to honor its own. */
export interface AdmissionWaiversProps {
  readonly cluster: Pick<Cluster, 'id'>;
  readonly exceptions: readonly PolicyException[];
}

/**
 * The parameter of the rules at admission: the exceptions for objects of this cluster, a line each: the rule, the object,
 * from when, until when, and everything that the rule may find there. Without it every request is refused.
 */
export class AdmissionWaivers extends Construct {
  public constructor(scope: Construct, id: string, { cluster, exceptions }: AdmissionWaiversProps) {
    super(scope, id);
    const place = `${cluster.id}/`;
    const rules = new Set(rulePack.flatMap(({ checks }) => checks.map(({ rule }) => rule)));
    const ours = exceptions.filter(({ policy, resource }) => rules.has(policy) && resource.startsWith(place));
    const lines = ours.map((one) => waiverLine(one, one.resource.slice(place.length)));
    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { ...admissionWaivers, labels: { [labels.managedBy]: MANAGED_BY } },
      data: { waivers: lines.toSorted().join('\n') },
    });
  }
}

function waiverLine(exception: PolicyException, object: string): string {
  const { from, until } = exceptionSpan(exception);
  return `${exception.policy} ${object} ${from} ${until} ${exception.value}`;
}
