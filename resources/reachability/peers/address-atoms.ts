import type { Cidr } from '../../../model/address/cidr';
import { ADDRESS_BITS, type IpAddress, type IpFamily } from '../../../model/address/ip';

/** Addresses that no policy tells apart: first and last of a run. */
export interface AddressAtom {
  readonly family: IpFamily;
  readonly first: bigint;
  readonly last: bigint;
}

const FAMILIES: readonly IpFamily[] = [4, 6];

/** All addresses, cut where a block that a policy names begins or ends; IPv4 before IPv6, each in order. */
export class AddressAtoms {
  /** The runs, by their number. */
  public readonly atoms: readonly AddressAtom[];

  public constructor(blocks: readonly Cidr[]) {
    this.atoms = FAMILIES.flatMap((family) => cut(family, blocks));
  }

  /** The numbers of the runs that a block meets: exactly its own addresses where it is one of those given at the start. */
  public within(block: Cidr): readonly number[] {
    const start = this.indexOf(block.family, block.first.value);
    const found: number[] = [];
    for (let index = start; index < this.atoms.length; index++) {
      const atom = this.atoms[index];
      if (atom === undefined || atom.family !== block.family || atom.first > block.last.value) break;
      found.push(index);
    }
    return found;
  }

  /** The numbers of all runs of these families. */
  public ofFamilies(families: readonly IpFamily[]): readonly number[] {
    return this.atoms.flatMap(({ family }, index) => (families.includes(family) ? [index] : []));
  }

  /** The number of the run that holds an address. */
  public numberOf({ family, value }: IpAddress): number {
    return this.indexOf(family, value);
  }

  /** The last run that doesn't begin after the value. */
  private indexOf(family: IpFamily, value: bigint): number {
    let [low, high] = [0, this.atoms.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const atom = this.atoms[middle];
      const isAfter = atom === undefined || atom.family > family || (atom.family === family && atom.first > value);
      if (isAfter) high = middle - 1;
      else low = middle;
    }
    return low;
  }
}

function cut(family: IpFamily, blocks: readonly Cidr[]): readonly AddressAtom[] {
  const end = 2n ** BigInt(ADDRESS_BITS[family]);
  const starts = new Set([0n]);
  for (const block of blocks) {
    if (block.family === family) starts.add(block.first.value).add(block.last.value + 1n);
  }
  const sorted = [...starts].filter((one) => one < end).toSorted((a, b) => (a < b ? -1 : 1));
  return sorted.map((first, index) => ({ family, first, last: (sorted[index + 1] ?? end) - 1n }));
}
