import { labels } from '../../../../model/naming';
import { textAt } from '../../../../resources/json-path';
import type { JsonObject } from '../../../../resources/resource';
import { canonicalJson } from '../../../../model/canonical-json';
import { EXAMPLE_NAMESPACE, objectOfKind, type ExampleValue } from '../../examples/example-object';
import type { Aspect, Direction, Witness, WitnessSide } from '../rule-change';
import { cellsOf, type Cell } from './coverage';
import { shrinkObject } from './shrink-object';
import { NOT_JUDGED, type Region, type TriedObject, type TriedRule } from './tried-rule';

/** A rule before and after, to try objects on both. */
export class RulePair {
  public readonly cells: readonly Cell[];

  public constructor(
    public readonly before: TriedRule | undefined,
    public readonly after: TriedRule | undefined,
  ) {
    this.cells = cellsOf(before, after);
  }

  /** What both say of an object. */
  public try(object: TriedObject): { readonly before: WitnessSide; readonly after: WitnessSide } {
    return { before: this.before?.try(object) ?? NOT_JUDGED, after: this.after?.try(object) ?? NOT_JUDGED };
  }

  /** Whether an object fares better after than before, or worse. */
  public moves(object: TriedObject, direction: Direction): boolean {
    const { before, after } = this.try(object);
    return movementOf(before, after) === direction;
  }

  /** What stands at the root of a rule as an object of each kind of a cell. */
  public objectsIn({ kinds, region, before, after }: Cell, { value, namespace }: ExampleValue): readonly TriedObject[] {
    const roots = new Map([before, after].flatMap((root) => (root === undefined ? [] : [[root.join('/'), root]])));
    const isNamespaced = [this.before, this.after].some((one) => one?.tree.on.namespaced === true);
    const labelled = isNamespaced ? namespaceIn(region, namespace) : undefined;
    return kinds.flatMap((kind) =>
      [...roots.values()].map((root) => ({ kind, body: objectOfKind(value, root, kind), namespace: labelled })),
    );
  }

  /** What an object shows that moves in a direction, with nothing in it that doesn't matter. */
  public witnessOf(object: TriedObject, origin: Witness['origin'], subject?: string): Witness {
    const [sides, effects] = [this.try(object), this.effectsOf(object)];
    const isSame = (other: TriedObject): boolean => this.effectsOf(other) === effects;
    const body = shrinkObject(object.body, (smaller) => isSame({ ...object, body: smaller }));
    const small: TriedObject = { ...object, body };
    const least = { ...small, namespace: this.fewestLabels(small, isSame) };
    const isLooser = movementOf(sides.before, sides.after) === 'loosening';
    // Whoever owns an object of an inventory looks for the path in all of it.
    const judged = (isLooser ? this.before : this.after)?.explain(origin === 'inventory' ? object : least);
    return {
      aspect: this.aspectOf(object),
      origin,
      subject: subject ?? `${object.kind.kind}/${textAt(body, 'metadata', 'name') ?? 'example'}`,
      object: body,
      namespace: origin === 'inventory' ? undefined : least.namespace,
      ...sides,
      where: judged?.where ?? '',
      got: judged?.got ?? '',
      want: judged?.want ?? '',
    };
  }

  private effectsOf(object: TriedObject): string {
    return canonicalJson(this.try(object));
  }

  /** Why the rules differ on an object. */
  private aspectOf(object: TriedObject): Aspect {
    const { before, after } = this.try(object);
    if (this.before === undefined || this.after === undefined) return 'rule';
    if (this.before.rootIn(object.kind) === undefined || this.after.rootIn(object.kind) === undefined) return 'kinds';
    if (before.verdict === 'not-judged' || after.verdict === 'not-judged') return 'scope';
    return before.effect === 'passes' || after.effect === 'passes' ? 'condition' : 'force';
  }

  private fewestLabels(object: TriedObject, isSame: (other: TriedObject) => boolean): JsonObject | undefined {
    if (object.namespace === undefined) return undefined;
    return Object.keys(object.namespace)
      .filter((key) => key !== 'kubernetes.io/metadata.name')
      .reduce<JsonObject>((left, key) => {
        const { [key]: _, ...fewer } = left;
        return isSame({ ...object, namespace: fewer }) ? fewer : left;
      }, object.namespace);
  }
}

type Effect = Pick<WitnessSide, 'effect'>;

const RANKS = { passes: 0, warned: 1, stopped: 2 } as const satisfies Record<WitnessSide['effect'], number>;

/** Which way an object moved that fares as told before and after; undefined when it stays. */
export function movementOf(before: Effect, after: Effect): Direction | undefined {
  const step = RANKS[after.effect] - RANKS[before.effect];
  return step === 0 ? undefined : step < 0 ? 'loosening' : 'tightening';
}

/** Labels as given, of a namespace that is the platform's or a tenant's. */
function namespaceIn(region: Region, given: JsonObject | undefined): JsonObject {
  const { [labels.service]: service, [labels.tenant]: tenant, ...others } = given ?? {};
  const owner =
    region === 'platform' ? { [labels.service]: service ?? 'example' } : { [labels.tenant]: tenant ?? 'example' };
  return { 'kubernetes.io/metadata.name': EXAMPLE_NAMESPACE, ...owner, ...others };
}
