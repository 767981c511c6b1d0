import { deriveModel } from '../../cli/load-model';
import { makeFactTree } from '../../facts/fact-tree';
import type { LocatedValue } from '../../facts/located-value';
import { parseLiteral } from '../../facts/parse-literal';
import { isRecordFolder, parseRecord } from '../../facts/parse-record';
import type { FactReading } from '../../facts/read-facts';
import { ProblemError, type Problem, type Result } from '../../model/problem';
import { fileOf, listFactFiles, readFactText } from '../environments/load-environment';
import type { BrokenFact } from './broken-fact';

/** What is said of facts. */
export interface Judged {
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

const texts = new Map(listFactFiles('sandbox').map((id) => [id, readFactText('sandbox', id)]));
const parsed = new Map<string, Result<LocatedValue>>();

function parse(id: string, text: string): Result<LocatedValue> {
  const key = `${id} ${text}`;
  const read = isRecordFolder(id.split('/').slice(0, -1)) ? parseRecord : parseLiteral;
  const known = parsed.get(key) ?? read(text, { id, displayPath: `broken/${fileOf(id)}` });
  parsed.set(key, known);
  return known;
}

function brokenText({ name, file, find, put }: BrokenFact, text: string): string {
  if (find === undefined) return put;
  if (!text.includes(find)) throw new Error(`${name}: ${file} doesn't hold ${find}`);
  return text.replace(find, () => put);
}

/** The facts of the sandbox as read from disk with some files broken; each text is read once. */
function readingOf(broken: readonly BrokenFact[]): FactReading {
  const all = new Map(texts);
  for (const one of broken) all.set(one.file, brokenText(one, all.get(one.file) ?? ''));
  const files = [...all].map(([id, text]) => ({ id, displayPath: `broken/${fileOf(id)}`, result: parse(id, text) }));
  return {
    tree: makeFactTree(
      files.flatMap(({ id, displayPath, result }) => (result.ok ? [{ ...result.value, id, displayPath }] : [])),
    ),
    brokenFiles: new Set(files.flatMap(({ id, result }) => (result.ok ? [] : [id]))),
    refusedEntries: [],
    isWhole: true,
    problems: files.flatMap(({ result }) => (result.ok ? [] : result.problems)),
  };
}

/** What is said of the sandbox with some facts broken, as commands say it. */
export function judgeInMemory(broken: readonly BrokenFact[]): Judged {
  try {
    deriveModel(readingOf(broken), 'broken');
    return { problems: [], notes: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { problems: error.problems, notes: error.notes };
  }
}

const alone = new Map<BrokenFact, Judged>();

/** What is said when one fact is broken; judged once, for all tests of a process. */
export function judgeAlone(broken: BrokenFact): Judged {
  const judged = alone.get(broken) ?? judgeInMemory([broken]);
  alone.set(broken, judged);
  return judged;
}
