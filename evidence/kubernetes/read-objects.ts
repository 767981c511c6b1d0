import { createHash } from 'node:crypto';
import { canonicalJson } from '../../model/canonical-json';
import type { CertifiedObject, CertifiedProfile } from '../../model/segmentation/segmentation-certificate';
import { attempt, refuse } from './refuse';
import { shaped } from './shape';

/** An object that decides who reaches whom. */
export interface ReadObject extends CertifiedObject {
  /** `<apiVersion>/<kind>` */
  readonly type: string;
  readonly name: string;
  /** Undefined for what belongs in none. */
  readonly namespace: string | undefined;
  readonly labels: ReadonlyMap<string, string>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Types that a certificate speaks of, and whether they belong in a namespace. */
const TYPES: ReadonlyMap<string, boolean> = new Map([
  ['v1/Namespace', false],
  ['v1/ConfigMap', true],
  ['networking.k8s.io/v1/NetworkPolicy', true],
  ['cilium.io/v2/CiliumNetworkPolicy', true],
  ['cilium.io/v2/CiliumClusterwideNetworkPolicy', false],
]);

/** Types that may decide who reaches whom in ways that aren't checked here; pools of addresses don't. */
const OTHERS =
  /^(?:[^/]*\.)?(?:cilium\.io|projectcalico\.org|antrea\.io|policy\.networking\.k8s\.io)\/(?!.*\/CiliumLoadBalancerIPPool$)|NetworkPolicy|List$/;

type Members = Readonly<Record<string, unknown>>;

/** The objects of a cluster that a certificate speaks of, sorted by id; types that can't be judged are refused. */
export function readObjects(cluster: string, values: readonly unknown[]): readonly ReadObject[] {
  const read = values.flatMap((value, index): readonly ReadObject[] => {
    const at = `${cluster}[${index}]`;
    const { apiVersion, kind } = (value ?? {}) as Members;
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') return refuse(at, 'is no object of Kubernetes');
    const type = `${apiVersion}/${kind}`;
    const isNamespaced = TYPES.get(type);
    if (isNamespaced === undefined) return OTHERS.test(type) ? refuse(at, `is a ${type}, which cannot be checked`) : [];
    const text = attempt(at, () => canonicalJson(value));
    // A member that is null is missing.
    const body = JSON.parse(text, (_, member: unknown) => member ?? undefined) as Members;
    const { name, namespace = 'default', labels = {} } = (body['metadata'] ?? {}) as Members;
    if (typeof name !== 'string' || typeof namespace !== 'string') return refuse(at, 'has no name');
    if (kind === 'ConfigMap' && `${namespace}/${name}` !== 'kube-system/cilium-config') return [];
    const id = `${cluster}/${kind}/${isNamespaced ? namespace : '-'}/${name}`;
    const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    const own = new Map(Object.entries(shaped({ '*': 'string' }, labels, `${id} metadata.labels`)));
    return [{ id, digest, type, name, namespace: isNamespaced ? namespace : undefined, labels: own, body }];
  });
  const sorted = read.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const [index, { id }] of sorted.entries()) if (sorted[index + 1]?.id === id) refuse(id, 'is there twice');
  return sorted;
}

/** Settings of Cilium that decide what policies do, with the values that can be checked; the first is its own. */
const SETTINGS = {
  'enable-policy': ['default', 'always'],
  'policy-audit-mode': ['false'],
  'policy-cidr-match-mode': ['', 'nodes'],
  'enable-k8s-networkpolicy': ['true'],
};

/** What the settings of the plugin make of policies. */
export function readProfile(cluster: string, objects: readonly ReadObject[]): Omit<CertifiedProfile, 'nodes'> {
  const { id, body } =
    objects.find(({ type }) => type === 'v1/ConfigMap') ?? refuse(cluster, 'has no settings of Cilium');
  const data = shaped({ '*': 'string' }, body['data'] ?? {}, `${id} data`);
  for (const [key, values] of Object.entries(SETTINGS))
    if (!values.includes(data[key] ?? values[0] ?? ''))
      refuse(`${id} data.${key}`, 'is no setting that can be checked');
  const withoutPolicy = data['enable-policy'] === 'always' ? 'closed' : 'open';
  return { plugin: 'cilium', withoutPolicy, blocksTakeNodes: data['policy-cidr-match-mode'] === 'nodes' };
}
