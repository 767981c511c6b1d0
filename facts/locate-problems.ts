import { problem, type Problem } from '../model/problem';
import type { FactTree } from './fact-tree';

/** Codes of problems whose key is wrong, not its value. */
const KEY_CODES: ReadonlySet<string> = new Set(['fact-key-unknown', 'fact-record-key']);

/**
 * Gives each problem the file, line and column of its fact: of the key when the key is what is wrong, else of the
 * value, else of the object that lacks it. Problems that have a place, or whose file doesn't exist, stay as they are.
 */
export function locateProblems(problems: readonly Problem[], tree: Pick<FactTree, 'locate'>): readonly Problem[] {
  return problems.map((one) => {
    if (one.location !== undefined || one.at.length === 0) return one;
    const location = tree.locate(one.at, KEY_CODES.has(one.code) ? 'key' : 'value');
    return location === undefined ? one : problem({ ...one, location });
  });
}
