import type { Cidr } from '../../../model/address/cidr';
import { IpAddress, type IpAddress as Address } from '../../../model/address/ip';
import { AddressAtoms } from './address-atoms';

/**
 * All that is outside of a cluster, numbered: first the runs of addresses that no policy tells apart, then the host names
 * that policies name, each for the addresses that it leads to.
 */
export class Outside {
  public readonly addresses: AddressAtoms;
  /** Host names and their patterns, sorted. */
  public readonly names: readonly string[];

  public constructor(blocks: readonly Cidr[], names: readonly string[]) {
    this.addresses = new AddressAtoms(blocks);
    this.names = [...new Set(names)].toSorted();
  }

  /** How many runs and names there are. */
  public get count(): number {
    return this.addresses.atoms.length + this.names.length;
  }

  /** How many runs there are. */
  public get runs(): number {
    return this.addresses.atoms.length;
  }

  /** The number of the run that holds an address. */
  public numberOf(address: Address): number {
    return this.addresses.numberOf(address);
  }

  /** The number of a name, which must be one of those given at the start. */
  public numberOfName(name: string): number {
    return this.addresses.atoms.length + this.names.indexOf(name);
  }

  /** Whether a number is that of a run of addresses. */
  public isRun(member: number): boolean {
    return member < this.addresses.atoms.length;
  }

  /** Whether two numbers are those of neighbors that may be told of as one: runs of one family. */
  public areNeighbors(before: number, member: number): boolean {
    const [left, right] = [this.addresses.atoms[before], this.addresses.atoms[member]];
    return left !== undefined && right !== undefined && before + 1 === member && left.family === right.family;
  }

  /** What is called so: the first and the last address of neighbors, or a name. */
  public textOf(first: number, last: number): string {
    const [from, to] = [this.addresses.atoms[first], this.addresses.atoms[last]];
    if (from === undefined || to === undefined) return this.nameOf(first);
    const text = (value: bigint): string => IpAddress.of(from.family, value).toString();
    return `${text(from.first)}-${text(to.last)}`;
  }

  private nameOf(member: number): string {
    const name = this.names[member - this.addresses.atoms.length];
    if (name === undefined) throw new RangeError(`nothing outside has the number ${member}`);
    return name;
  }
}
