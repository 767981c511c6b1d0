import type { JsonObject, Resource } from '../../../../resources/resource';

/** An object as the inspectors read it from a manifest. */
export function resourceOf(body: JsonObject): Resource {
  const metadata = body['metadata'] as JsonObject;
  const [kind, name, namespace] = [String(body['kind']), String(metadata['name']), metadata['namespace']];
  const address = `${kind}/${typeof namespace === 'string' ? namespace : '-'}/${name}`;
  return {
    id: `cluster/${address}`,
    apiVersion: String(body['apiVersion']),
    kind,
    name,
    namespace: typeof namespace === 'string' ? namespace : undefined,
    cluster: 'cluster',
    site: 'site',
    body,
    artifact: { file: 'cluster.yaml', engine: 'kubernetes', address },
    constructPath: '',
    source: '',
  };
}
