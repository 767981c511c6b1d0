import { kindsOf, type IntentId } from '../intents';
import type { Draft, Json, PodSpec } from './draft';
import { healthyDraft, kinds, type KindOfDraft, type Place } from './healthy';
import { Random } from './random';
import { otherWays, podWays, type Way } from './ways';

/** What is made. */
export interface EstateOptions {
  readonly seed: number;
  /** How many objects, namespaces among them. */
  readonly objects: number;
  /** Share of the objects that can violate an intent and do. */
  readonly density: number;
}

/** One object of the estate with the truth about it. */
export interface EstateObject {
  /** `Kind/namespace/name`, with `-` for no namespace. */
  readonly id: string;
  readonly body: { readonly [key: string]: Json };
  /** Each intent that it violates, and how. */
  readonly violates: ReadonlyMap<IntentId, string>;
  readonly variants: readonly string[];
}

const OBJECTS_OF_NAMESPACE = 50;
/** The level at which images are to be named by digest; the label is the one that the clusters of the product read. */
const NAMESPACE_LABELS = { 'ndc.gov.vn/tenant': 'example', 'ndc.gov.vn/level': '4' };

/** Makes an estate; the same options make the same one. */
export function makeEstate({ seed, objects, density }: EstateOptions): readonly EstateObject[] {
  const random = new Random(seed);
  const namespaces = Math.max(1, Math.floor(objects / OBJECTS_OF_NAMESPACE));
  const made = Array.from({ length: namespaces }, (_, index) => namespaceObject(`ns-${index}`));
  const total = kinds.reduce((sum, one) => sum + one.share, 0);
  for (let index = namespaces; index < objects; index += 1) {
    const place = { name: `app-${index}`, namespace: `ns-${random.below(namespaces)}` };
    made.push(makeObject({ of: kindAt(random.below(total)), place, density }, random));
  }
  return made;
}

function kindAt(position: number): KindOfDraft {
  let left = position;
  for (const one of kinds) {
    if (left < one.share) return one;
    left -= one.share;
  }
  throw new RangeError(`no kind stands at ${position}`);
}

function namespaceObject(name: string): EstateObject {
  const metadata = { name, labels: { ...NAMESPACE_LABELS } };
  return {
    id: `Namespace/-/${name}`,
    body: { apiVersion: 'v1', kind: 'Namespace', metadata },
    violates: new Map(),
    variants: [],
  };
}

interface Made {
  readonly of: KindOfDraft;
  readonly place: Place;
  readonly density: number;
}

function makeObject({ of, place, density }: Made, random: Random): EstateObject {
  const draft = healthyDraft(of, place, random);
  if (random.happens(density)) violate(draft, random);
  const id = `${draft.kind}/${draft.namespace ?? '-'}/${draft.name}`;
  return { id, body: bodyOf(draft), violates: draft.violates, variants: draft.variants };
}

const WAYS_MAX = 3;

function violate(draft: Draft, random: Random): void {
  if (draft.pod !== undefined) {
    const ways = podWays.filter(({ serving }) => serving !== true || kindsOf.servers.includes(draft.kind));
    const taken = new Set<string>();
    for (let count = 1 + random.below(WAYS_MAX); count > 0; count -= 1) {
      const way = random.pick(ways.filter(({ group }) => !taken.has(group)));
      taken.add(way.group);
      violatePod({ draft, pod: draft.pod, way }, random);
    }
    return;
  }
  const about = (['services', 'ingresses', 'roles', 'bindings'] as const).find((one) =>
    kindsOf[one].includes(draft.kind),
  );
  if (about === undefined) return;
  const way = random.pick(otherWays[about]);
  way.does(draft, random);
  const detail = draft.variants.includes('the last of several rules') ? `${way.name}, in a later rule` : way.name;
  for (const intent of way.violates) draft.violates.set(intent, detail);
}

function violatePod({ draft, pod, way }: { draft: Draft; pod: PodSpec; way: Way }, random: Random): void {
  const first = way.first === true ? (pod.initContainers ?? []) : [];
  const container = random.pick([...pod.containers, ...first]);
  way.container?.(container, pod);
  way.pod?.(pod, random);
  const isFirst = way.container !== undefined && first.includes(container);
  const detail = isFirst ? `${way.name}, in an init container` : way.name;
  for (const intent of way.violates) draft.violates.set(intent, detail);
}

function bodyOf(draft: Draft): EstateObject['body'] {
  const { apiVersion, kind, name, namespace } = draft;
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }), labels: { app: name } };
  const base = { apiVersion, kind, metadata };
  const { pod, parts } = draft;
  if (pod !== undefined) return { ...base, spec: workloadSpec(kind, name, plain(pod)) };
  if (kind === 'ConfigMap') return { ...base, data: { 'app.properties': 'level=info\nport=8080\n' } };
  const isBinding = kind.endsWith('Binding');
  const role = kind === 'RoleBinding' ? 'Role' : 'ClusterRole';
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: role, name: 'reader' };
  return { ...base, ...(isBinding ? { roleRef } : {}), ...plain(parts ?? {}) };
}

function workloadSpec(kind: string, name: string, pod: { [key: string]: Json }): { [key: string]: Json } {
  const labels = { app: name };
  const template = { metadata: { labels }, spec: pod };
  const selector = { matchLabels: labels };
  if (kind === 'Pod') return pod;
  if (kind === 'Job') return { backoffLimit: 3, template };
  if (kind === 'CronJob') return { schedule: '0 3 * * *', jobTemplate: { spec: { backoffLimit: 3, template } } };
  if (kind === 'DaemonSet') return { selector, template };
  return { replicas: 2, selector, template, ...(kind === 'StatefulSet' ? { serviceName: name } : {}) };
}

function plain(value: object): { [key: string]: Json } {
  return JSON.parse(JSON.stringify(value)) as { [key: string]: Json };
}
