import { isObject, listAt, textAt, valueAt } from '../../../json-path';
import type { JsonValue, Resource } from '../../../resource';
import { DEFAULT_NAMESPACE } from '../../peers/workload';
import { areTexts, isPort, readList } from '../../policy/read-parts';
import type { Troubles } from '../../policy/troubles';
import { PORT_MAX } from '../../traffic/traffic';
import {
  GATEWAY_GROUP,
  routeKinds,
  type ParentRef,
  type Route,
  type RouteKind,
  type RouteRule,
  type Target,
} from './entry-objects';

/** Reads a route of gateway.networking.k8s.io; undefined for other kinds. */
export function readRoute(resource: Resource, troubles: Troubles): Route | undefined {
  const kind = routeKinds.find((one) => one === resource.kind);
  if (kind === undefined) return undefined;
  const spec = valueAt(resource.body, 'spec');
  const namespace = resource.namespace ?? DEFAULT_NAMESPACE;
  const place = { namespace, troubles, kind };
  const hostnames = readList(valueAt(spec, 'hostnames'), 'spec.hostnames', troubles);
  return {
    resource,
    kind,
    namespace,
    name: resource.name,
    parents: readList(valueAt(spec, 'parentRefs'), 'spec.parentRefs', troubles).flatMap(
      (one, index) => readParent(one, { ...place, where: `spec.parentRefs[${index}]` }) ?? [],
    ),
    hostnames: hostnames.flatMap((one, index) =>
      typeof one === 'string' ? [one] : (troubles.add(`spec.hostnames[${index}]`, one, 'a host') ?? []),
    ),
    rules: readList(valueAt(spec, 'rules'), 'spec.rules', troubles).flatMap(
      (one, index) => readRule(one, { ...place, where: `spec.rules[${index}]` }) ?? [],
    ),
  };
}

interface Place {
  readonly where: string;
  readonly namespace: string;
  readonly kind: RouteKind;
  readonly troubles: Troubles;
}

function readParent(value: JsonValue, { where, namespace, troubles }: Place): ParentRef | undefined {
  const name = textAt(value, 'name');
  if (name === undefined) return troubles.add(`${where}.name`, valueAt(value, 'name'), 'the name of a Gateway');
  if (!areTexts(value, ['group', 'kind', 'namespace', 'sectionName'], { where, troubles })) return undefined;
  const port = valueAt(value, 'port') ?? undefined;
  if (port !== undefined && !isPort(port))
    return troubles.add(`${where}.port`, port, `a port from 1 to ${PORT_MAX}, or none`);
  return {
    group: textAt(value, 'group') ?? GATEWAY_GROUP,
    kind: textAt(value, 'kind') ?? 'Gateway',
    namespace: textAt(value, 'namespace') ?? namespace,
    name,
    listener: textAt(value, 'sectionName'),
    port,
    where,
  };
}

/** Filters by which a Gateway answers itself. */
const ANSWERS: readonly unknown[] = ['RequestRedirect', 'ExtensionRef'];

function readRule(rule: JsonValue, place: Place): RouteRule | undefined {
  const { where, troubles } = place;
  if (!isObject(rule)) return troubles.add(where, rule, 'a rule');
  const refs = readList(valueAt(rule, 'backendRefs'), `${where}.backendRefs`, troubles);
  const targets = refs.flatMap((one, index) => {
    const at = `${where}.backendRefs[${index}]`;
    const isUsed = readWeight(one, at, troubles) > 0;
    return isUsed
      ? [...read(readTarget(one, { ...place, where: at })), ...ofFilters(one, { ...place, where: at })]
      : [];
  });
  return {
    paths: readPaths(rule, place),
    targets: [...targets, ...ofFilters(rule, place)],
    isAnswered:
      refs.length > 0 || listAt(rule, 'filters').some((one) => ANSWERS.includes(valueAt(one, 'type') ?? undefined)),
    where,
  };
}

/** Filters send copies of requests, or questions about them, to Services too. */
function ofFilters(value: JsonValue, place: Place): readonly Target[] {
  const at = `${place.where}.filters`;
  return readList(valueAt(value, 'filters'), at, place.troubles).flatMap((filter, index) =>
    Object.keys(isObject(filter) ? filter : {}).flatMap((key) => {
      const ref = valueAt(filter, key, 'backendRef') ?? undefined;
      if (ref === undefined) return [];
      return read(readTarget(ref, { ...place, where: `${at}[${index}].${key}.backendRef` }));
    }),
  );
}

function read(target: Target | undefined): readonly Target[] {
  return target === undefined ? [] : [target];
}

/** Of a backend with weight 0 nothing is asked (BackendRef.weight). */
function readWeight(value: JsonValue, where: string, troubles: Troubles): number {
  const weight = valueAt(value, 'weight') ?? 1;
  if (typeof weight === 'number' && Number.isInteger(weight) && weight >= 0) return weight;
  return troubles.add(`${where}.weight`, weight, 'a whole number from 0') ?? 1;
}

function readTarget(value: JsonValue, { where, namespace, troubles }: Place): Target | undefined {
  const [name, port] = [textAt(value, 'name'), valueAt(value, 'port')];
  if (name === undefined) return troubles.add(`${where}.name`, valueAt(value, 'name'), 'the name of a Service');
  if (!areTexts(value, ['group', 'kind', 'namespace'], { where, troubles })) return undefined;
  const [group, kind] = [textAt(value, 'group') ?? '', textAt(value, 'kind') ?? 'Service'];
  const own = textAt(value, 'namespace') ?? namespace;
  if (group !== '' || kind !== 'Service') return { kind: 'other', told: `${kind} ${own}/${name}`, where };
  if (!isPort(port)) return troubles.add(`${where}.port`, port, `a port of the Service, from 1 to ${PORT_MAX}`);
  return { kind: 'service', namespace: own, name, port, where };
}

/** Paths of requests over HTTP; calls over gRPC are those of a service and a method. */
function readPaths(rule: JsonValue, { kind, where, troubles }: Place): readonly string[] {
  if (kind !== 'HTTPRoute' && kind !== 'GRPCRoute') return [];
  const matches = readList(valueAt(rule, 'matches'), `${where}.matches`, troubles);
  const paths = matches.map((one) => {
    if (kind === 'HTTPRoute') return textAt(one, 'path', 'value') ?? '/';
    const [service, method] = [textAt(one, 'method', 'service'), textAt(one, 'method', 'method')];
    return service === undefined && method === undefined ? '/' : `/${service ?? '*'}/${method ?? '*'}`;
  });
  return paths.length === 0 ? ['/'] : [...new Set(paths)];
}
