import { NAMESPACE_NAME_LABEL } from '../../../model/naming';
import { groupBy } from '../../../model/group-by';
import { selectsAll } from '../../label-selector';
import type { PodSelection } from '../policy/policy';
import { LabelIndex, takenOf, type Labels, type Taken } from './label-index';
import { members, noMember, withoutSet, type Matched } from './peer-set';
import { Memo } from './memo';
import { DEFAULT_NAMESPACE, type Workload } from './workload';

/** The namespaces of a cluster by their labels. */
export interface NamespaceLabels {
  /** Labels of the namespaces that are written, by their names. */
  readonly labels: ReadonlyMap<string, Labels>;
  /** Names of those that may have more labels.
   * @default - none
   */
  readonly partlyKnown?: ReadonlySet<string> | undefined;
}

/** Namespaces as selectors find them, with their names by number. */
interface IndexedNamespaces {
  readonly names: readonly string[];
  readonly index: LabelIndex;
}

/** The workloads of a cluster by their labels and places. */
interface IndexedPods {
  readonly workloads: readonly Workload[];
  readonly index: LabelIndex;
  readonly inNamespace: ReadonlyMap<string, readonly number[]>;
  readonly onNodes: Matched;
}

/** Finds the workloads that policies select, each by its number. */
export class PodIndex {
  private constructor(
    private readonly pods: IndexedPods,
    private readonly namespaces: IndexedNamespaces,
    private readonly known: Memo<Matched>,
  ) {}

  /** Indexes workloads, by their positions, and namespaces. */
  public static of(workloads: readonly Workload[], namespaces: NamespaceLabels): PodIndex {
    const onNodes = workloads.flatMap(({ hostNetwork }, index) => (hostNetwork ? [index] : []));
    const pods: IndexedPods = {
      workloads,
      index: LabelIndex.of(workloads),
      inNamespace: groupBy(workloads.keys(), (index) => workloads[index]?.namespace ?? DEFAULT_NAMESPACE),
      onNodes: { certain: noMember, possible: members(onNodes) },
    };
    return new PodIndex(pods, indexNamespaces(pods, namespaces), new Memo());
  }

  /** The same index, which remembers by itself what it is asked. */
  public aside(): PodIndex {
    const pods = { ...this.pods, index: this.pods.index.aside() };
    const namespaces = { ...this.namespaces, index: this.namespaces.index.aside() };
    return new PodIndex(pods, namespaces, new Memo(this.known));
  }

  /** The same workloads in namespaces with these labels. */
  public withNamespaces(namespaces: NamespaceLabels): PodIndex {
    const pods = { ...this.pods, index: this.pods.index.aside() };
    return new PodIndex(pods, indexNamespaces(pods, namespaces), new Memo());
  }

  /** The workloads with the addresses of their nodes, as peers that nobody can tell. */
  public get onNodes(): Matched {
    return this.pods.onNodes;
  }

  /**
   * The workloads that a selection of a policy in a namespace takes. Those with the addresses of their nodes are never
   * taken for certain.
   */
  public select({ namespaces, pods, onNodes }: PodSelection, own: string | undefined): Matched {
    const place = namespaces === 'own' ? { own: own ?? DEFAULT_NAMESPACE } : namespaces;
    const key = `${JSON.stringify(place)} ${JSON.stringify(pods)} ${onNodes}`;
    return this.known.get(key, () => {
      const matched = this.matched({ namespaces, pods }, own ?? DEFAULT_NAMESPACE);
      return onNodes === 'perhaps' ? matched : this.withoutNodes(matched);
    });
  }

  private matched({ namespaces, pods }: Pick<PodSelection, 'namespaces' | 'pods'>, own: string): Matched {
    if (namespaces !== 'own' && selectsAll(namespaces)) return this.split(this.pods.index.find(pods), selectsAll(pods));
    const places =
      namespaces === 'own' ? { certain: [own], possible: [] } : this.namesOf(this.namespaces.index.find(namespaces));
    const certain = places.certain.map((one) => this.takenIn(one, pods));
    const possible = places.possible.map((one) => this.takenIn(one, pods));
    return this.split(
      {
        certain: certain.flatMap((one) => one.certain),
        possible: [...certain, ...possible]
          .flatMap((one) => one.possible)
          .concat(possible.flatMap((one) => one.certain)),
      },
      false,
    );
  }

  private withoutNodes({ certain, possible }: Matched): Matched {
    return { certain, possible: withoutSet(possible, this.onNodes.possible) };
  }

  private namesOf({ certain, possible }: Taken): { certain: readonly string[]; possible: readonly string[] } {
    const name = (index: number): string => this.namespaces.names[index] ?? '';
    return { certain: certain.map(name), possible: possible.map(name) };
  }

  private takenIn(namespace: string, pods: PodSelection['pods']): Taken {
    const inside = this.pods.inNamespace.get(namespace) ?? [];
    if (selectsAll(pods)) return { certain: inside, possible: [] };
    return takenOf(pods, inside, this.pods.workloads);
  }

  private split({ certain, possible }: Taken, isEvery: boolean): Matched {
    const isOfNode = (index: number): boolean => this.pods.workloads[index]?.hostNetwork === true;
    const onNodes = certain.filter(isOfNode);
    const perhaps = members([...possible, ...onNodes]);
    if (isEvery) return { certain: { inverted: true, listed: new Set(onNodes) }, possible: perhaps };
    return { certain: members(certain.filter((index) => !isOfNode(index))), possible: perhaps };
  }
}

function indexNamespaces(pods: IndexedPods, { labels, partlyKnown }: NamespaceLabels): IndexedNamespaces {
  const names = [...new Set([...labels.keys(), ...pods.inNamespace.keys()])].toSorted();
  const index = LabelIndex.of(
    names.map((name) => ({
      labels: new Map([...(labels.get(name) ?? []), [NAMESPACE_NAME_LABEL, name]]),
      isPartlyKnown: partlyKnown?.has(name) === true,
    })),
  );
  return { names, index };
}
