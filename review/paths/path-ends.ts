import type { Model } from '../../model/model';
import type { Text } from '../../model/text';
import type { Namespace } from '../../model/tenancy/namespace';
import { namespaceOf } from '../../resources/reachability/peers/workload';
import { alike, inBoth, zoneText } from '../words/review-words';
import { OutsidePlaces } from './outside-place';

/** An end of a path as a reviewer knows it. */
export interface PathEnd {
  /** `shared` is a block of the nation behind which anybody may be; `own` a name or a place of one owner. */
  readonly kind: 'tenant' | 'platform' | 'internet' | 'shared' | 'own';
  readonly name: Text;
  /** The same of all ends that one declaration makes, such as those of every province. */
  readonly alike: string;
  /** @default - nobody's alone */
  readonly tenant?: string | undefined;
  /** @default - of no system */
  readonly level?: number | undefined;
}

/** Tells of the ends of paths whose they are, by the models of both states; the later one's word counts. */
export class PathEnds {
  private readonly places: OutsidePlaces;
  private readonly namespaces = new Map<string, Namespace>();
  private readonly declarations = new Map<string, string>();
  private readonly offices = new Set<string>();

  public constructor(model: Model, old: Model | undefined) {
    this.places = new OutsidePlaces(model);
    for (const source of old === undefined ? [model] : [old, model]) {
      for (const one of source.namespaces) this.namespaces.set(`${one.cluster}/${one.name}`, one);
      for (const { id, declaration } of source.systems) this.declarations.set(id, declaration);
      for (const { id } of source.tenants) this.offices.add(id);
    }
  }

  /** The end of this name in a cluster: a workload, addresses or a host name. */
  public of(cluster: string, end: string): PathEnd {
    const name = namespaceOf(end);
    if (name === undefined) return this.outside(end);
    const namespace = this.namespaces.get(`${cluster}/${name}`);
    if (namespace === undefined) return platformEnd(name);
    const { tenant, zone, system, level } = namespace;
    const sameIn = `${zone} of ${this.declarations.get(system) ?? system}`;
    return { kind: 'tenant', name: placeText({ owner: tenant, zone, system }), alike: sameIn, tenant, level };
  }

  private outside(end: string): PathEnd {
    const { kind, name, place } = this.places.of(end);
    if (kind === 'internet') return { kind, name: alike(`Internet (${name.en})`), alike: `Internet (${name.en})` };
    if (kind === 'name') return { kind: 'own', name, alike: name.en };
    if (place !== undefined && this.offices.has(place)) return { kind: 'own', name, alike: 'offices', tenant: place };
    return { kind: 'shared', name, alike: name.en };
  }
}

function platformEnd(namespace: string): PathEnd {
  const name = { vi: `nền tảng ${namespace}`, en: `platform ${namespace}` };
  return { kind: 'platform', name, alike: name.en };
}

/** A zone of a system with its owner, as sentences name them: `p01 (server of reporting)`. */
export function placeText(place: { readonly owner: string; readonly zone: string; readonly system: string }): Text {
  const { owner, zone, system } = place;
  const of = { vi: 'của', en: 'of' };
  return inBoth((language) => `${owner} (${zoneText(zone)[language]} ${of[language]} ${system})`);
}
