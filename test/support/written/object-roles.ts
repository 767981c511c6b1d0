import { groupBy } from '../../../model/group-by';
import type { Model } from '../../../model/model';
import type { Resource } from '../../../resources/resource';

/** Objects of one kind that do the same job, wherever they stand. */
export interface ObjectRole {
  /** Kind, role of the cluster, namespace and name in words that hold everywhere. */
  readonly title: string;
  readonly members: readonly Resource[];
}

/** Kinds whose objects in the namespaces of systems are named after what the system has. */
const NAMED_BY_CONTENT: ReadonlySet<string> = new Set([
  'CiliumNetworkPolicy',
  'Cluster',
  'ObjectBucketClaim',
  'ScheduledBackup',
]);

/** Every object of an assembly by what it is for. */
export function objectRoles(model: Model, resources: readonly Resource[]): readonly ObjectRole[] {
  const words = wordsOf(model);
  const roles = new Map(model.clusters.map(({ id, role }) => [id, role]));
  const tenants = new Set(model.namespaces.map(({ cluster, name }) => `${cluster}/${name}`));
  const titleOf = ({ kind, cluster, namespace, name }: Resource): string => {
    const isOfTenant = (place = ''): boolean => tenants.has(`${cluster ?? ''}/${place}`);
    const role = cluster === undefined ? 'leased' : (roles.get(cluster) ?? cluster);
    const place = isOfTenant(namespace) ? 'tenant' : neutral(words, namespace ?? '-');
    const isTold = kind === 'Namespace' ? isOfTenant(name) : place === 'tenant' && NAMED_BY_CONTENT.has(kind);
    // A name of CloudFormation ends with a digest that says nothing.
    return [kind, role, place, isTold ? '*' : cluster === undefined ? '' : neutral(words, name)].join(' | ');
  };
  return [...groupBy(resources, titleOf)]
    .map(([title, members]) => ({ title, members }))
    .toSorted((a, b) => (a.title < b.title ? -1 : 1));
}

type Words = readonly (readonly [string, string])[];

function wordsOf({ clusters, systems, tenants, sites }: Model): Words {
  const words: Words = [
    ...clusters.map(({ id }) => [id, '<cluster>'] as const),
    ...systems.map(({ id }) => [id, '<system>'] as const),
    ...tenants.map(({ id }) => [id, '<tenant>'] as const),
    ...sites.map(({ id }) => [id, '<site>'] as const),
  ];
  return words.toSorted(([a], [b]) => b.length - a.length);
}

function neutral(words: Words, text: string): string {
  const told = words.reduce((left, [own, word]) => left.replaceAll(own, word), text);
  return told.replaceAll(/hall-\w+-r\d/g, '<rack>').replaceAll(/\d{3}/g, '<n>');
}
