import type { CertifiedProfile } from '../../model/segmentation/segmentation-certificate';
import type { Numbers } from './numbers';
import { readCiliumPolicy } from './read-cilium-policy';
import { readNetworkPolicy } from './read-network-policy';
import type { ReadObject } from './read-objects';
import { refuse } from './refuse';
import { directions, type Policy, type Rule } from './rule';
import { namespaceFinder, type Labels } from './selector';

/** What is assumed of a cluster, its nodes by their addresses. */
export type Settings = Omit<CertifiedProfile, 'nodes'> & { readonly nodes: Numbers };

/** The rules of all policies of a cluster, and the names of its namespaces. */
export interface ClusterRules {
  readonly rules: readonly Rule[];
  readonly namespaces: readonly string[];
}

/** Reads the policies of a cluster; each namespace must be isolated in both directions, if not by the plugin then by policies. */
export function readRules(objects: readonly ReadObject[], { withoutPolicy, ...settings }: Settings): ClusterRules {
  const named = (name: string, labels: Labels) =>
    [name, new Map([...labels, ['kubernetes.io/metadata.name', name]])] as const;
  // Of a namespace that nobody wrote, the name is known when a policy stands in it.
  const implied = objects.flatMap(({ type, namespace }) =>
    namespace === undefined || !type.endsWith('Policy') ? [] : [named(namespace, new Map())],
  );
  const written = objects.filter(({ type }) => type === 'v1/Namespace').map(({ name, labels }) => named(name, labels));
  const namespaces = new Map([...implied, ...written]);
  const find = namespaceFinder(namespaces);
  const policies = objects.flatMap(({ type, id, namespace: own, body }): readonly Policy[] => {
    if (!type.endsWith('Policy')) return [];
    const { apiVersion, kind, metadata, spec, ...others } = body;
    for (const name of Object.keys(others)) refuse(`${id} ${name}`, 'is nothing that can be checked');
    const around = { ...settings, find, own, at: `${id} spec` };
    return [type.startsWith('cilium.io/') ? readCiliumPolicy(spec, around) : readNetworkPolicy(spec, around)];
  });
  const closed = new Set<string>();
  for (const { subject, isolates } of policies)
    if (subject.wants.length === 0)
      for (const name of subject.namespaces) for (const one of isolates) closed.add(`${name} ${one}`);
  for (const name of withoutPolicy === 'open' ? namespaces.keys() : [])
    for (const one of directions)
      if (!closed.has(`${name} ${one}`)) refuse(name, `has pods that no policy isolates in ${one}`);
  return { rules: policies.flatMap(({ rules }) => rules), namespaces: [...namespaces.keys()] };
}
