import { valueAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue, Resource } from '../../../resources/resource';
import type { FactEdit } from './edited-sandbox';
import { listOf, named, withSpec } from './bend-object';

const NEW = 'c00070-commune';

const added = {
  file: 'divisions',
  find: "['00004', '00008', '00025']",
  put: "['00004', '00008', '00025', '00070']",
} as const;

/** A commune by template, and communes that are nearly so: somebody bends one object behind the facts. */
export const tenantEdits: readonly FactEdit[] = [
  { name: 'a commune is added', ...added },
  { name: 'two communes are added', ...added, put: "['00004', '00008', '00025', '00070', '00082']" },
  {
    name: 'a commune is added, with a right for its province',
    ...added,
    bend: (one) =>
      is(one, 'RoleBinding', NEW, 'administrators')
        ? { ...one, body: { ...one.body, subjects: [...listOf(one.body['subjects']), group('p01:administrators')] } }
        : one,
  },
  {
    name: 'a commune is added, with more addresses than are its own',
    ...added,
    bend: (one) =>
      is(one, 'NetworkPolicy', 'p01-commune-dmz', 'flows-ingress')
        ? replaced(one, '10.128.70.0/24', '10.128.64.0/20')
        : one,
  },
  {
    name: 'a commune is added, with a policy of somebody’s own hand',
    ...added,
    bend: (one) => (is(one, 'NetworkPolicy', NEW, 'flows-ingress') ? [one, policyBeside(one)] : one),
  },
  {
    name: 'a commune is added, and a database of its province accepts it',
    ...added,
    bend: (one) =>
      is(one, 'NetworkPolicy', 'p01-procedures-database', 'flows-ingress')
        ? withSpec(one, {
            ingress: [...listOf(valueAt(one.body, 'spec', 'ingress')), { from: [{ namespaceSelector: named(NEW) }] }],
          })
        : one,
  },
  {
    name: 'a commune is added, and the policy that names it takes another port',
    ...added,
    bend: (one) =>
      is(one, 'NetworkPolicy', 'p01-commune-dmz', 'flows-ingress') ? replaced(one, '"port":443', '"port":444') : one,
  },
  {
    name: 'a commune is added, and no backup holds it',
    ...added,
    bend: (one) => (one.kind === 'Schedule' ? replaced(one, `,"${NEW}"`, '') : one),
  },
];

function is({ kind, namespace, name }: Resource, ...wanted: readonly [string, string, string]): boolean {
  return [kind, namespace, name].join() === wanted.join();
}

function group(name: string): JsonObject {
  return { kind: 'Group', name, apiGroup: 'rbac.authorization.k8s.io' };
}

function replaced(one: Resource, text: string, by: string): Resource {
  const written = JSON.stringify(one.body);
  return written.includes(text) ? { ...one, body: JSON.parse(written.replaceAll(text, by)) as JsonObject } : one;
}

function policyBeside(one: Resource): Resource {
  const metadata: JsonValue = { ...(one.body['metadata'] as JsonObject), name: 'by-hand' };
  const spec = { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [{ namespaceSelector: {} }] }] };
  return { ...one, id: one.id.replace(one.name, 'by-hand'), name: 'by-hand', body: { ...one.body, metadata, spec } };
}
