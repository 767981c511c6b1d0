import type { Scalar } from '../../language/scalar';
import type { Condition, ValueTree } from '../../language/tree';
import { derivedPlace, entryPlace, memberPlace, NAMESPACE, OBJECT, type Place } from './place';
import { ANY_SHAPE } from './shape';

/** The items and keys for which the names of quantifiers stand. */
export type Bindings = ReadonlyMap<string, Place>;

/** A value that a condition looks at: a place, and what counts where nothing stands. */
export interface Term {
  readonly place: Place;
  /** @default - absent stays absent */
  readonly absentAs?: Scalar;
}

/** The place that a value tree speaks of, once the names in it stand for items. */
export function groundValue(value: ValueTree, bindings: Bindings): Term {
  switch (value.kind) {
    case 'object':
      return { place: OBJECT };
    case 'bound':
      return { place: boundPlace(value.name, bindings) };
    case 'member':
      return { place: memberPlace(holderOf(value.of, bindings), value.key) };
    case 'entry':
      return { place: entryPlace(holderOf(value.of, bindings), boundPlace(value.key, bindings)) };
    case 'namespace-label':
      return { place: memberPlace(NAMESPACE, value.key) };
    case 'default': {
      const of = groundValue(value.of, bindings);
      return { absentAs: value.value, ...of };
    }
  }
}

/** What holds a member; of what has a default nothing is known, which proves less and never too much. */
function holderOf(value: ValueTree, bindings: Bindings): Place {
  const { place, absentAs } = groundValue(value, bindings);
  return absentAs === undefined ? place : derivedPlace(`(${place.id}??${JSON.stringify(absentAs)})`, ANY_SHAPE);
}

function boundPlace(name: string, bindings: Bindings): Place {
  return bindings.get(name) ?? derivedPlace(`?${name}`, ANY_SHAPE);
}

/** A text that two conditions share only when they say the same of the same places; names of quantifiers don't count. */
export function groundText(condition: Condition, bindings: Bindings, depth = 0): string {
  const value = (one: ValueTree): string => {
    const { place, absentAs } = groundValue(one, bindings);
    return absentAs === undefined ? place.id : `(${place.id}??${JSON.stringify(absentAs)})`;
  };
  switch (condition.kind) {
    case 'all':
    case 'any':
      return `${condition.kind}(${condition.of
        .map((one) => groundText(one, bindings, depth))
        .toSorted()
        .join()})`;
    case 'not':
      return `not(${groundText(condition.of, bindings, depth)})`;
    case 'exists':
      return `exists ${value(condition.value)}`;
    case 'test':
      return `${condition.test} ${value(condition.value)} ${JSON.stringify(condition.operand)}`;
    case 'same':
      return `same ${[value(condition.left), value(condition.right)].toSorted().join()}`;
    case 'count':
      return `${condition.order} ${condition.number} ${condition.lists.map(value).join()}`;
    case 'every':
    case 'some': {
      const { kind, lists, over, name, body } = condition;
      const inner = new Map([...bindings, [name, derivedPlace(`~${depth}`, ANY_SHAPE)]]);
      return `${kind} ${over} ${lists.map(value).join()}(${groundText(body, inner, depth + 1)})`;
    }
  }
}
