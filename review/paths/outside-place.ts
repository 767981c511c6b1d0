import { parseIp, type IpAddress } from '../../model/address/ip';
import { readBlocks, type Cidr } from '../../model/address/cidr';
import type { Model } from '../../model/model';
import type { Text } from '../../model/text';
import { notInternetBlocks } from '../../model/segmentation/internet';
import { placeBlocks, type PlaceBlock } from '../../resources/view/reachability/sites/place-blocks';
import { alike, inBoth } from '../words/review-words';

/** Where an end outside of a cluster is: in the Internet, in addresses of the nation, or under one of its names. */
export interface OutsidePlace {
  readonly kind: 'internet' | 'nation' | 'name';
  /** A cluster, a site, an office, a host name or addresses. */
  readonly name: Text;
  /** Id of the cluster, site or tenant whose addresses they are.
   * @default - not told by the address plan
   */
  readonly place?: string | undefined;
}

/** Tells of ends outside of clusters where they are, by the address plan of a model. */
export class OutsidePlaces {
  private readonly blocks: readonly PlaceBlock[];
  private readonly pods: readonly { readonly cluster: string; readonly block: Cidr }[];
  private readonly own: readonly Cidr[];

  public constructor(private readonly model: Model) {
    this.blocks = placeBlocks(model);
    this.pods = model.clusters.flatMap(({ id, pods }) =>
      readBlocks([pods.ipv4, pods.ipv6]).map((block) => ({ cluster: id, block })),
    );
    this.own = notInternetBlocks(model.nation);
  }

  /** The place of a host name, or of a run of addresses as a reachability writes it; a run that reaches into the Internet is there. */
  public of(end: string): OutsidePlace {
    const run = readRun(end);
    if (run === undefined) {
      const isOwn = end === this.model.nation.domain || end.endsWith(`.${this.model.nation.domain}`);
      return { kind: isOwn ? 'name' : 'internet', name: alike(end) };
    }
    const pods = this.pods.find(({ block }) => holds(block, run));
    if (pods !== undefined)
      return {
        kind: 'nation',
        name: { vi: `pod của ${pods.cluster}`, en: `pods of ${pods.cluster}` },
        place: pods.cluster,
      };
    const known = this.blocks.find(({ block }) => holds(block, run));
    if (known !== undefined) {
      const name = inBoth((language) => `${placeKindWords[known.kind][language]} ${known.place}`);
      return { kind: 'nation', name, place: known.place };
    }
    return { kind: this.own.some((block) => holds(block, run)) ? 'nation' : 'internet', name: alike(end) };
  }
}

/** What the kinds of places outside of a cluster are called. */
const placeKindWords: Readonly<Record<PlaceBlock['kind'], Text>> = {
  'national-data-center': { vi: 'trung tâm dữ liệu quốc gia', en: 'national-data-center' },
  leased: { vi: 'địa điểm thuê', en: 'leased' },
  'tslcd-regional': { vi: 'trung tâm vùng TSLCD', en: 'tslcd-regional' },
  'tslcd-backup': { vi: 'trung tâm dự phòng TSLCD', en: 'tslcd-backup' },
  'tslcd-metro': { vi: 'trung tâm đô thị TSLCD', en: 'tslcd-metro' },
  'tslcd-provincial': { vi: 'trung tâm tỉnh TSLCD', en: 'tslcd-provincial' },
  'access-end': { vi: 'đầu truy nhập của', en: 'access-end' },
  nodes: { vi: 'máy của cụm', en: 'nodes' },
  nation: { vi: 'địa chỉ quốc gia', en: 'nation' },
  internet: alike('Internet'),
};

interface Run {
  readonly first: IpAddress;
  readonly last: IpAddress;
}

function readRun(text: string): Run | undefined {
  const [start = '', end = start] = text.split('-');
  const [first, last] = [parseIp(start), parseIp(end)];
  return first.ok && last.ok ? { first: first.value, last: last.value } : undefined;
}

function holds(block: Cidr, { first, last }: Run): boolean {
  return block.contains(first) && block.contains(last);
}
