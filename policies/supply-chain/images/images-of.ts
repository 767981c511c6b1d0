import { listAt, objectAt, textAt, valueAt } from '../../../resources/json-path';
import type { JsonObject, Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { resourceSubjects, type SubjectOf } from '../../subjects';

/** One image that an object makes a cluster run. */
export interface NamedImage {
  readonly where: string;
  /** Undefined: not said, or for Terraform alone to tell. */
  readonly image: string | undefined;
}

/** Where each kind that makes pods holds their spec. */
const POD_SPECS: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  Deployment: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  ReplicationController: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
};

const CONTAINERS = ['containers', 'initContainers', 'ephemeralContainers'] as const;

/** Every object that makes pods. */
export function imageSubjects({ resources }: AssemblyView): readonly SubjectOf<Resource>[] {
  return resourceSubjects([
    ...Object.keys(POD_SPECS).flatMap((kind) => resources.ofKind(kind)),
    ...resources.ofKind('Cluster', 'postgresql.cnpg.io/'),
  ]);
}

/** The images of an object that makes pods. */
export function imagesOf({ kind, body }: Resource): readonly NamedImage[] {
  if (kind === 'Cluster') return [{ where: 'spec.imageName', image: textAt(body, 'spec', 'imageName') }];
  const path = Object.hasOwn(POD_SPECS, kind) ? (POD_SPECS[kind] ?? []) : [];
  const spec = objectAt(body, ...path);
  return [...CONTAINERS.flatMap((field) => ofContainers(spec, field, path)), ...ofVolumes(spec, path)];
}

function ofContainers(spec: JsonObject | undefined, field: string, path: readonly string[]): readonly NamedImage[] {
  const containers = valueAt(spec, field);
  if (containers === undefined) return [];
  const where = `${path.join('.')}.${field}`;
  if (!Array.isArray(containers)) return [{ where, image: undefined }];
  return listAt(spec, field).map((one, index) => ({ where: `${where}[${index}].image`, image: textAt(one, 'image') }));
}

/** Volumes that are filled from an image. */
function ofVolumes(spec: JsonObject | undefined, path: readonly string[]): readonly NamedImage[] {
  return listAt(spec, 'volumes').flatMap((one, index) =>
    valueAt(one, 'image') === undefined
      ? []
      : [{ where: `${path.join('.')}.volumes[${index}].image.reference`, image: textAt(one, 'image', 'reference') }],
  );
}
