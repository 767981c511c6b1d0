import type { z } from 'zod';
import { failure, problem, success, type FactPath, type Problem, type Result } from '../model/problem';
import { schemaWords, type SchemaWords } from './shape/describe-schema';
import * as words from './shape/issue-words';
import { describeValue, quoteText } from './print-value';
import { PROBLEMS_PER_FILE_MAX, type ProblemWords } from './problem-list';
import { tryChooseForm } from './shape/union-form';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/**
 * Checks a value against the schema of its fact and turns every issue into a problem in plain words, at most
 * {@link PROBLEMS_PER_FILE_MAX}. Schemas say what they want in two ways: `.meta({ want: 'a noun phrase', next: 'a
 * step' })` as the last call on the schema that refuses (before `.optional()`), or zod's own `{ error: 'a noun
 * phrase' }`, which becomes `want` and wins. Without either, the words follow from kind, bounds and choices.
 */
export function checkShape<T>(schema: z.ZodType<T>, value: unknown, at: FactPath): Result<T> {
  const shape = new ShapeCheck(value, at);
  const parsed = schema.safeParse(value, { error: (issue) => shape.remember(issue) });
  return parsed.success ? success(parsed.data) : failure(shape.problemsOf(parsed.error.issues));
}

/** Begins the messages by which an issue finds its schema again; no schema writes such a message itself. */
const MARK = '\u0000';

class ShapeCheck {
  private readonly schemas: (z.core.$ZodType | undefined)[] = [];

  public constructor(
    private readonly root: unknown,
    private readonly at: FactPath,
  ) {}

  /** Keeps the schema of an issue, which zod doesn't hand out later; returns the message that finds it. */
  public remember(issue: z.core.$ZodRawIssue): string {
    const inst =
      issue.inst !== undefined && 'type' in issue.inst._zod.def ? (issue.inst as z.core.$ZodType) : undefined;
    return `${MARK}${this.schemas.push(issue.schema ?? inst) - 1}`;
  }

  /** One problem for each thing that is wrong; several checks of one field with the same words are one. */
  public problemsOf(issues: readonly Issue[]): readonly Problem[] {
    const problems = new Map<string, Problem>();
    for (const issue of issues) {
      for (const one of this.convert(issue, [])) {
        const key = [...one.at, one.want].join('\u0000');
        if (!problems.has(key)) problems.set(key, one);
        if (problems.size >= PROBLEMS_PER_FILE_MAX) return [...problems.values()];
      }
    }
    return [...problems.values()];
  }

  private convert(issue: Issue, prefix: Path): readonly Problem[] {
    const path = [...prefix, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
    const subject = this.subject(issue, path);
    if (subject.value === undefined && issue.code !== 'unrecognized_keys') {
      const values = issue.code === 'invalid_union' ? discriminators(issue) : undefined;
      return [
        this.make(
          path,
          values !== undefined
            ? { ...words.choiceWords(values, subject), ...missing(subject) }
            : words.missingWords(subject),
          issue,
        ),
      ];
    }
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => this.make([...path, key], words.unknownKeyWords(key, subject), issue));
    if (issue.code === 'invalid_union') return this.convertUnion(issue, path, subject);
    return [this.make(path, this.wordsOf(issue, path, subject), issue)];
  }

  /** Words for every code of zod that stands for one problem. */
  private wordsOf(
    issue: Exclude<Issue, { code: 'unrecognized_keys' | 'invalid_union' }>,
    path: Path,
    subject: words.IssueSubject,
  ): ProblemWords {
    switch (issue.code) {
      case 'invalid_type':
        return words.kindWords(issue, subject);
      case 'invalid_value':
        return words.choiceWords(issue.values, subject);
      case 'too_big':
      case 'too_small':
        return words.boundWords(issue, subject);
      case 'invalid_format':
        return words.formatWords(issue, subject);
      case 'not_multiple_of':
        return words.stepWords(issue, subject);
      case 'invalid_key':
        return words.entryWords('key', this.innerWords(issue.issues, path), subject);
      case 'invalid_element':
        return words.entryWords('entry', this.innerWords(issue.issues, path), subject);
      case 'custom':
        return words.checkWords(subject);
      default:
        return issue satisfies never;
    }
  }

  private convertUnion(
    issue: Extract<Issue, { code: 'invalid_union' }>,
    path: Path,
    subject: words.IssueSubject,
  ): readonly Problem[] {
    const values = discriminators(issue);
    if (values !== undefined) return [this.make(path, words.choiceWords(values, subject), issue)];
    const form = this.saidBy(issue).want === undefined ? tryChooseForm(issue.errors) : undefined;
    if (form !== undefined) return form.flatMap((inner) => this.convert(inner, path));
    return [this.make(path, words.formWords('matches' in issue ? issue.matches.length : 0, subject), issue)];
  }

  private innerWords(issues: readonly Issue[], path: Path): ProblemWords | undefined {
    return issues.flatMap((inner) => this.convert(inner, path))[0];
  }

  private make(path: Path, found: ProblemWords, issue: Issue): Problem {
    const said = issue.code === 'unrecognized_keys' ? {} : this.saidBy(issue);
    const next =
      said.next ?? (said.want === undefined || !found.next.startsWith('write ') ? found.next : `write ${said.want}`);
    return problem({ ...found, want: said.want ?? found.want, next, at: [...this.at, ...path] });
  }

  private saidBy(issue: Issue): SchemaWords {
    if (!issue.message.startsWith(MARK)) return { want: issue.message };
    return schemaWords(this.schemaOf(issue));
  }

  private schemaOf({ message }: Issue): z.core.$ZodType | undefined {
    return message.startsWith(MARK) ? this.schemas[Number(message.slice(MARK.length))] : undefined;
  }

  private subject(issue: Issue, path: Path): words.IssueSubject {
    return {
      field: fieldPhrase(this.at, path),
      value: valueAt(this.root, path),
      schema: this.schemaOf(issue),
    };
  }
}

function missing(subject: words.IssueSubject): Pick<ProblemWords, 'code' | 'what' | 'got' | 'next'> {
  const { code, what, got, next } = words.missingWords(subject);
  return { code, what, got, next };
}

/** The values of the key that decides between the forms of a union, when that key is what is wrong. */
function discriminators(issue: Extract<Issue, { code: 'invalid_union' }>): readonly unknown[] | undefined {
  return 'options' in issue ? issue.options : undefined;
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value;
}

/** A field in words: its key, or its place in the nearest list that has a key. */
function fieldPhrase(at: FactPath, path: Path): string {
  const full = [...at.slice(1), ...path];
  const last = full.at(-1);
  if (last === undefined) return 'the fact';
  if (typeof last === 'string') return quoteText(last);
  const list = full.at(-2);
  return list === undefined
    ? `entry ${last + 1}`
    : `entry ${last + 1} of ${typeof list === 'string' ? quoteText(list) : describeValue(list)}`;
}
