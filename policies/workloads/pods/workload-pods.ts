import { listAt, objectAt, textAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue, Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { resourceSubjects, type SubjectOf } from '../../subjects';

/** Kinds that make pods, and where they keep the template of one. */
const templates: Readonly<Record<string, readonly string[]>> = {
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  Deployment: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  Pod: ['spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
};

/** A container of a pod and where it stands, by its name. */
export interface PodContainer {
  readonly where: string;
  readonly container: JsonValue;
}

/** Everything that makes pods. */
export function workloadSubjects({ resources }: AssemblyView): readonly SubjectOf<Resource>[] {
  return resourceSubjects(Object.keys(templates).flatMap((kind) => resources.ofKind(kind)));
}

/** The pod that a workload makes; empty when it has no template. */
export function podOf({ kind, body }: Resource): JsonObject {
  return objectAt(body, ...(templates[kind] ?? [])) ?? {};
}

/** The containers of a pod, those that run first among them. */
export function containersOf(pod: JsonObject): readonly PodContainer[] {
  return ['containers', 'initContainers', 'ephemeralContainers'].flatMap((list) =>
    listAt(pod, list).map((container, index) => ({
      where: `${list}[${textAt(container, 'name') ?? String(index)}]`,
      container,
    })),
  );
}
