import type { StatedFacts, StatedFile } from '../model/assembly';
import { jsonPointer } from '../model/facts/json-pointer';
import type { FactFile, FactTree } from './fact-tree';
import type { FactValue } from './located-value';

/** Every fact file with the line of each value in it, as an assembly carries them. */
export function stateFacts(tree: FactTree): StatedFacts {
  return Object.fromEntries([...tree.files].map(([id, file]) => [id, stateFile(tree, id, file)]));
}

function stateFile(tree: FactTree, id: string, { value, displayPath }: FactFile): StatedFile {
  const lines: Record<string, number> = {};
  const note = (steps: readonly (string | number)[], inside: FactValue): void => {
    lines[jsonPointer(steps)] = tree.locate([id, ...steps])?.line ?? 1;
    if (typeof inside !== 'object' || inside === null) return;
    for (const [step, one] of entriesOf(inside)) note([...steps, step], one);
  };
  note([], value);
  return { file: displayPath, value, lines };
}

function entriesOf(value: object): readonly (readonly [string | number, FactValue])[] {
  // What stands in lists and objects of facts are facts.
  return Array.isArray(value)
    ? (value as readonly FactValue[]).map((one, index) => [index, one])
    : Object.entries(value as Readonly<Record<string, FactValue>>);
}
