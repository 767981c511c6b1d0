import type { Resource } from '../../resource';
import type { PolicyTrouble } from './policy';

/** The longest text of an object that a trouble quotes. */
const QUOTED_MAX = 80;

/** What follows for a whole policy, workload or namespace from what an API server refuses in it. */
export const NOT_IN_FORCE = '; a server refuses the object, so it is not in force there';

/** Gathers what is wrong with one object. */
export class Troubles {
  private readonly found: PolicyTrouble[] = [];
  private refusals = 0;

  /** What is refused is told with what follows from it. */
  public constructor(
    private readonly resource: Resource,
    private readonly consequence = '',
  ) {}

  /** All that was found, in order. */
  public get list(): readonly PolicyTrouble[] {
    return this.found;
  }

  /** How many of them an API server refuses the object for. */
  public get refused(): number {
    return this.refusals;
  }

  /** Notes what was got where an API server wants something else, for which it refuses the object. */
  public add(where: string, got: unknown, want: string): undefined {
    this.refusals += 1;
    this.tell(where, got, `${want}${this.consequence}`);
  }

  /** Notes what an API server takes, but nobody should have written, or nobody can tell the meaning of. */
  public tell(where: string, got: unknown, want: string): undefined {
    const text = got === undefined ? 'nothing' : JSON.stringify(got);
    this.found.push({ resource: this.resource, where, got: text.slice(0, QUOTED_MAX), want });
  }
}
