import { isObject, listAt, objectAt, textAt, valueAt } from '../../json-path';
import type { JsonObject, JsonValue, Resource } from '../../resource';
import { groupOf } from '../duplicates';
import type { PolicyTrouble } from '../policy/policy';
import { isPort, isPortName, readList } from '../policy/read-parts';
import { NOT_IN_FORCE, Troubles } from '../policy/troubles';
import { isProtocol, protocols } from '../traffic/traffic';
import { readLabels } from './labels';
import { DEFAULT_NAMESPACE, type NamedContainerPort, type Workload } from './workload';

/** Where each kind that makes pods holds their template, by its group; a pod is its own. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  '/Pod': [],
  '/PodTemplate': ['template'],
  '/ReplicationController': ['spec', 'template'],
  'apps/Deployment': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Pods that ended have no address any more (PodStatus.phase); jobs that ended make no pods (JobStatus.conditions). */
const ENDED: readonly unknown[] = ['Succeeded', 'Failed'];
const JOB_ENDED: readonly unknown[] = ['Complete', 'Failed'];

/** Whether an object is a workload, or makes one. */
export function isWorkload(resource: Pick<Resource, 'apiVersion' | 'kind'>): boolean {
  return Object.hasOwn(TEMPLATES, `${groupOf(resource)}/${resource.kind}`);
}

/** The template of the pods of an object: a pod is its own; undefined for what makes none. */
export function tryPodTemplate(resource: Resource): JsonObject | undefined {
  const path = TEMPLATES[`${groupOf(resource)}/${resource.kind}`];
  return path === undefined ? undefined : objectAt(resource.body, ...path);
}

/** The pods of an object, and what is wrong with it. */
export interface ReadWorkload {
  /** Undefined for kinds that make no pods, and for pods and jobs that ended. */
  readonly workload: Workload | undefined;
  readonly troubles: readonly PolicyTrouble[];
}

/**
 * Reads the pods of an object, though none may run now. Of one that a server refuses nobody can tell what stands where it
 * can't be read: labels, names of ports, and whether its pods have the addresses of their nodes.
 */
export function readWorkload(resource: Resource): ReadWorkload {
  const path = TEMPLATES[`${groupOf(resource)}/${resource.kind}`];
  if (path === undefined || isEnded(resource)) return { workload: undefined, troubles: [] };
  const troubles = new Troubles(resource, NOT_IN_FORCE);
  const isPod = path.length === 0;
  const at = isPod ? '' : `${path.join('.')}.`;
  const template = isPod ? resource.body : objectAt(resource.body, ...path);
  if (template === undefined) troubles.add(path.join('.'), valueAt(resource.body, ...path), 'a template of pods');
  const spec = valueAt(template, 'spec');
  if (spec !== undefined && spec !== null && !isObject(spec)) troubles.add(`${at}spec`, spec, 'what a pod is made of');
  const hostNetwork = valueAt(spec, 'hostNetwork') ?? false;
  if (typeof hostNetwork !== 'boolean') troubles.add(`${at}spec.hostNetwork`, hostNetwork, 'true or false');
  const { labels } = readLabels(valueAt(template, 'metadata'), `${at}metadata`, troubles);
  const ports = readPorts(spec, `${at}spec`, troubles);
  const workload = {
    namespace: resource.namespace ?? DEFAULT_NAMESPACE,
    name: resource.name,
    kind: resource.kind,
    labels,
    ports,
    isPartlyKnown: troubles.refused > 0,
    hostNetwork: hostNetwork !== false,
    resource,
  };
  return { workload, troubles: troubles.list };
}

function isEnded({ kind, body }: Resource): boolean {
  if (kind === 'Pod') return ENDED.includes(valueAt(body, 'status', 'phase'));
  return (
    kind === 'Job' &&
    listAt(body, 'status', 'conditions').some(
      (one) => JOB_ENDED.includes(valueAt(one, 'type')) && valueAt(one, 'status') === 'True',
    )
  );
}

/** Ports with names of containers that run as long as the pod does: those that start first and go on are among them. */
function readPorts(spec: JsonValue | undefined, where: string, troubles: Troubles): readonly NamedContainerPort[] {
  return ['containers', 'initContainers'].flatMap((list) =>
    readList(valueAt(spec, list), `${where}.${list}`, troubles).flatMap((container, index) => {
      const isLong = list === 'containers' || textAt(container, 'restartPolicy') === 'Always';
      const at = `${where}.${list}[${index}].ports`;
      if (!isObject(container)) return troubles.add(`${where}.${list}[${index}]`, container, 'a container') ?? [];
      const ports = readList(valueAt(container, 'ports'), at, troubles);
      return isLong ? ports.flatMap((port, place) => readPort(port, `${at}[${place}]`, troubles)) : [];
    }),
  );
}

function readPort(value: JsonValue, where: string, troubles: Troubles): readonly NamedContainerPort[] {
  const [port, protocol] = [valueAt(value, 'containerPort'), valueAt(value, 'protocol') ?? 'TCP'];
  const name = valueAt(value, 'name') ?? undefined;
  if (!isPort(port)) return troubles.add(`${where}.containerPort`, port, 'a port') ?? [];
  if (!isProtocol(protocol)) return troubles.add(`${where}.protocol`, protocol, protocols.join(', ')) ?? [];
  if (name === undefined || name === '') return [];
  if (typeof name !== 'string' || !isPortName(name))
    return troubles.add(`${where}.name`, name, 'the name of a port') ?? [];
  return [{ name, protocol, port }];
}
