import { IDENTITIES_PER_NAMESPACE } from '../../../model/limits';
import { NAMESPACE_NAME_LABEL } from '../../../model/naming';
import { textAt } from '../../json-path';
import type { ClusterInput } from '../cluster-input';
import { tryPodTemplate } from '../peers/read-workloads';
import type { Workload } from '../peers/workload';

/** The account that a pod runs under which names none (PodSpec.serviceAccountName). */
const DEFAULT_ACCOUNT = 'default';

/** Which workloads Cilium can't tell apart. */
export interface Identities {
  readonly count: number;
  /**
   * By workload, the numbers of its identities from 0: one, or as many as a namespace is planned for where the workload
   * stands for pods that nobody has made yet; none for what has the address of its node, which is the node's.
   */
  readonly of: readonly (readonly number[])[];
}

/**
 * Predicts the identities of a cluster: distinct sets of the labels that Cilium gives an endpoint. They are those of the pod,
 * those of its namespace (`io.cilium.k8s.namespace.labels.*`), and the names of the namespace and the service account.
 * An upper bound where Cilium is told to leave labels out; labels that controllers add to pods later aren't counted.
 */
export function predictIdentities({ workloads, namespaces }: ClusterInput): Identities {
  const numbers = new Map<string, number>();
  const of = workloads.map((workload) => {
    if (workload.hostNetwork) return [];
    const ofNamespace = [...(namespaces.get(workload.namespace) ?? [])].filter(([key]) => key !== NAMESPACE_NAME_LABEL);
    const key = JSON.stringify([workload.namespace, ofNamespace, accountOf(workload), [...workload.labels]]);
    // Pods that nobody has made yet will carry several sets of labels.
    const sets = workload.resource === undefined ? IDENTITIES_PER_NAMESPACE : 1;
    return Array.from({ length: sets }, (_, index) => {
      const own = index === 0 ? key : `${key} ${index}`;
      const number = numbers.get(own) ?? numbers.size;
      numbers.set(own, number);
      return number;
    });
  });
  return { count: numbers.size, of };
}

function accountOf({ resource }: Workload): string {
  const template = resource === undefined ? undefined : tryPodTemplate(resource);
  const [written, older] = ['serviceAccountName', 'serviceAccount'].map((key) => textAt(template, 'spec', key));
  return written ?? older ?? DEFAULT_ACCOUNT;
}
