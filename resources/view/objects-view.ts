import type { IntegrityFinding } from '../assembly';
import type { ResourceIndex } from './resource-index';

/** Objects to judge, wherever they come from: an assembly, a plan, a folder of manifests, a cluster. */
export interface ObjectsView {
  readonly resources: ResourceIndex;
  /** What couldn't be read as it should. */
  readonly integrity: readonly IntegrityFinding[];
}
