import { createHash } from 'node:crypto';
import { canonicalJson } from '../../model/canonical-json';
import type { CertifiedObject, CertifiedProfile } from '../../model/segmentation/segmentation-certificate';
import { attempt, membersOf, refuse, textOf, textsOf } from './refuse';
import type { Labels } from './selector';

/** An object that decides who reaches whom. */
export interface ReadObject extends CertifiedObject {
  readonly kind: string;
  readonly name: string;
  /** Undefined for what belongs in none. */
  readonly namespace: string | undefined;
  readonly labels: Labels;
  readonly body: object;
}

/** Kinds that a certificate speaks of, with their versions, and whether they belong in a namespace. */
const KINDS: ReadonlyMap<string, boolean> = new Map([
  ['v1/Namespace', false],
  ['v1/ConfigMap', true],
  ['networking.k8s.io/v1/NetworkPolicy', true],
  ['cilium.io/v2/CiliumNetworkPolicy', true],
  ['cilium.io/v2/CiliumClusterwideNetworkPolicy', false],
]);

/** Kinds that may decide who reaches whom in ways that aren't checked here; pools of addresses don't. */
const OTHERS =
  /^(?:[^/]*\.)?(?:cilium\.io|projectcalico\.org|antrea\.io|policy\.networking\.k8s\.io)\/|NetworkPolicy|List$/;
const HARMLESS = 'CiliumLoadBalancerIPPool';

/** The objects of a cluster that a certificate speaks of, sorted by id; kinds that can't be judged are refused. */
export function readObjects(cluster: string, values: readonly unknown[]): readonly ReadObject[] {
  const read = values.flatMap((body, index): readonly ReadObject[] => {
    const place = `${cluster}[${index}]`;
    if (typeof body !== 'object' || body === null) return refuse(place, 'is no object');
    const { apiVersion, kind, metadata } = body as Readonly<Record<string, unknown>>;
    const type = `${textOf(apiVersion, place)}/${textOf(kind, place)}`;
    const isNamespaced = KINDS.get(type);
    if (isNamespaced === undefined && OTHERS.test(type) && kind !== HARMLESS)
      refuse(place, `is a ${type}, which cannot be checked`);
    if (isNamespaced === undefined) return [];
    const meta: Readonly<Record<string, unknown>> =
      typeof metadata === 'object' && metadata !== null ? { ...metadata } : {};
    const name = textOf(meta['name'], place);
    const namespace = isNamespaced ? textOf(meta['namespace'] ?? 'default', place) : undefined;
    if (type === 'v1/ConfigMap' && (namespace !== 'kube-system' || name !== 'cilium-config')) return [];
    const id = `${cluster}/${textOf(kind, place)}/${namespace ?? '-'}/${name}`;
    const text = attempt(id, 'has no canonical form', () => canonicalJson(body));
    const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    return [{ id, digest, kind: type, name, namespace, labels: textsOf(meta['labels'], id), body }];
  });
  const sorted = read.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const [index, { id }] of sorted.entries()) if (sorted[index + 1]?.id === id) refuse(id, 'is there twice');
  return sorted;
}

/** Settings of Cilium that decide what policies do, with the values that can be checked. */
const SETTINGS = {
  'enable-policy': ['default', 'always'],
  'policy-audit-mode': ['false'],
  'policy-cidr-match-mode': ['', 'nodes'],
  'enable-k8s-networkpolicy': ['true'],
};

/** What the settings of the plugin make of policies. */
export function readProfile(cluster: string, objects: readonly ReadObject[]): Omit<CertifiedProfile, 'nodes'> {
  const settings = objects.find(({ kind }) => kind === 'v1/ConfigMap');
  if (settings === undefined) return refuse(cluster, 'has no settings of Cilium');
  const { id, body } = settings;
  const data = textsOf(Reflect.get(body, 'data'), id);
  for (const [key, values] of Object.entries(SETTINGS)) {
    const value = data.get(key);
    if (value !== undefined && !values.includes(value))
      refuse(`${id} data.${key}`, 'is no setting that can be checked');
  }
  const withoutPolicy = data.get('enable-policy') === 'always' ? 'closed' : 'open';
  return { plugin: 'cilium', withoutPolicy, blocksTakeNodes: data.get('policy-cidr-match-mode') === 'nodes' };
}

/** The specification of a policy. */
export function specOf({ body, id }: ReadObject): unknown {
  return membersOf(body, id, ['apiVersion', 'kind', 'metadata', 'spec']).get('spec');
}
