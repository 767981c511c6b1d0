import type { Permissions, PermissionGrant } from '../permissions';
import type { RoleShape } from '../read/gather-roles';
import { identitiesOf, subjectOf } from '../read/subject';
import { rightsBeyond } from '../rights/rights-difference';
import type { Rights } from '../rights/rights';

/** What one caller holds in one state of a cluster: grants in the whole of it, and in namespaces. */
export interface HeldGrants {
  readonly everywhere: readonly PermissionGrant[];
  readonly inNamespace: ReadonlyMap<string, readonly PermissionGrant[]>;
}

/** What a holder, named by its key, holds by itself and by the groups that Kubernetes puts it in. */
export function heldBy(permissions: Permissions, holder: string): HeldGrants {
  const everywhere: PermissionGrant[] = [];
  const inNamespace = new Map<string, PermissionGrant[]>();
  for (const identity of identitiesOf(subjectOf(holder))) {
    for (const grant of permissions.grantsNaming(identity)) {
      if (grant.namespace === undefined) everywhere.push(grant);
      else if (grant.namespace !== '') {
        const known = inNamespace.get(grant.namespace);
        if (known === undefined) inNamespace.set(grant.namespace, [grant]);
        else known.push(grant);
      }
    }
  }
  return { everywhere, inNamespace };
}

/** What grants give beyond other grants. */
export interface ShapesDifference {
  /** Tells differences apart: their rights as text; empty where there are none. */
  readonly key: string;
  /** The same of rights on objects alone, which namespaces have a say in. */
  readonly objectKey: string;
  readonly rights: readonly Rights[];
  /** Keys of the shapes that give some of it. */
  readonly shapes: ReadonlySet<string>;
}

const NOTHING: ShapesDifference = { key: '', objectKey: '', rights: [], shapes: new Set() };

/** Compares what role shapes give; each two sets of shapes once, however many hold them. */
export class ShapeComparison {
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<string, ShapesDifference>();

  /** What the grants of the first give beyond those of the second. */
  public beyond(first: readonly PermissionGrant[], second: readonly PermissionGrant[]): ShapesDifference {
    if (first.length === 0) return NOTHING;
    const [own, others] = [this.shapesOf(first), this.shapesOf(second)];
    const held = new Set(others.map(([number]) => number));
    if (own.every(([number]) => held.has(number))) return NOTHING;
    const key = `${own.map(([number]) => number).join()}-${others.map(([number]) => number).join()}`;
    const known =
      this.known.get(key) ??
      compare(
        own.map(([, one]) => one),
        others.map(([, one]) => one),
      );
    this.known.set(key, known);
    return known;
  }

  /** The shapes of grants, each once, with numbers that are the same in every state. */
  private shapesOf(grants: readonly PermissionGrant[]): readonly (readonly [number, RoleShape])[] {
    const found = new Map<number, RoleShape>();
    for (const { shape } of grants) {
      const number = this.numbers.get(shape.key) ?? this.numbers.size;
      this.numbers.set(shape.key, number);
      found.set(number, shape);
    }
    return [...found].toSorted(([a], [b]) => a - b);
  }
}

function compare(first: readonly RoleShape[], second: readonly RoleShape[]): ShapesDifference {
  const owned = first.flatMap(({ key, rules }) => rules.map((rule) => ({ key, rule })));
  const found = rightsBeyond(
    owned.map(({ rule }) => rule),
    second.flatMap(({ rules }) => rules),
  );
  const shapes = new Set(owned.filter((_, index) => found.rules.has(index)).map(({ key }) => key));
  const objects = found.rights.filter((one) => !('urls' in one));
  return { key: keyOf(found.rights), objectKey: keyOf(objects), rights: found.rights, shapes };
}

function keyOf(rights: readonly Rights[]): string {
  return rights.length === 0 ? '' : JSON.stringify(rights);
}
