import type { JsonObject } from '../../../../resources/resource';
import { listAt, objectAt, textAt, type Path } from './json-edit';

/** Whether a policy speaks Cilium's words. */
export function isCilium(body: JsonObject): boolean {
  return textAt(body, ['kind']).startsWith('Cilium');
}

/** Where the rules of a policy stand. */
export function rulePaths(body: JsonObject): readonly Path[] {
  return ['ingress', 'ingressDeny', 'egress', 'egressDeny'].flatMap((key) =>
    listAt(body, ['spec', key]).map((_, index) => ['spec', key, index]),
  );
}

/** Where the lists of peers of a rule stand. */
export function peerLists(body: JsonObject, rule: Path): readonly Path[] {
  const pattern = isCilium(body) ? /^(?:from|to)(?:Endpoints|Entities|CIDR|CIDRSet|FQDNs)$/ : /^(?:from|to)$/;
  return Object.keys(objectAt(body, rule))
    .filter((key) => pattern.test(key))
    .map((key) => [...rule, key]);
}

/** Where the lists of ports of a rule stand, and what goes with all of them. */
export function portLists(body: JsonObject, rule: Path): { readonly whole: Path; readonly lists: readonly Path[] } {
  if (!isCilium(body)) return { whole: [...rule, 'ports'], lists: [[...rule, 'ports']] };
  const whole = [...rule, 'toPorts'];
  return { whole, lists: listAt(body, whole).map((_, index) => [...whole, index, 'ports']) };
}

/** Where the selectors of a policy stand: that of its subject first. */
export function selectorPaths(body: JsonObject): readonly Path[] {
  const subject = ['spec', isCilium(body) ? 'endpointSelector' : 'podSelector'];
  const peers = rulePaths(body).flatMap((rule) =>
    peerLists(body, rule).flatMap((list) =>
      listAt(body, list).flatMap((_, index): readonly Path[] => {
        const path = [...list, index];
        if (String(list.at(-1)).endsWith('Endpoints')) return [path];
        if (isCilium(body)) return [];
        const keys = Object.keys(objectAt(body, path)).filter((key) => key.endsWith('Selector'));
        return keys.map((key) => [...path, key]);
      }),
    ),
  );
  return [subject, ...peers];
}

/** Where the blocks of a policy stand: that of the block, and the list of what it excepts. */
export function blockPaths(body: JsonObject): readonly { readonly cidr: Path; readonly except: Path }[] {
  return rulePaths(body).flatMap((rule) =>
    peerLists(body, rule).flatMap((list) =>
      listAt(body, list).flatMap((_, index) => {
        const path = [...list, index];
        if (String(list.at(-1)).endsWith('CIDR')) return [{ cidr: path, except: [...path, 'except'] }];
        const block = isCilium(body) ? path : [...path, 'ipBlock'];
        return typeof objectAt(body, block)['cidr'] === 'string'
          ? [{ cidr: [...block, 'cidr'], except: [...block, 'except'] }]
          : [];
      }),
    ),
  );
}
