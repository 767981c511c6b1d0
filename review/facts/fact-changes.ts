import type { StatedFacts, StatedFile } from '../../model/assembly';
import { jsonPointer } from '../../model/facts/json-pointer';
import type { JsonValue, Steps } from '../../resources/resource';
import { compareValues, type ValueChange } from './compare-values';

/** One thing that a person wrote and that differs, with its line. */
export interface FactChange {
  /** The fact's file in the environment, without extension: `systems/data/land-database`. */
  readonly fact: string;
  /** Keys and indexes inside it, joined by `.`; empty for all of it. */
  readonly at: string;
  /** `file:line`, of the later state where it stands there. */
  readonly source: string;
  /** @default - nothing stood there */
  readonly before?: JsonValue | undefined;
  /** @default - nothing stands there */
  readonly after?: JsonValue | undefined;
}

/** What people changed in the facts, sorted by file and place. */
export function factChanges(before: StatedFacts, after: StatedFacts): readonly FactChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return names.flatMap((fact) => {
    const [old, now] = [fileOf(before, fact), fileOf(after, fact)];
    if (old === undefined || now === undefined) {
      const [before, after] = [valueOf(old), valueOf(now)];
      return [{ fact, at: '', source: lineAt(now ?? old, []), before, after }];
    }
    return compareValues(valueOf(old) ?? null, valueOf(now) ?? null)
      .map((one) => changeOf(fact, one, { old, now }))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  });
}

function fileOf(facts: StatedFacts, name: string): StatedFile | undefined {
  return Object.hasOwn(facts, name) ? facts[name] : undefined;
}

function valueOf(file: StatedFile | undefined): JsonValue | undefined {
  // `facts.json` was read as JSON, and holds nothing else.
  return file?.value as JsonValue | undefined;
}

function changeOf(
  fact: string,
  { before, after, old, now }: ValueChange,
  files: { readonly old: StatedFile; readonly now: StatedFile },
): FactChange {
  const source = now === undefined ? lineAt(files.old, old ?? []) : lineAt(files.now, now);
  return { fact, at: (now ?? old ?? []).join('.'), source, before, after };
}

function lineAt(file: StatedFile | undefined, steps: Steps): string {
  if (file === undefined) return '';
  return `${file.file}:${file.lines[jsonPointer(steps)] ?? 1}`;
}
