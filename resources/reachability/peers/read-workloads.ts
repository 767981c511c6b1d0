import { listAt, numberAt, objectAt, textAt, textMapAt, valueAt } from '../../json-path';
import type { JsonObject, JsonValue, Resource } from '../../resource';
import { isPort } from '../policy/read-parts';
import { isProtocol } from '../traffic/traffic';
import { DEFAULT_NAMESPACE, type NamedContainerPort, type Workload } from './workload';

/** Where each kind that makes pods holds their template; a pod is its own. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  PodTemplate: ['template'],
  ReplicationController: ['spec', 'template'],
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Pods that ended have no address any more (PodStatus.phase). */
const ENDED: readonly unknown[] = ['Succeeded', 'Failed'];

/** Whether an object is a workload, or makes one. */
export function isWorkload({ kind }: Pick<Resource, 'kind'>): boolean {
  return Object.hasOwn(TEMPLATES, kind);
}

/** The template of the pods of an object: a pod is its own; undefined for what makes none. */
export function tryPodTemplate({ kind, body }: Resource): JsonObject | undefined {
  const path = Object.hasOwn(TEMPLATES, kind) ? TEMPLATES[kind] : undefined;
  return path === undefined ? undefined : objectAt(body, ...path);
}

/** Reads the pods of an object; undefined for kinds that make none, and for pods that ended. */
export function readWorkload(resource: Resource): Workload | undefined {
  if (!isWorkload(resource) || ENDED.includes(valueAt(resource.body, 'status', 'phase'))) return undefined;
  const template = tryPodTemplate(resource);
  const spec = valueAt(template, 'spec');
  return {
    namespace: resource.namespace ?? DEFAULT_NAMESPACE,
    name: resource.name,
    kind: resource.kind,
    labels: textMapAt(template, 'metadata', 'labels'),
    ports: containersOf(spec).flatMap((one) => listAt(one, 'ports').flatMap(readPort)),
    isPartlyKnown: false,
    hostNetwork: valueAt(spec, 'hostNetwork') === true,
    resource,
  };
}

/** Containers that run as long as the pod does: those that start first and go on are among them. */
function containersOf(spec: JsonValue | undefined): readonly JsonValue[] {
  const first = listAt(spec, 'initContainers').filter((one) => textAt(one, 'restartPolicy') === 'Always');
  return [...listAt(spec, 'containers'), ...first];
}

function readPort(value: JsonObject | JsonValue): readonly NamedContainerPort[] {
  const [name, port] = [textAt(value, 'name'), numberAt(value, 'containerPort')];
  const protocol = textAt(value, 'protocol') ?? 'TCP';
  return name !== undefined && isPort(port) && isProtocol(protocol) ? [{ name, protocol, port }] : [];
}
