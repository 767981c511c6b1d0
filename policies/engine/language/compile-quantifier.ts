import { isObject } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import type { Blame, CompiledCondition } from './compiled';
import { compileValue, malformed, type CompiledValue, type Found, type Scope } from './compile-value';
import { describeCondition } from '../words/describe-condition';
import { ROOT, Unknown, type Frame, type Place } from './frame';
import type { Condition, CountCondition, QuantifiedCondition } from './tree';
import { FALSE, TRUE, UNKNOWN, type Truth } from './truth';

/** Makes a count of items ready to run. */
export function compileCount({ lists: trees, order, number }: CountCondition, scope: Scope): CompiledCondition {
  const lists = trees.map((one) => compileValue(one, scope));
  const count = (frame: Frame): number | Unknown => {
    let sum = 0;
    for (const list of lists) {
      const parts = partsOf(list.read(frame));
      if (parts instanceof Unknown) return parts;
      sum += parts.length;
    }
    return sum;
  };
  return {
    judge(frame) {
      const sum = count(frame);
      if (sum instanceof Unknown) return UNKNOWN;
      return (order === 'at-least' ? sum >= number : sum <= number) ? TRUE : FALSE;
    },
    blame(frame, wanted) {
      const sum = count(frame);
      const got = sum instanceof Unknown ? sum.got : String(sum);
      const want = `${order.replace('-', ' ')} ${number}`;
      return { ...placeOf(lists, frame), got, want: wanted ? want : `not ${want}` };
    },
  };
}

/** Makes a quantifier ready to run; `compile` makes its body ready. */
export function compileQuantified(
  condition: QuantifiedCondition,
  scope: Scope,
  compile: (body: Condition, scope: Scope) => CompiledCondition,
): CompiledCondition {
  const body = compile(condition.body, new Map([...scope, [condition.name, scope.size]]));
  return new Quantifier(condition, scope, body);
}

class Quantifier implements CompiledCondition {
  private readonly slot: number;
  private readonly lists: readonly CompiledValue[];
  private readonly list: (found: Found) => readonly JsonValue[] | Unknown;
  /** What of one item settles the whole: `every` stops at the first that doesn't hold, `some` at the first that does. */
  private readonly settling: Truth;

  public constructor(
    private readonly condition: QuantifiedCondition,
    scope: Scope,
    private readonly body: CompiledCondition,
  ) {
    this.slot = scope.size;
    this.lists = condition.lists.map((one) => compileValue(one, scope));
    this.list = condition.over === 'keys' ? keysOf : itemsOf;
    this.settling = condition.kind === 'every' ? FALSE : TRUE;
  }

  public judge(frame: Frame): Truth {
    let truth: Truth = this.settling === FALSE ? TRUE : FALSE;
    for (const one of this.lists) {
      const items = this.list(one.read(frame));
      if (items instanceof Unknown) truth = UNKNOWN;
      else {
        for (const item of items) {
          frame.slots[this.slot] = item;
          const judged = this.body.judge(frame);
          if (judged === this.settling) return judged;
          if (judged === UNKNOWN) truth = UNKNOWN;
        }
      }
    }
    return truth;
  }

  public blame(frame: Frame, wanted: boolean): Blame {
    const isOfItems = wanted === (this.settling === FALSE);
    if (isOfItems && (this.bindFirst(frame, this.settling) || this.bindFirst(frame, UNKNOWN))) {
      return this.body.blame(frame, wanted);
    }
    const lists = this.lists.map((one) => this.list(one.read(frame)));
    const strange = lists.find((one) => one instanceof Unknown);
    const count = lists.reduce((sum, one) => sum + (one instanceof Unknown ? 0 : one.length), 0);
    const got = strange instanceof Unknown ? strange.got : count === 0 ? 'none' : `none of ${count}`;
    const want = `${this.settling === FALSE ? 'every one' : 'one'} with ${describeCondition(this.condition.body)}`;
    return { ...placeOf(this.lists, frame), got, want: wanted ? want : `not ${want}` };
  }

  /** Binds the first item of which the body says this; false when there is none. */
  private bindFirst(frame: Frame, truth: Truth): boolean {
    return this.lists.some((one) => {
      const items = this.list(one.read(frame));
      if (items instanceof Unknown) return false;
      return items.some((item, index) => {
        frame.slots[this.slot] = item;
        frame.places[this.slot] = this.placeOf(one.place(frame), item, index);
        return this.body.judge(frame) === truth;
      });
    });
  }

  private placeOf({ text, steps }: Place, item: JsonValue, index: number): Place {
    const step = this.condition.over === 'keys' && typeof item === 'string' ? item : index;
    return { text: `${text}[${this.nameOf(item, index)}]`, steps: [...steps, step] };
  }

  /** Items of Kubernetes lists are known by their name, where they have one; entries of maps by their key. */
  private nameOf(item: JsonValue, index: number): string {
    const name = this.condition.over === 'keys' ? item : isObject(item) ? item['name'] : undefined;
    return typeof name === 'string' ? name : String(index);
  }
}

/** Of several lists all are named, and the first is shown. */
function placeOf(lists: readonly CompiledValue[], frame: Frame): Pick<Blame, 'where' | 'steps'> {
  const places = lists.map((one) => one.place(frame));
  const [{ steps } = ROOT] = places;
  return { where: places.map(({ text }) => text).join(', '), steps };
}

const NONE: readonly JsonValue[] = Object.freeze([]);

function itemsOf(found: Found): readonly JsonValue[] | Unknown {
  if (found === undefined) return NONE;
  if (found instanceof Unknown) return found;
  return Array.isArray(found) ? (found as readonly JsonValue[]) : malformed(found);
}

/** The items of a list, or the keys of a map. */
function partsOf(found: Found): readonly JsonValue[] | Unknown {
  return isObject(found) ? keysOf(found) : itemsOf(found);
}

function keysOf(found: Found): readonly JsonValue[] | Unknown {
  if (found === undefined) return NONE;
  if (found instanceof Unknown) return found;
  // Null drops an entry, here as everywhere.
  return isObject(found) ? Object.keys(found).filter((key) => (found as JsonObject)[key] !== null) : malformed(found);
}
