import type { OwnedField } from '../client/answer/api-failure';

/**
 * What is done when others own fields that we want to set: `stop` and say who, `take-from-people` where only people
 * changed them by hand, or `take` from everybody.
 */
export type OnConflict = 'stop' | 'take-from-people' | 'take';

/** Kubernetes' own controllers, which change what they are there for, such as a number of replicas. */
const CONTROLLER = /^(?:kube-|kubelet$|cloud-controller-manager$|cluster-autoscaler$)/;

/**
 * Whether a field was changed by a person with a tool such as kubectl: an update of the object itself. Who uses server-side
 * apply means to own its fields, as a controller or another pipeline does.
 */
export function isPerson({ manager, operation, subresource }: OwnedField): boolean {
  return operation === 'Update' && subresource === '' && !CONTROLLER.test(manager);
}
