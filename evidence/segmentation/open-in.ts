import type * as form from '../../model/segmentation/segmentation-certificate';
import { OpenPaths } from './open-paths';
import type { Ranges } from './ranges';
import { specOf, type ReadObject } from './read-objects';
import { directions, readCiliumPolicy, readNetworkPolicy, type Policy, type Surroundings } from './read-policy';
import { refuse } from './refuse';
import { Namespaces, type Labels } from './selector';

/** What is assumed of a cluster, its nodes by their addresses. */
export type Settings = Omit<form.CertifiedProfile, 'nodes'> & { readonly nodes: Ranges<bigint> };

/** What is open in a cluster by its objects; each namespace must be isolated in both directions, if not by the plugin then by policies. */
export function openIn(objects: readonly ReadObject[], { nodes, blocksTakeNodes, withoutPolicy }: Settings): OpenPaths {
  const named = (name: string, labels: Labels): readonly [string, Labels] => [
    name,
    new Map([...labels, ['kubernetes.io/metadata.name', name]]),
  ];
  const written = objects.filter(({ kind }) => kind === 'v1/Namespace').map(({ name, labels }) => named(name, labels));
  // Of a namespace that nobody wrote, the name is known when a policy stands in it.
  const implied = objects.flatMap(({ kind, namespace }) =>
    namespace === undefined || !kind.endsWith('Policy') ? [] : [named(namespace, new Map())],
  );
  const namespaces = new Namespaces(new Map([...implied, ...written]));
  const around: Surroundings = { namespaces, nodes, blocksTakeNodes };
  const policies = objects.flatMap((one): readonly Policy[] => {
    const at = `${one.id} spec`;
    if (!one.kind.endsWith('NetworkPolicy')) return [];
    if (!one.kind.startsWith('cilium.io/'))
      return [readNetworkPolicy(specOf(one), at, { ...around, own: one.namespace ?? '' })];
    const policy = readCiliumPolicy(specOf(one), at, { ...around, own: one.namespace });
    return policy === undefined ? [] : [policy];
  });
  const closed = new Set<string>();
  for (const { namespaces: governed, subject, isolates } of policies)
    if (subject.length === 0)
      for (const name of governed) for (const direction of isolates) closed.add(`${name} ${direction}`);
  for (const name of withoutPolicy === 'open' ? namespaces.labels.keys() : [])
    for (const direction of directions)
      if (!closed.has(`${name} ${direction}`)) refuse(name, `has pods that no policy isolates in ${direction}`);
  return new OpenPaths(policies, around);
}
