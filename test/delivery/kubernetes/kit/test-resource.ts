import type { JsonObject, Resource } from '../../../../resources/resource';
import { textAt } from '../../../../resources/json-path';

/** An object of an assembly, as a reader of assemblies gives it. */
export function resourceOf(body: JsonObject): Resource {
  const [apiVersion = '', kind = ''] = [textAt(body, 'apiVersion'), textAt(body, 'kind')];
  const [name = '', namespace] = [textAt(body, 'metadata', 'name'), textAt(body, 'metadata', 'namespace')];
  return {
    id: `one/${kind}/${namespace ?? '-'}/${name}`,
    apiVersion,
    kind,
    name,
    namespace,
    cluster: 'one',
    site: 'one',
    body,
    artifact: { file: 'one.yaml', engine: 'kubernetes', address: `${kind}/${namespace ?? '-'}/${name}` },
    constructPath: '',
    source: '',
  };
}

/** A namespace. */
export function namespaceOf(name: string, labels: JsonObject = {}): Resource {
  return resourceOf({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
}

/** A config map of a namespace. */
export function configMapOf(namespace: string, name: string, data: JsonObject = {}): Resource {
  return resourceOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data });
}
