import type { RiskClass } from '../../model/approvals/risk-class';
import { groupBy } from '../../model/group-by';
import type { Model } from '../../model/model';
import type { Namespace } from '../../model/tenancy/namespace';
import { namespaceOf } from '../../resources/reachability/peers/workload';
import { trafficText } from '../../resources/reachability/traffic/traffic-text';
import type { PlacedChange } from '../paths/placed-change';
import { OutsidePlaces } from '../paths/outside-place';
import { addedTenants } from './added-tenants';
import type { Changes, Risk } from './risk';

/** Every path that opens, by who may now reach whom; the class tells whether a border is crossed. */
export function pathRisks({ before, after, paths }: Changes): readonly Risk[] {
  const opened = paths.filter(isOpened);
  const ends = new PathEnds(after.view.model, before?.view.model);
  const told = opened.map((change) => ({ change, class: ends.classOf(change), ...ends.namesOf(change) }));
  const groups = groupBy(told, (one) => [one.class, one.from, one.to, trafficText(one.change)].join('\n'));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [riskOf(first, group.length, ends.tenantsOf(first.change))];
  });
}

/** Whether more may pass than before. */
export function isOpened({ before, after }: PlacedChange): boolean {
  return before === 'denied' || (before === 'depends' && after === 'allowed');
}

interface NamedChange {
  readonly change: PlacedChange;
  readonly class: RiskClass;
  readonly from: string;
  readonly to: string;
}

function riskOf({ change, from, to, ...rest }: NamedChange, count: number, tenants: readonly string[]): Risk {
  const traffic = trafficText(change);
  const [first] = change.ports;
  const packet = `${change.from} → ${change.to} ${first?.[0] ?? 0}/${change.protocol}`;
  return {
    class: rest.class,
    what: {
      vi: `${from} nay truy cập được ${to} qua ${traffic}`,
      en: `${from} can now reach ${to} on ${traffic}`,
    },
    witness: `${packet}: ${change.before}, now ${change.after}${change.cluster === '' ? '' : ` in ${change.cluster}`}`,
    count,
    tenants,
  };
}

/** Whose the ends of changed paths are. */
class PathEnds {
  private readonly places: OutsidePlaces;
  private readonly added: ReadonlySet<string>;

  public constructor(
    private readonly model: Model,
    private readonly old: Model | undefined,
  ) {
    this.places = new OutsidePlaces(model);
    this.added = addedTenants(old, model);
    for (const source of [old, model])
      for (const one of source?.namespaces ?? []) this.byPlace.set(`${one.cluster}/${one.name}`, one);
    for (const source of [old, model])
      for (const { id, officialName } of source?.systems ?? []) this.systems.set(id, officialName.en);
  }

  private readonly byPlace = new Map<string, Namespace>();
  private readonly systems = new Map<string, string>();

  /** The class of risk of a path that opens. */
  public classOf({ cluster, from, to }: PlacedChange): RiskClass {
    const ends = [from, to].map((end) => this.ownerOf(cluster, end));
    if (ends.some(({ kind }) => kind === 'internet')) return 'internet-path';
    const tenants = ends.map(({ tenant }) => tenant);
    if (ends.some(({ level }) => level === 5)) return 'level-5-changed';
    if (tenants.some((one) => one !== undefined && this.added.has(one))) return 'tenant-added';
    const [one, other] = ends;
    const isCrossing = one?.tenant !== undefined && other?.tenant !== undefined && one.tenant !== other.tenant;
    return isCrossing || ends.some(({ kind }) => kind === 'pods') ? 'tenant-path' : 'path-opened';
  }

  public namesOf({ cluster, from, to }: PlacedChange): { readonly from: string; readonly to: string } {
    return { from: this.nameOf(cluster, from), to: this.nameOf(cluster, to) };
  }

  public tenantsOf({ cluster, from, to }: PlacedChange): readonly string[] {
    const tenants = [from, to].flatMap((end) => this.ownerOf(cluster, end).tenant ?? []);
    return [...new Set(tenants)].toSorted();
  }

  private ownerOf(
    cluster: string,
    end: string,
  ): { readonly kind: string; readonly tenant?: string | undefined; readonly level?: number } {
    const name = namespaceOf(end);
    if (name === undefined) return { kind: this.places.of(end).kind };
    const namespace = this.byPlace.get(`${cluster}/${name}`);
    return namespace === undefined
      ? { kind: 'platform' }
      : { kind: 'tenant', tenant: namespace.tenant, level: namespace.level };
  }

  private nameOf(cluster: string, end: string): string {
    const name = namespaceOf(end);
    if (name === undefined) {
      const { kind, name: place } = this.places.of(end);
      return kind === 'internet' ? `Internet (${place})` : kind === 'pods' ? `pods of ${place}` : place;
    }
    const namespace = this.byPlace.get(`${cluster}/${name}`);
    return namespace === undefined
      ? `platform ${name}`
      : `${namespace.tenant} (${namespace.zone} of ${namespace.system})`;
  }
}
