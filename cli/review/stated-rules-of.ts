import { existsSync, readFileSync } from 'node:fs';
import { valueOf } from '../../model/problem';
import { readStatedRules } from '../../policies/engine/diff/stated/read-stated-rules';
import type { StatedRules } from '../../policies/engine/diff/stated/stated-rules';

/** Where the bundle of the rules that judged an assembly stands, when somebody kept it: beside its folder. */
export function keptRulesPath(folder: string): string {
  return `${folder}.rules.json`;
}

/**
 * The rules of a bundle file; undefined when there is no such file.
 * @throws ProblemError when it isn't one
 */
export function tryReadRules(path: string): StatedRules | undefined {
  return existsSync(path) ? valueOf(readStatedRules(readFileSync(path, 'utf8'), path)) : undefined;
}
