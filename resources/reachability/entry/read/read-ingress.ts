import { isObject, objectAt, textAt, valueAt } from '../../../json-path';
import type { JsonValue, Resource } from '../../../resource';
import { DEFAULT_NAMESPACE } from '../../peers/workload';
import { isPort, readList } from '../../policy/read-parts';
import type { Troubles } from '../../policy/troubles';
import type { Ingress, IngressPath, Target } from './entry-objects';

/** Reads an Ingress of networking.k8s.io/v1. */
export function readIngress(resource: Resource, troubles: Troubles): Ingress {
  const spec = valueAt(resource.body, 'spec');
  const namespace = resource.namespace ?? DEFAULT_NAMESPACE;
  const place = { namespace, troubles };
  const written = valueAt(spec, 'defaultBackend') ?? undefined;
  const last = written === undefined ? undefined : readTarget(written, { ...place, where: 'spec.defaultBackend' });
  const rules = readList(valueAt(spec, 'rules'), 'spec.rules', troubles);
  if (written === undefined && rules.length === 0) troubles.add('spec', spec, 'rules or a defaultBackend');
  const paths = rules.flatMap((rule, index) => readRule(rule, last, { ...place, where: `spec.rules[${index}]` }));
  const rest: readonly IngressPath[] = last === undefined ? [] : [{ request: '*', target: last }];
  return { resource, namespace, name: resource.name, paths: [...paths, ...rest] };
}

interface Place {
  readonly where: string;
  readonly namespace: string;
  readonly troubles: Troubles;
}

/** A host without paths goes to the default backend whole. */
function readRule(rule: JsonValue, last: Target | undefined, place: Place): readonly IngressPath[] {
  const { where, troubles } = place;
  if (!isObject(rule)) return troubles.add(where, rule, 'a rule') ?? [];
  const written = valueAt(rule, 'host') ?? '';
  if (typeof written !== 'string') return troubles.add(`${where}.host`, written, 'a host') ?? [];
  const host = written === '' ? '*' : written;
  if (objectAt(rule, 'http') === undefined) {
    if (last === undefined) troubles.add(`${where}.http`, valueAt(rule, 'http'), 'paths, or a default backend');
    return last === undefined ? [] : [{ request: host, target: last }];
  }
  const paths = readList(valueAt(rule, 'http', 'paths'), `${where}.http.paths`, troubles);
  if (paths.length === 0) troubles.add(`${where}.http.paths`, valueAt(rule, 'http', 'paths'), 'at least one path');
  return paths.flatMap((one, index) => {
    const at = `${where}.http.paths[${index}]`;
    const path = valueAt(one, 'path') ?? '/';
    if (typeof path !== 'string') return troubles.add(`${at}.path`, path, 'a path') ?? [];
    const target = readTarget(valueAt(one, 'backend') ?? null, { ...place, where: `${at}.backend` });
    return target === undefined ? [] : [{ request: `${host}${path}`, target }];
  });
}

/** A Service of the same namespace with a port by number or by name, or an object of another kind. */
function readTarget(value: JsonValue, { where, namespace, troubles }: Place): Target | undefined {
  const other = objectAt(value, 'resource');
  if (other !== undefined)
    return { kind: 'other', told: `${textAt(other, 'kind') ?? '?'} ${textAt(other, 'name') ?? '?'}`, where };
  const name = textAt(value, 'service', 'name');
  if (name === undefined) return troubles.add(`${where}.service.name`, valueAt(value, 'service', 'name'), 'a Service');
  const written = valueAt(value, 'service', 'port');
  const [named, number] = [textAt(written, 'name') ?? '', valueAt(written, 'number')];
  const port = named === '' ? number : named;
  if (typeof port !== 'string' && !isPort(port))
    return troubles.add(`${where}.service.port`, written, 'a port by number or by name');
  return { kind: 'service', namespace, name, port, where };
}
