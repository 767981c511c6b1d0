import { textAt, valueAt } from '../../../json-path';
import type { JsonValue, Resource } from '../../../resource';
import { DEFAULT_NAMESPACE } from '../../peers/workload';
import { areTexts, readList } from '../../policy/read-parts';
import type { Troubles } from '../../policy/troubles';
import type { GrantPart, ReferenceGrant } from './entry-objects';

/** Reads a ReferenceGrant of gateway.networking.k8s.io. */
export function readReferenceGrant(resource: Resource, troubles: Troubles): ReferenceGrant {
  const parts = (side: 'from' | 'to', read: (value: JsonValue, where: string) => GrantPart | undefined): GrantPart[] =>
    readList(valueAt(resource.body, 'spec', side), `spec.${side}`, troubles).flatMap(
      (one, index) => read(one, `spec.${side}[${index}]`) ?? [],
    );
  const part = (value: JsonValue, where: string, only: string | undefined): GrantPart | undefined => {
    const kind = textAt(value, 'kind');
    if (!areTexts(value, ['group', 'name'], { where, troubles })) return undefined;
    if (kind === undefined) return troubles.add(`${where}.kind`, valueAt(value, 'kind'), 'a kind of objects');
    return { group: textAt(value, 'group') ?? '', kind, only };
  };
  return {
    resource,
    namespace: resource.namespace ?? DEFAULT_NAMESPACE,
    name: resource.name,
    from: parts('from', (one, where) => {
      const namespace = textAt(one, 'namespace');
      if (namespace === undefined)
        return troubles.add(`${where}.namespace`, valueAt(one, 'namespace'), 'the name of a namespace');
      return part(one, where, namespace);
    }),
    to: parts('to', (one, where) => part(one, where, textAt(one, 'name'))),
  };
}
