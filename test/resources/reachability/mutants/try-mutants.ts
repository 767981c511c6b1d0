import type { Cluster } from '../../../../model/site/cluster';
import { textMapAt } from '../../../../resources/json-path';
import { isDatabase } from '../../../../resources/view/reachability/any-pods';
import type { PathDifference } from '../../../../resources/view/reachability/compare-paths';
import type { ClusterReachability } from '../../../../resources/view/reachability/cluster-reachability';
import { reprove, type ClusterEdit } from '../../../../resources/view/reachability/reprove';
import { readLabels } from '../../../../resources/reachability/peers/labels';
import { Troubles } from '../../../../resources/reachability/policy/troubles';
import { isPluginSettings } from '../../../../resources/reachability/profile/read-profile';
import { readCiliumPolicy } from '../../../../resources/reachability/policy/read-cilium-policy';
import { readNetworkPolicy } from '../../../../resources/reachability/policy/read-network-policy';
import type { JsonObject, Resource } from '../../../../resources/resource';
import type { PluginFacts } from '../oracle/plugin/plugin-facts';
import { findChange, type ChangedFlow, type KnownEnds } from './find-change';
import { JudgedCluster, labelsOf } from './judged-cluster';
import { labelsAt } from './json-edit';
import type { KnownValues, Mutant } from './mutant';
import { namespaceMutants } from './namespace-mutants';
import { policyMutants } from './policy-mutants';

/** What became of a mutant: the oracle says whether it changes a flow, the re-proof whether anything differs from what is declared. */
export interface TriedMutant {
  readonly mutant: Mutant;
  readonly fate: 'caught' | 'neutral' | 'missed' | 'false alarm';
  /** A flow that it changes. */
  readonly changed: ChangedFlow | undefined;
  /** The first difference that the re-proof finds. */
  readonly flagged: PathDifference | undefined;
  /** What an API server would refuse of it. */
  readonly refused: readonly string[];
  readonly milliseconds: number;
  /** How many workloads were solved again. */
  readonly touched: number;
}

/** One cluster whose policies and namespaces are changed one at a time. */
export class MutatedCluster {
  private readonly judged: JudgedCluster;
  private readonly ends: KnownEnds;
  private readonly known: KnownValues;
  /** The objects that are changed, sorted by their ids. */
  public readonly mutated: readonly Resource[];

  public constructor(
    private readonly solved: ClusterReachability,
    resources: readonly Resource[],
  ) {
    this.mutated = resources.filter(({ kind }) => kind === 'Namespace' || POLICY_KINDS.includes(kind));
    this.known = knownValues(this.mutated);
    this.judged = new JudgedCluster(
      this.mutated.map(({ body }) => body),
      solved.namespaces,
      factsOf(solved.cluster, resources),
    );
    this.ends = new EndsOf(solved, resources);
  }

  /** Every mutant of an object. */
  public mutantsOf(resource: Resource): readonly Mutant[] {
    const make = resource.kind === 'Namespace' ? namespaceMutants : policyMutants;
    return make(resource.body, this.known).map((change) => ({ ...change, resource }));
  }

  /** Tries one mutant. */
  public try(mutant: Mutant): TriedMutant {
    const { edit, refused } = editOf(this.solved, mutant);
    const start = performance.now();
    const { differences, touched } = reprove(this.solved, edit);
    const [flagged] = differences;
    const milliseconds = performance.now() - start;
    const changed = findChange(this.judged, mutant, this.ends);
    const fate =
      changed === undefined
        ? flagged === undefined
          ? 'neutral'
          : 'false alarm'
        : flagged === undefined
          ? 'missed'
          : 'caught';
    return { mutant, fate, changed, flagged, refused, milliseconds, touched };
  }
}

const POLICY_KINDS = ['NetworkPolicy', 'CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy'];

function factsOf({ nodes }: Cluster, resources: readonly Resource[]): PluginFacts {
  const settings = textMapAt(resources.find(isPluginSettings)?.body, 'data');
  return {
    nodes: [nodes.ipv4, nodes.ipv6],
    blocksTakeNodes: settings.get('policy-cidr-match-mode') === 'nodes',
    isClosed: settings.get('enable-policy') === 'always',
    identityLabels: (settings.get('labels') ?? '').split(' '),
  };
}

function knownValues(resources: readonly Resource[]): KnownValues {
  const values = new Map<string, Set<string>>();
  for (const { kind, body } of resources) {
    if (kind !== 'Namespace') continue;
    for (const [key, value] of Object.entries(labelsAt(labelsOf(body), []))) {
      const known = values.get(key) ?? new Set<string>();
      values.set(key, known.add(value));
    }
  }
  return new Map([...values].map(([key, all]) => [key, [...all].toSorted()]));
}

/** The declared paths and the pods that operators make, as the model and the databases say. */
class EndsOf implements KnownEnds {
  private readonly labels = new Map<string, JsonObject[]>();

  public constructor(
    private readonly solved: ClusterReachability,
    resources: readonly Resource[],
  ) {
    const made = resources
      .filter(isDatabase)
      .map(({ namespace = '', name }) => [namespace, { 'cnpg.io/cluster': name }] as const);
    for (const [namespace, labels] of [...made, ['kube-system', { 'k8s-app': 'kube-dns' }] as const])
      this.labels.set(namespace, [...(this.labels.get(namespace) ?? []), labels]);
  }

  public labelsIn(namespace: string): readonly JsonObject[] {
    return this.labels.get(namespace) ?? [];
  }

  public declaredWith(namespace: string): readonly string[] {
    const ends = this.solved.declaredAt(namespace).flatMap(({ from, to }) => [from, to]);
    return [...new Set(ends.flatMap((end) => (end.kind === 'pods' ? [end.namespace] : [])))];
  }
}

/** What an edit of a cluster makes of a mutant, and what a server would refuse of it. */
export function editOf(
  { input }: ClusterReachability,
  { resource, body }: Mutant,
): { readonly edit: ClusterEdit; readonly refused: readonly string[] } {
  if (resource.kind === 'Namespace') {
    const troubles = new Troubles(resource);
    const { labels } = readLabels(body?.['metadata'], 'metadata', troubles);
    return {
      edit: { kind: 'labels', namespace: resource.name, labels },
      refused: troubles.list.map(({ want }) => want),
    };
  }
  const out = input.policies.filter((one) => one.resource === resource);
  if (out.length === 0) throw new Error(`${resource.id} says nothing`);
  const read = resource.kind === 'NetworkPolicy' ? readNetworkPolicy : readCiliumPolicy;
  const { policies, troubles } = body === undefined ? { policies: [], troubles: [] } : read({ ...resource, body });
  return {
    edit: { kind: 'policies', out, in: policies },
    refused: troubles.map(({ where, got, want }) => `${where}: ${got}, not ${want}`),
  };
}
