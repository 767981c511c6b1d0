import { isAbsolute, join, relative, sep } from 'node:path';
import { failure, problem, sortProblems, success, type FactPath, type Problem, type Result } from '../model/problem';
import { classifyEntry, type FactExtension } from './fact-name';
import { makeFactTree, type FactTree } from './fact-tree';
import type { LocatedValue } from './located-value';
import { parseLiteral } from './parse-literal';
import { isRecordFolder, parseRecord, RECORD_BYTES_MAX } from './parse-record';
import { escapeText } from './print-value';
import type { ProblemWords } from './problem-list';
import { FACT_FILE_BYTES_MAX, readFileText, readFolderEntries } from './read-file-text';

export type { FactTree } from './fact-tree';

/** Bounds of one environment, so that a hostile folder can't exhaust the machine. */
export const factFolderLimits = {
  files: 5_000,
  entries: 20_000,
  folderDepth: 8,
  bytes: 67_108_864,
} as const;

/** Facts as far as they can be read, so that later checks report in the same run. */
export interface FactReading {
  /** The files without problems. */
  readonly tree: FactTree;
  /** Ids of fact files that exist and can't be used; they must not count as missing. */
  readonly brokenFiles: ReadonlySet<string>;
  /** Paths of files and folders that were not entered, control characters escaped; a fact may be in each. */
  readonly refusedEntries: readonly string[];
  /** False when the folder was not read to its end, so that nothing can be said about what is missing. */
  readonly isWhole: boolean;
  /** Sorted by place. */
  readonly problems: readonly Problem[];
}

/** How fact files are named in problems. */
export interface ReadFactsOptions {
  /** Absolute path of the project's root; the folder of facts must be inside it. */
  readonly projectRoot: string;
  /** How many fact files an environment may have.
   * @default 5000
   */
  readonly filesMax?: number;
}

/**
 * Reads every fact file of an environment's folder, an absolute path. Fails with every problem of every file:
 * syntax, constructs that aren't literals, names, links, sizes.
 */
export function readFactFolder(folder: string, options: ReadFactsOptions): Result<FactTree> {
  const { tree, problems } = readEveryFact(folder, options);
  return problems.length === 0 ? success(tree) : failure(problems);
}

/** Reads what can be read of an environment's folder, and reports the rest; see {@link readFactFolder}. */
export function readEveryFact(folder: string, options: ReadFactsOptions): FactReading {
  const { projectRoot, filesMax = factFolderLimits.files } = options;
  if (!isAbsolute(folder) || !isAbsolute(projectRoot)) throw new Error('readEveryFact() needs absolute paths');
  const walk = new FactWalk(folder, relative(projectRoot, folder).split(sep).join('/'), filesMax);
  return walk.read();
}

class FactWalk {
  private readonly files: (LocatedValue & { id: string; displayPath: string })[] = [];
  private readonly broken = new Set<string>();
  private readonly refused: string[] = [];
  private readonly problems: Problem[] = [];
  private isWhole = true;
  private entries = 0;
  private fileCount = 0;
  private bytes = 0;

  public constructor(
    private readonly folder: string,
    private readonly displayFolder: string,
    private readonly filesMax: number,
  ) {}

  public read(): FactReading {
    const isInside =
      this.displayFolder !== '..' && !this.displayFolder.startsWith('../') && !isAbsolute(this.displayFolder);
    if (isInside) this.readFolder([]);
    else this.refuse([], outsideWords);
    return {
      tree: makeFactTree(this.files),
      brokenFiles: this.broken,
      refusedEntries: this.refused,
      isWhole: this.isWhole,
      problems: sortProblems(this.problems),
    };
  }

  private readFolder(names: readonly string[]): void {
    const entries = readFolderEntries(join(this.folder, ...names));
    if ('refused' in entries) return this.refuse(names, entries.refused);
    for (const { name, kind } of entries) {
      this.entries += 1;
      if (this.isOverLimit()) return;
      const entry = classifyEntry(name, kind, extensionIn(names));
      if (entry.kind === 'refused') this.refuse([...names, name], entry.words);
      else if (entry.kind === 'folder') this.enterFolder([...names, name]);
      else if (entry.kind === 'file') this.readFile([...names, entry.name]);
    }
  }

  private enterFolder(names: readonly string[]): void {
    if (names.length <= factFolderLimits.folderDepth) return this.readFolder(names);
    this.refuse(names, limitWords('folders inside each other', names.length, factFolderLimits.folderDepth));
  }

  private readFile(names: readonly string[]): void {
    this.fileCount += 1;
    if (this.isOverLimit()) return;
    const id = names.join('/');
    const isRecord = isRecordFolder(names.slice(0, -1));
    const file = [...names.slice(0, -1), `${names.at(-1)}${extensionIn(names.slice(0, -1))}`];
    const displayPath = this.display(file);
    const content = readFileText(join(this.folder, ...file), isRecord ? RECORD_BYTES_MAX : FACT_FILE_BYTES_MAX);
    if ('refused' in content) {
      this.broken.add(id);
      return this.reportAt(displayPath, [id], content.refused);
    }
    this.bytes += content.bytes;
    const located = (isRecord ? parseRecord : parseLiteral)(content.text, { id, displayPath });
    if (located.ok) this.files.push({ ...located.value, id, displayPath });
    else {
      this.broken.add(id);
      this.problems.push(...located.problems);
    }
  }

  /** Reports each limit of the environment once; true when one is passed. */
  private isOverLimit(): boolean {
    const { entries, bytes } = factFolderLimits;
    const passed = [
      { noun: 'files and folders', got: this.entries, most: entries },
      { noun: 'fact files', got: this.fileCount, most: this.filesMax },
      { noun: 'bytes of facts', got: this.bytes, most: bytes },
    ].find(({ got, most }) => got > most);
    if (passed === undefined) return false;
    const words = limitWords(passed.noun, passed.got, passed.most);
    this.isWhole = false;
    if (!this.problems.some(({ code }) => code === words.code)) this.report([], words);
    return true;
  }

  private display(names: readonly string[]): string {
    return escapeText([this.displayFolder, ...names].filter((part) => part !== '').join('/'));
  }

  /** Reports what is not entered: all of the environment when there is no name. */
  private refuse(names: readonly string[], words: ProblemWords): void {
    if (names.length === 0) this.isWhole = false;
    else this.refused.push(names.map(escapeText).join('/'));
    this.report(names, words);
  }

  private report(names: readonly string[], words: ProblemWords): void {
    this.reportAt(this.display(names), names.length === 0 ? [] : [names.map(escapeText).join('/')], words);
  }

  private reportAt(file: string, at: FactPath, words: ProblemWords): void {
    this.problems.push(problem({ ...words, at, location: { file: file === '' ? '.' : file, line: 1, column: 1 } }));
  }
}

function extensionIn(folder: readonly string[]): FactExtension {
  return isRecordFolder(folder) ? '.json' : '.ts';
}

const outsideWords: ProblemWords = {
  code: 'fact-folder-outside',
  what: 'the folder of facts is outside of the project',
  got: 'a path that leaves the root of the project',
  want: 'a folder inside the project',
  next: 'give the name of an environment of this project',
};

function limitWords(noun: string, got: number, most: number): ProblemWords {
  return {
    code: 'fact-folder-limit',
    what: `the environment has too many ${noun}`,
    got: `at least ${got}`,
    want: `at most ${most}`,
    next: 'check that the folder holds facts only, or split the environment',
  };
}
