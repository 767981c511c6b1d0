import { createHash } from 'node:crypto';
import type { ZoneName } from './segmentation/zone';

/** The longest name of a Kubernetes namespace (RFC 1123 label). */
export const LABEL_LENGTH_MAX = 63;

/** The prefix of every label and annotation of the product. */
export const labelPrefix = 'ndc.gov.vn';

/** Labels on every object that the product writes; the selectors of policies use them and nothing else. */
export const labels = {
  tenant: `${labelPrefix}/tenant`,
  system: `${labelPrefix}/system`,
  zone: `${labelPrefix}/zone`,
  level: `${labelPrefix}/level`,
  site: `${labelPrefix}/site`,
  /** Name of a platform service on its namespace. */
  service: `${labelPrefix}/service`,
  managedBy: 'app.kubernetes.io/managed-by',
  name: 'app.kubernetes.io/name',
} as const;

/** Annotations with texts for people; never selected. */
export const annotations = {
  officialName: `${labelPrefix}/official-name`,
  reason: `${labelPrefix}/reason`,
  control: `${labelPrefix}/control`,
  flows: `${labelPrefix}/flows`,
  retentionDays: `${labelPrefix}/retention-days`,
  /** Medium of the copies of a backup location. */
  medium: `${labelPrefix}/medium`,
  /** Days for which copies in a backup location can't be changed. */
  lockDays: `${labelPrefix}/lock-days`,
  /** Step of a deploy that an object of a GitOps engine stands for. */
  step: `${labelPrefix}/step`,
} as const;

/** Value of the managed-by label. */
export const MANAGED_BY = 'ndc';

/** Id of a province, ministry or commune as a tenant. */
export function divisionTenantId(kind: 'province' | 'commune', code: string): string {
  return `${kind === 'province' ? 'p' : 'c'}${code}`;
}

/** Id of the system that one tenant owns of a declaration that each tenant of a kind has. */
export function systemInstanceId(declaration: string, tenant: string): string {
  return `${declaration}-${tenant}`;
}

/** Name of the namespace of a system's zone. */
export function zoneNamespaceName(owner: string, shortName: string, zone: ZoneName): string {
  return `${owner}-${shortName}-${zone}`;
}

/** Name of the namespace of a commune in its province's system. */
export function communeNamespaceName(commune: string, shortName: string): string {
  return `${commune}-${shortName}`;
}

/** Id of a cluster. */
export function clusterId(site: string, role: 'management' | 'shared' | 'dedicated', part: string | number): string {
  if (role === 'management') return `${site}-management`;
  return role === 'shared' ? `${site}-shared-${part}` : `${site}-${part}`;
}

/** Number of shards over which the communes of one province are spread. */
export const COMMUNE_BLOCKS = 4;

/**
 * Id of a shard: one Terraform state. A commune's block follows from its official code alone, so a new
 * commune never moves another.
 */
export function shardId(cluster: string, tenant: string, communeCode?: string): string {
  if (communeCode === undefined) return `${cluster}-${tenant}`;
  return `${cluster}-${tenant}-communes-${Number(communeCode) % COMMUNE_BLOCKS}`;
}

/** Id of the shard that holds what a cluster has beside its tenants. */
export function foundationShardId(cluster: string): string {
  return `${cluster}-foundation`;
}

/** Namespace of a platform service. */
export function platformNamespaceName(service: string): string {
  return service === 'dns' ? 'kube-system' : `platform-${service}`;
}

/** Namespaces of Kubernetes itself, which no rule of ours stands in front of. */
export const kubernetesNamespaces: readonly string[] = ['kube-node-lease', 'kube-public', 'kube-system'];

/** The parameter of the rules at admission: the waivers that API servers honor, in every cluster. */
export const admissionWaivers = { name: 'admission-waivers', namespace: platformNamespaceName('identity') } as const;

/** Whether an object is that parameter: it must stand before the policies that can't judge without it. */
export function isAdmissionWaivers(object: {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}): boolean {
  const { name, namespace } = admissionWaivers;
  return object.kind === 'ConfigMap' && object.name === name && object.namespace === namespace;
}

/** Name of the storage class of a system (Decree 331/2026 Art. 30.8 c: a storage partition of its own). */
export function storageClassName(system: string): string {
  return `system-${system}`;
}

/** Name of the object store bucket that holds a kind of copy at a site. */
export function backupBucketName(environment: string, site: string, use: string): string {
  return `${environment}-${site}-${use}`;
}

/** Name of the ClusterIssuer that every cluster has. */
export const PLATFORM_ISSUER = 'platform';

/** Name of the bucket that holds copies of one medium and lock at a site. */
export function copyBucketName(environment: string, copy: { site: string; medium: string; lockDays: number }): string {
  return backupBucketName(environment, copy.site, `${copy.medium}-lock-${copy.lockDays}`);
}

/** Host name of the object store of a site. */
export function storeHost(site: string, domain: string): string {
  return `objects.${site}.${domain}`;
}

/** Characters of a digest that keep cut names apart. */
const NAME_DIGEST_LENGTH = 10;

/**
 * A text as a label of RFC 1123: itself when it is one, else its readable part and a digest of the whole, so that
 * different texts keep different names however long they are.
 */
export function labelName(text: string): string {
  if (text.length <= LABEL_LENGTH_MAX && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(text)) return text;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, NAME_DIGEST_LENGTH);
  const readable = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const start = readable.slice(0, LABEL_LENGTH_MAX - NAME_DIGEST_LENGTH - 1).replaceAll(/^-+|-+$/g, '');
  return start === '' ? digest : `${start}-${digest}`;
}

/** Name of a step of a deploy inside its cluster, where a GitOps engine does it. */
export function pulledPartName(step: { wave: string; engine: 'terraform' | 'kubernetes'; part: string }): string {
  return labelName(`${step.wave}-${step.engine === 'terraform' ? 'foundation' : 'kubernetes'}-${step.part}`);
}

/** Name of what a GitOps engine needs once for a cluster, or once for each of its waves. */
export function gitopsName(wave?: string): string {
  return wave === undefined ? 'gitops' : `gitops-${wave}`;
}

/** The label that every namespace carries, whether its object says so or not (well-known labels of Kubernetes). */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** Label that CloudNativePG puts on the instances of a database: the name of the database. */
export const DATABASE_LABEL = 'cnpg.io/cluster';
