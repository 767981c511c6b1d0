import type { Condition } from '../../language/tree';
import { Branch } from './branch';
import { supposeCondition } from './expand';
import { IS_TRUE, NOT_TRUE } from './truth-set';

/** What two rules are asked: is there an object that the one lets pass and the other stops? */
export interface Question {
  readonly passed: Condition;
  readonly stopped: Condition;
}

/**
 * `none`: it is proved that there is no such object. `found`: the asker took one. `open`: neither, since the proof knows
 * too little of the tests in question, or took too many steps.
 */
export type Answer = 'none' | 'found' | 'open';

/** How many choices are followed before the question is left open. */
const STEPS_MAX = 4_000;

const CHOICES_DEEP_MAX = 300;

/**
 * Looks for an object that one condition lets pass and the other stops (it doesn't hold, or nobody can tell). Each way in
 * which that could be is followed to the end, a tableau of three-valued logic; when all end in a contradiction, there is
 * no such object. A way that doesn't is shown to the asker, who makes an object of it and tries it.
 */
export function findCounterexample({ passed, stopped }: Question, isTaken: (branch: Branch) => boolean): Answer {
  const branch = new Branch();
  supposeCondition(branch, { condition: passed, bindings: new Map() }, IS_TRUE);
  supposeCondition(branch, { condition: stopped, bindings: new Map() }, NOT_TRUE);
  return new Search(isTaken).follow(branch, 0);
}

class Search {
  private steps = 0;

  public constructor(private readonly isTaken: (branch: Branch) => boolean) {}

  public follow(branch: Branch, depth: number): Answer {
    branch.settle();
    if (branch.isClosed) return 'none';
    this.steps += 1;
    if (this.steps > STEPS_MAX || depth > CHOICES_DEEP_MAX) return 'open';
    const choice = branch.takeChoice();
    if (choice === undefined) return this.isTaken(branch) ? 'found' : 'open';
    let answer: Answer = 'none';
    for (const way of choice.ways) {
      const next = branch.copy();
      way(next);
      const found = this.follow(next, depth + 1);
      if (found === 'found') return found;
      if (found === 'open') answer = 'open';
    }
    return answer;
  }
}
