import type { Resource } from '../../resource';
import type { PolicyTrouble } from './policy';

/** The longest text of an object that a trouble quotes. */
const QUOTED_MAX = 80;

/** Gathers what is wrong with one object. */
export class Troubles {
  private readonly found: PolicyTrouble[] = [];

  public constructor(private readonly resource: Resource) {}

  /** All that was found, in order. */
  public get list(): readonly PolicyTrouble[] {
    return this.found;
  }

  /** Notes what was got where something else is wanted. */
  public add(where: string, got: unknown, want: string): undefined {
    const text = got === undefined ? 'nothing' : JSON.stringify(got);
    this.found.push({ resource: this.resource, where, got: text.slice(0, QUOTED_MAX), want });
  }
}
