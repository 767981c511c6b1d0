import { absent, all, any } from '../../engine/language/combinators';
import type { Ref } from '../../engine/language/reference';
import type { Scalar } from '../../engine/language/scalar';
import type { Condition } from '../../engine/language/tree';
import type { PodSecurityContext, PodTemplateSpec } from '../../engine/shapes/kubernetes';
import { everyContainer } from './containers';

/** What a pod and each of its containers can say alike of how they run. */
export type SharedSecurityContext = Pick<PodSecurityContext, 'appArmorProfile' | 'runAsUser' | 'seLinuxOptions'>;

/** A condition on how a pod says that its containers run, and on how each of them says so. */
export function everySecurityContext(
  pod: Ref<PodTemplateSpec>,
  body: (context: Ref<SharedSecurityContext>) => Condition,
): Condition {
  return all(
    body(pod.spec.securityContext),
    everyContainer(pod, (container) => body(container.securityContext)),
  );
}

/** A condition on what a container says, or on what its pod says where the container says nothing. */
export function ownOrInherited<T extends Scalar>(
  own: Ref<T>,
  inherited: Ref<T>,
  body: (value: Ref<T>) => Condition,
): Condition {
  return any(all(absent(own), body(inherited)), body(own));
}
