import type { AccessRule } from '../read/access-rule';
import type { RoleShape } from '../read/gather-roles';
import { ruleAllows, type ResourceRequest } from '../rights/access-request';
import type { EscalationNeed } from './escalation-kind';
import { escalationIds, escalationKind, type EscalationId } from './escalation-kinds';

/** Names that rights are for; undefined is any. */
export type Names = ReadonlySet<string> | undefined;

/** A step that some rules allow. */
export interface Power {
  readonly id: EscalationId;
  /** Whom or what it leads to, where the kind of step has a target. */
  readonly names: Names;
  /** The same of the resource that the target is of: `clusterroles`, `roles`. */
  readonly targets: ReadonlyMap<string, Names>;
  /** The same of the resources of the next need, such as the roles that may be written. */
  readonly others: ReadonlyMap<string, Names>;
  /** Keys of shapes of which the rules together allow it. */
  readonly shapes: ReadonlySet<string>;
}

/** Finds the steps that grants which hold at one place allow together; each set of role shapes is looked at once. */
export class PowerIndex {
  private readonly known = new Map<string, readonly Power[]>();
  private readonly numbers = new Map<string, number>();

  /** Those that grants which hold at one place allow; in a namespace, with those of them that hold everywhere. */
  public powersOf(grants: readonly Shaped[], wide?: readonly Shaped[]): readonly Power[] {
    if (grants.length === 0) return NONE;
    const key = `${this.numbersOf(grants)} of ${wide === undefined ? '*' : this.numbersOf(wide)}`;
    const known =
      this.known.get(key) ?? findPowers({ all: shapesOf(grants), wide: shapesOf(wide ?? grants) }, wide !== undefined);
    this.known.set(key, known);
    return known;
  }

  private numbersOf(grants: readonly Shaped[]): string {
    const numbers = new Set(grants.map(({ shape }) => this.numberOf(shape.key)));
    return [...numbers].toSorted((a, b) => a - b).join();
  }

  private numberOf(key: string): number {
    const number = this.numbers.get(key) ?? this.numbers.size;
    this.numbers.set(key, number);
    return number;
  }
}

const NONE: readonly Power[] = Object.freeze([]);

type Shaped = { readonly shape: RoleShape };
type Shapes = ReadonlyMap<string, readonly AccessRule[]>;

/** Role shapes at a place, and those among them that hold in the whole cluster. */
interface PlacedShapes {
  readonly all: Shapes;
  readonly wide: Shapes;
}

function shapesOf(grants: readonly Shaped[]): Shapes {
  return new Map(grants.map(({ shape }) => [shape.key, shape.rules]));
}

function findPowers({ all, wide }: PlacedShapes, isInNamespace: boolean): readonly Power[] {
  return escalationIds.flatMap((id) => {
    const { needs, target, isClusterWide = false } = escalationKind(id);
    if (needs.length === 0 || (isClusterWide && isInNamespace)) return [];
    const met = needs.map((need) => meet(need, need.isClusterWide === true ? wide : all));
    if (met.some((one) => one === undefined)) return [];
    const none = new Map<string, Names>();
    const targets = target === undefined ? none : (met[target]?.targets ?? none);
    const others = target === undefined ? none : (met[target + 1]?.targets ?? none);
    const names = [...targets.values()];
    return [
      {
        id,
        targets,
        others,
        names:
          names.length === 0 || names.includes(undefined)
            ? undefined
            : new Set(names.flatMap((one) => [...(one ?? [])])),
        shapes: new Set(met.flatMap((one) => [...(one?.shapes ?? [])])),
      },
    ];
  });
}

interface MetNeed {
  readonly targets: ReadonlyMap<string, Names>;
  readonly shapes: ReadonlySet<string>;
}

function meet(need: EscalationNeed, shapes: Shapes): MetNeed | undefined {
  const targets = new Map<string, Names>();
  const used = new Set<string>();
  for (const [key, rules] of shapes) {
    for (const rule of rules) {
      if (need.on.length === 0 && beginsSo(rule, need)) used.add(key);
      for (const request of requestsOf(need)) {
        const names = namesAllowed(rule, request);
        if (names?.size === 0 || !isAsked(need, names)) continue;
        targets.set(request.resource, join(targets.has(request.resource), targets.get(request.resource), names));
        used.add(key);
      }
    }
  }
  return used.size === 0 ? undefined : { targets, shapes: used };
}

function beginsSo({ verbs }: AccessRule, need: EscalationNeed): boolean {
  return verbs.some((verb) => verb === '*' || need.verbs.some((beginning) => verb.startsWith(beginning)));
}

function join(isKnown: boolean, known: Names, more: Names): Names {
  if (!isKnown) return more;
  return known === undefined || more === undefined ? undefined : new Set([...known, ...more]);
}

function isAsked({ names: wanted }: EscalationNeed, names: Names): boolean {
  return wanted === undefined || names === undefined || wanted.some((one) => names.has(one));
}

const made = new Map<EscalationNeed, readonly ResourceRequest[]>();

/** The requests of a need, one for each verb and resource. */
function requestsOf(need: EscalationNeed): readonly ResourceRequest[] {
  const known =
    made.get(need) ??
    need.on.flatMap((place) => {
      const dot = place.includes('.') ? place.indexOf('.') : place.length;
      const [resource = '', subresource] = place.slice(0, dot).split('/');
      return need.verbs.map((verb) => ({ verb, group: place.slice(dot + 1), resource, subresource }));
    });
  made.set(need, known);
  return known;
}

/** The names for which a rule allows a request; none where it is refused. Nobody makes a whole object by a name. */
function namesAllowed(rule: AccessRule, request: ResourceRequest): Names {
  if (!ruleAllows({ ...rule, resourceNames: [] }, request)) return NOBODY;
  if (rule.resourceNames.length === 0) return undefined;
  return request.verb === 'create' && request.subresource === undefined ? NOBODY : new Set(rule.resourceNames);
}

const NOBODY: ReadonlySet<string> = new Set();
