import { findTest } from '../language/value-tests/test-table';
import type { Condition, CountCondition, QuantifiedCondition, ValueTree } from '../language/tree';
import { conjunction, emitValue, type Emitted, type EmittedValue } from './emit-value';

/** Items of one list, or entries of one map, for which costs are estimated; no list of the nation's is as long. */
export const LIST_LENGTH_MAX = 64;

/**
 * A condition in CEL that means the same: a field that isn't written never raises an error, and what would be unknown
 * to us is an error there, which refuses as unknown does.
 */
export function emitCondition(condition: Condition, root: Emitted): Emitted {
  switch (condition.kind) {
    case 'all':
      return emitAll(condition.of.map((one) => emitCondition(one, root)));
    case 'any':
      return emitAny(condition.of.map((one) => emitCondition(one, root)));
    case 'not': {
      const of = emitCondition(condition.of, root);
      return { text: `!(${of.text})`, cost: of.cost + 1 };
    }
    case 'exists': {
      const { guards, cost } = emitValue(condition.value, root);
      return guards.length === 0 ? { text: 'true', cost } : conjunction(guards);
    }
    case 'test': {
      const test = findTest(condition.test);
      const value = emitValue(condition.value, root);
      const tested = test.cel(value.text, condition.operand);
      const text = tested.includes(' || ') ? `(${tested})` : tested;
      return conjunction([...value.guards, { text, cost: value.cost + test.cost(condition.operand) }]);
    }
    case 'same': {
      const [left, right] = [emitValue(condition.left, root), emitValue(condition.right, root)];
      const equal = { text: `${left.text} == ${right.text}`, cost: left.cost + right.cost + 1 };
      return conjunction([...left.guards, ...right.guards, equal]);
    }
    case 'count':
      return emitCount(condition, root);
    case 'every':
    case 'some':
      return emitQuantified(condition, root);
  }
}

function emitAll(parts: readonly Emitted[]): Emitted {
  return conjunction(parts.map((one) => ({ ...one, text: bracketed(one.text, ' || ') })));
}

function emitAny(parts: readonly Emitted[]): Emitted {
  const cost = parts.reduce((sum, one) => sum + one.cost, 0);
  if (parts.length === 0) return { text: 'false', cost };
  return { text: parts.map((one) => bracketed(one.text, ' && ')).join(' || '), cost };
}

/** Brackets around what would be read otherwise beside another operator; one too many does no harm. */
function bracketed(text: string, operator: string): string {
  return text.includes(operator) ? `(${text})` : text;
}

function emitCount({ lists, order, number }: CountCondition, root: Emitted): Emitted {
  const counts = lists.map((one) => {
    const { text, cost, guards } = emitCollection(one, root);
    const asked = conjunction(guards);
    return {
      text: guards.length === 0 ? `size(${text})` : `(${asked.text} ? size(${text}) : 0)`,
      cost: asked.cost + cost + 1,
    };
  });
  const operator = order === 'at-least' ? '>=' : '<=';
  const text = `${counts.map((one) => one.text).join(' + ')} ${operator} ${number}`;
  return { text, cost: counts.reduce((sum, one) => sum + one.cost + 1, 1) };
}

/**
 * A list or map, which is absent where it is null too: the API server writes null where its own type has no item and
 * always says so, as `rules` of a ClusterRole that aggregates others.
 */
function emitCollection(value: ValueTree, root: Emitted): EmittedValue {
  const { text, cost, guards } = emitValue(value, root);
  if (guards.length === 0) return { text, cost, guards };
  return { text, cost, guards: [...guards, { text: `dyn(${text}) != null`, cost: cost + 2 }] };
}

function emitQuantified({ kind, lists, name, body }: QuantifiedCondition, root: Emitted): Emitted {
  const inner = emitCondition(body, root);
  const parts = lists.map((one) => emitList(emitCollection(one, root), { kind, name, inner }));
  return kind === 'every' ? emitAll(parts) : emitAny(parts);
}

function emitList(
  { text, cost, guards }: EmittedValue,
  { kind, name, inner }: { readonly kind: 'every' | 'some'; readonly name: string; readonly inner: Emitted },
): Emitted {
  const asked = conjunction(guards);
  // cel-go counts the range once, and for each item the loop's condition, its step and the body.
  const loop: Emitted = {
    text: `${text}.${kind === 'every' ? 'all' : 'exists'}(${name}, ${inner.text})`,
    cost: cost + LIST_LENGTH_MAX * (inner.cost + 3),
  };
  if (guards.length === 0) return loop;
  if (kind === 'some') return conjunction([asked, loop]);
  return { text: `!(${asked.text}) || ${loop.text}`, cost: asked.cost + loop.cost + 1 };
}
