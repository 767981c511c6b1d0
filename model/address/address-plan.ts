import { failure, success, type FactPath, type Result } from '../problem';
import { checkAddressPlanInput, type AddressPlanInput } from './address-plan-input';
import { Cidr } from './cidr';
import type { IpAddress } from './ip';

/** Site slots are 0 to this; provincial centers use their province's official code, others take 97 and up. */
export const SITE_SLOT_MAX = 127;

/** Zone slots inside a site are 0 to this. */
export const ZONE_SLOT_MAX = 15;

/** Pod slots of data center sites are 0 to this; two sites never share one. */
export const POD_SLOT_MAX = 7;

/** Highest official code of a commune that the plan can number (five digits, 15 bits). */
export const COMMUNE_CODE_MAX = 32_767;

/** One allocation in both families. */
export interface DualStack {
  readonly ipv4: Cidr;
  readonly ipv6: Cidr;
}

/** What a cluster is for, which decides how much it gets. */
export type ClusterRole = 'management' | 'dedicated' | 'shared';

/** Names one cluster of a data center site. */
export interface ClusterSlot {
  readonly siteSlot: number;
  readonly podSlot: number;
  readonly role: ClusterRole;
  /** 0 for management, 1 to 15 for dedicated, 0 to 3 for shared clusters. */
  readonly index: number;
}

/** The addresses of a cluster that exist only inside it: its pods and its services. */
export interface ClusterAddresses {
  readonly pods: DualStack;
  readonly services: DualStack;
}

/** Number of the first commune's /48 in the IPv6 supernet: the upper half, apart from all sites. */
const COMMUNE_BLOCK6_START = 0x8000;

/** Numbers of the /56 blocks of a site's /48: zones from 0, then the pods and the services of its clusters. */
const POD_BLOCK6_START = 0x10;
const SERVICE_BLOCK6_START = 0x80;

/** A data center's pod /13 has 32 positions of a /18; a shared cluster takes four of them, from 16 on. */
const POSITIONS_PER_POD_SLOT = 32;

/** Allowed indexes, first position, positions each and IPv4 pod prefix of each role. */
const ROLE_LAYOUT = Object.freeze({
  management: { indexMin: 0, indexMax: 0, position: 0, positions: 1, podPrefix4: 18 },
  dedicated: { indexMin: 1, indexMax: 15, position: 0, positions: 1, podPrefix4: 18 },
  shared: { indexMin: 0, indexMax: 3, position: 16, positions: 4, podPrefix4: 16 },
} as const satisfies Record<ClusterRole, object>);

/**
 * The national address plan. Every allocation is a pure function of official codes and declared slots, never of
 * what else exists, so adding a site, zone, commune or cluster moves nobody.
 *
 * Slots are facts that the model has checked; one out of range is a programmer's mistake and throws a
 * RangeError. Allocations of different slots never overlap, except that zones and the IPv6 parts of clusters lie
 * inside their site. Pods and services in IPv4 depend on the pod slot alone, so it must be unique among sites.
 */
export class AddressPlan {
  private constructor(
    /** The supernets that all is cut from. */
    public readonly supernets: AddressPlanInput,
  ) {
    Object.freeze(this);
  }

  /** The plan on these supernets, or every problem of them; see {@link createAddressPlan}. */
  public static create(supernets: AddressPlanInput, at: FactPath): Result<AddressPlan> {
    const problems = checkAddressPlanInput(supernets, at);
    return problems.length > 0 ? failure(problems) : success(new AddressPlan(Object.freeze({ ...supernets })));
  }

  /** A site's blocks: a /16 of the lower half of the node supernet, and a /48. */
  public site(slot: number): DualStack {
    assertSlot('site slot', slot, { min: 0, max: SITE_SLOT_MAX });
    const { nodes4, unicast6 } = this.supernets;
    return dualStack(nodes4.subnet(0, 9).subnet(slot, 16), unicast6.subnet(slot, 48));
  }

  /** A zone's blocks inside its site: a /20 and a /56. */
  public zone(siteSlot: number, zoneSlot: number): DualStack {
    const site = this.site(siteSlot);
    assertSlot('zone slot', zoneSlot, { min: 0, max: ZONE_SLOT_MAX });
    return dualStack(site.ipv4.subnet(zoneSlot, 20), site.ipv6.subnet(zoneSlot, 56));
  }

  /** The blocks of a commune's access end (TSLCD level II): a /24 of the upper half of the node supernet, and a /48. */
  public commune(code: number): DualStack {
    assertSlot('commune code', code, { min: 0, max: COMMUNE_CODE_MAX });
    const { nodes4, unicast6 } = this.supernets;
    return dualStack(nodes4.subnet(1, 9).subnet(code, 24), unicast6.subnet(COMMUNE_BLOCK6_START + code, 48));
  }

  /** Reads an address back to the commune code it is derived from; undefined when it is no commune's address. */
  public communeCodeOf(address: IpAddress): number | undefined {
    const { nodes4, unicast6 } = this.supernets;
    const [half, hostBits] =
      address.family === 4 ? ([nodes4.subnet(1, 9), 8n] as const) : ([unicast6.subnet(1, 33), 80n] as const);
    return half.contains(address) ? Number((address.value - half.first.value) >> hostBits) : undefined;
  }

  /**
   * A cluster's pods and services. Pods: a /18 (shared: /16) of the data center's /13, and a /56 of the site's
   * /48, that is 256 node blocks of a /64. Services: a /20, and a /112 (Kubernetes allows at most 20 host bits).
   */
  public cluster(slot: ClusterSlot): ClusterAddresses {
    const site = this.site(slot.siteSlot);
    assertSlot('pod slot', slot.podSlot, { min: 0, max: POD_SLOT_MAX });
    const layout = ROLE_LAYOUT[slot.role];
    assertSlot(`${slot.role} cluster index`, slot.index, {
      min: layout.indexMin,
      max: layout.indexMax,
    });
    const position = layout.position + layout.positions * slot.index;
    const pods4 = this.supernets.pods4.subnet(slot.podSlot, 13).subnet(position, 18);
    const services4 = this.supernets.services4.subnet(slot.podSlot * POSITIONS_PER_POD_SLOT + position, 20);
    return Object.freeze({
      pods: dualStack(Cidr.of(pods4.first, layout.podPrefix4), site.ipv6.subnet(POD_BLOCK6_START + position, 56)),
      services: dualStack(services4, site.ipv6.subnet(SERVICE_BLOCK6_START + position, 56).subnet(0, 112)),
    });
  }
}

/**
 * Makes the address plan, or returns every problem of its supernets (wrong family or size, blocks that hosts can't
 * use, overlaps). `at` is the place of the input in the facts.
 */
export function createAddressPlan(input: AddressPlanInput, at: FactPath = ['addressPlan']): Result<AddressPlan> {
  return AddressPlan.create(input, at);
}

function dualStack(ipv4: Cidr, ipv6: Cidr): DualStack {
  return Object.freeze({ ipv4, ipv6 });
}

function assertSlot(name: string, value: number, range: { readonly min: number; readonly max: number }): void {
  if (!Number.isInteger(value) || value < range.min || value > range.max)
    throw new RangeError(`${value} is not a ${name} (${range.min} to ${range.max})`);
}
