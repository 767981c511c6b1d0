import { absent, every } from '../../engine/language/combinators';
import type { Ref } from '../../engine/language/reference';
import type { Condition } from '../../engine/language/tree';
import type { PodTemplateSpec } from '../../engine/shapes/kubernetes';

/** The pod mounts no folder of its node. No pod of a tenant does, by another rule. */
export function mountsNoHostFolder({ spec }: Ref<PodTemplateSpec>): Condition {
  return every(spec.volumes, (volume) => absent(volume.hostPath));
}
