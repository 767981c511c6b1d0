import type { JsonObject, Resource } from '../../../../resources/resource';
import { text, tryText } from '../oracle/matching';

/** An object as the inspectors read it from a manifest. */
export function resourceOf(body: JsonObject): Resource {
  const [kind, name] = [text(body, 'kind'), text(body, 'metadata', 'name')];
  const namespace = tryText(body, 'metadata', 'namespace');
  const address = `${kind}/${namespace ?? '-'}/${name}`;
  return {
    id: `cluster/${address}`,
    apiVersion: text(body, 'apiVersion'),
    kind,
    name,
    namespace,
    cluster: 'cluster',
    site: 'site',
    body,
    artifact: { file: 'cluster.yaml', engine: 'kubernetes', address },
    constructPath: '',
    source: '',
  };
}
