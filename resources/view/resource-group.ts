import { groupBy } from '../../model/group-by';
import type { Resource } from '../resource';

const NONE: readonly Resource[] = Object.freeze([]);

/** Resources that have something in common, and among them those of one kind. */
export class ResourceGroup {
  private kinds: ReadonlyMap<string, readonly Resource[]> | undefined;

  public constructor(
    /** Every resource of the group, in the order in which they were given. */
    public readonly all: readonly Resource[],
  ) {}

  /** The resources of a kind; without kind, all. */
  public ofKind(kind: string | undefined): readonly Resource[] {
    return kind === undefined ? this.all : (this.byKind().get(kind) ?? NONE);
  }

  /** Every kind that occurs, with its resources. */
  public byKind(): ReadonlyMap<string, readonly Resource[]> {
    return (this.kinds ??= groupBy(this.all, (one) => one.kind));
  }
}

/** Groups resources by a key. */
export function groupResources(
  resources: readonly Resource[],
  keyOf: (one: Resource) => string,
): ReadonlyMap<string, ResourceGroup> {
  return new Map([...groupBy(resources, keyOf)].map(([key, members]) => [key, new ResourceGroup(members)]));
}
