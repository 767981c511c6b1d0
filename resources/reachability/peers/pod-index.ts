import { NAMESPACE_NAME_LABEL } from '../../../model/naming';
import { groupBy } from '../../../model/group-by';
import { selectsAll } from '../../label-selector';
import type { PodSelection } from '../policy/policy';
import { LabelIndex, takenOf, type Labels, type Taken } from './label-index';
import { members, noMember, withoutSet, type Matched } from './peer-set';
import { DEFAULT_NAMESPACE, type Workload } from './workload';

/** Finds the workloads that policies select, each by its number. */
export class PodIndex {
  private readonly namespaceNames: readonly string[];
  private readonly namespaces: LabelIndex;
  private readonly pods: LabelIndex;
  private readonly inNamespace: ReadonlyMap<string, readonly number[]>;
  /** The workloads with the addresses of their nodes, as peers that nobody can tell. */
  public readonly onNodes: Matched;
  private readonly known = new Map<string, Matched>();

  public constructor(
    private readonly workloads: readonly Workload[],
    namespaces: ReadonlyMap<string, Labels>,
    partlyKnown: ReadonlySet<string> = new Set(),
  ) {
    const names = new Set([...namespaces.keys(), ...workloads.map(({ namespace }) => namespace)]);
    this.namespaceNames = [...names].toSorted();
    this.namespaces = new LabelIndex(
      this.namespaceNames.map((name) => ({
        labels: new Map([...(namespaces.get(name) ?? []), [NAMESPACE_NAME_LABEL, name]]),
        isPartlyKnown: partlyKnown.has(name),
      })),
    );
    this.pods = new LabelIndex(workloads);
    this.inNamespace = groupBy(workloads.keys(), (index) => workloads[index]?.namespace ?? DEFAULT_NAMESPACE);
    const onNodes = workloads.flatMap(({ hostNetwork }, index) => (hostNetwork ? [index] : []));
    this.onNodes = { certain: noMember, possible: members(onNodes) };
  }

  /**
   * The workloads that a selection of a policy in a namespace takes. Those with the addresses of their nodes are never
   * taken for certain.
   */
  public select({ namespaces, pods, onNodes }: PodSelection, own: string | undefined): Matched {
    const place = namespaces === 'own' ? { own: own ?? DEFAULT_NAMESPACE } : namespaces;
    const key = `${JSON.stringify(place)} ${JSON.stringify(pods)} ${onNodes}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const matched = this.matched({ namespaces, pods }, own ?? DEFAULT_NAMESPACE);
    const found = onNodes === 'perhaps' ? matched : this.withoutNodes(matched);
    this.known.set(key, found);
    return found;
  }

  private matched({ namespaces, pods }: Pick<PodSelection, 'namespaces' | 'pods'>, own: string): Matched {
    if (namespaces !== 'own' && selectsAll(namespaces)) return this.split(this.pods.find(pods), selectsAll(pods));
    const places =
      namespaces === 'own' ? { certain: [own], possible: [] } : this.namesOf(this.namespaces.find(namespaces));
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
    const name = (index: number): string => this.namespaceNames[index] ?? '';
    return { certain: certain.map(name), possible: possible.map(name) };
  }

  private takenIn(namespace: string, pods: PodSelection['pods']): Taken {
    const inside = this.inNamespace.get(namespace) ?? [];
    if (selectsAll(pods)) return { certain: inside, possible: [] };
    return takenOf(pods, inside, this.workloads);
  }

  private split({ certain, possible }: Taken, isEvery: boolean): Matched {
    const isOfNode = (index: number): boolean => this.workloads[index]?.hostNetwork === true;
    const onNodes = certain.filter(isOfNode);
    const perhaps = members([...possible, ...onNodes]);
    if (isEvery) return { certain: { inverted: true, listed: new Set(onNodes) }, possible: perhaps };
    return { certain: members(certain.filter((index) => !isOfNode(index))), possible: perhaps };
  }
}
