import { every } from '../../engine/language/combinators';
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
