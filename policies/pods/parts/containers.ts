import { every, some } from '../../engine/language/combinators';
import type { Ref } from '../../engine/language/reference';
import type { Condition } from '../../engine/language/tree';
import type { Container, PodTemplateSpec } from '../../engine/shapes/kubernetes';

/** A condition on every container of a pod: those that serve, those that run first, and those added to look inside. */
export function everyContainer(
  { spec }: Ref<PodTemplateSpec>,
  body: (container: Ref<Container>) => Condition,
): Condition {
  return every<Container>([spec.containers, spec.initContainers, spec.ephemeralContainers], body);
}

/** A condition on every container that is stated with its pod; those added to look inside may state nothing of the kind. */
export function everyStatedContainer(
  { spec }: Ref<PodTemplateSpec>,
  body: (container: Ref<Container>) => Condition,
): Condition {
  return every([spec.containers, spec.initContainers], body);
}

/** A condition on at least one container of a pod, whatever its kind. */
export function someContainer(
  { spec }: Ref<PodTemplateSpec>,
  body: (container: Ref<Container>) => Condition,
): Condition {
  return some<Container>([spec.containers, spec.initContainers, spec.ephemeralContainers], body);
}
