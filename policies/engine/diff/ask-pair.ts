import type { RuleTree } from '../language/rule-tree';
import { ALWAYS } from '../mutation/mutants';
import { buildObject } from './model/build-object';
import type { Cell } from './objects/coverage';
import type { RulePair } from './objects/rule-pair';
import { sampleValues } from './objects/sample-values';
import type { TriedObject, TriedRule } from './objects/tried-rule';
import { findCounterexample, type Question } from './prove/find-counterexample';
import type { Direction, Movement } from './rule-change';

/** How many objects of which a rule can't tell are passed over for one of which it can. */
const STRANGE_MAX = 20;

/** Whether a pair of rules moves in a direction on any object: proved on the trees, or looked for among objects made for it. */
export function askPair(pair: RulePair, direction: Direction, examples: readonly RuleTree[]): Movement {
  const known = new Map<string, 'none' | 'open'>();
  let found: TriedObject | undefined;
  let strange = 0;
  for (const cell of pair.cells) {
    const question = questionOf(pair, cell, direction);
    if (question === 'none') continue;
    const key = question === undefined ? 'open' : isAlone(cell) ? 'alone' : 'both';
    if (known.has(key)) continue;
    const isTaken = (object: TriedObject): boolean => {
      if (!pair.moves(object, direction)) return false;
      found ??= object;
      // What fails is a plainer witness than what nobody can tell; it is looked for a little longer.
      strange += 1;
      if (strange < STRANGE_MAX && isStrange(pair, object)) return false;
      found = object;
      return true;
    };
    const answer =
      question === undefined
        ? 'open'
        : findCounterexample(question, (branch) => pair.objectsIn(cell, buildObject(branch)).some(isTaken));
    if (found !== undefined) return { kind: 'found', witness: pair.witnessOf(found, 'generated') };
    known.set(key, answer === 'none' ? 'none' : 'open');
  }
  return [...known.values()].every((one) => one === 'none')
    ? { kind: 'proved-none' }
    : askSamples(pair, direction, examples);
}

function isStrange(pair: RulePair, object: TriedObject): boolean {
  const { before, after } = pair.try(object);
  return before.verdict === 'unknown' || after.verdict === 'unknown';
}

/** Looks among examples and objects on the edges of both rules. */
function askSamples(pair: RulePair, direction: Direction, examples: readonly RuleTree[]): Movement {
  const trees = [pair.before, pair.after].flatMap((one) => (one === undefined ? [] : [one.tree]));
  const values = sampleValues(trees, examples);
  let tried = 0;
  for (const cell of pair.cells) {
    const [kind] = cell.kinds;
    for (const value of values) {
      for (const object of pair.objectsIn({ ...cell, kinds: [kind] }, value)) {
        tried += 1;
        if (pair.moves(object, direction)) return { kind: 'found', witness: pair.witnessOf(object, 'example') };
      }
    }
  }
  return { kind: 'none-found', tried };
}

function isAlone({ before, after }: Cell): boolean {
  return before === undefined || after === undefined;
}

/**
 * What must be so of an object of a cell that moves in a direction; `none` where none can, undefined where the two rules
 * look at different parts of an object, so that their trees say nothing of each other.
 */
function questionOf(pair: RulePair, cell: Cell, direction: Direction): Question | 'none' | undefined {
  const [stopping, passing] = direction === 'loosening' ? [pair.before, pair.after] : [pair.after, pair.before];
  const [stops, passes] = direction === 'loosening' ? [cell.before, cell.after] : [cell.after, cell.before];
  if (stopping === undefined || stops === undefined) return 'none';
  if (passing === undefined || passes === undefined) return { passed: ALWAYS, stopped: stopping.condition };
  const isSamePlace = passes.join('/') === stops.join('/') && seesNamespaces(passing) === seesNamespaces(stopping);
  if (!isSamePlace) return undefined;
  return { passed: isMilder(passing, stopping) ? ALWAYS : passing.condition, stopped: stopping.condition };
}

function seesNamespaces({ tree }: TriedRule): boolean {
  return tree.on.namespaced;
}

/** Whether what one rule stops the other only warns of, so that whatever the condition the object fares better. */
function isMilder(one: TriedRule, than: TriedRule): boolean {
  return one.force === 'warn' && than.force === 'block';
}
