import type { z } from 'zod';
import { printCount } from '../../model/print-count';
import { describeSchema, kindPhrase, knownKeys } from './describe-schema';
import { tryFindMeantName } from './meant-name';
import { printChoices } from './print-choices';
import { describeValue, quoteText } from '../print-value';
import type { ProblemWords } from '../problem-list';

/** What an issue is about: the field in words, the value that stands there, and the schema that refused it. */
export interface IssueSubject {
  /** The field as a noun phrase: `"level"`, `entry 2 of "halls"`. */
  readonly field: string;
  /** The value at the field; undefined when the key is missing. */
  readonly value: unknown;
  readonly schema: z.core.$ZodType | undefined;
}

type IssueOf<Code extends z.core.$ZodIssue['code']> = Extract<z.core.$ZodIssue, { code: Code }>;

/** Words for a key that isn't there. */
export function missingWords({ field, schema }: IssueSubject, want?: string): ProblemWords {
  return {
    code: 'fact-key-missing',
    what: `${field} is missing`,
    got: 'nothing',
    want: want ?? (schema === undefined ? 'a value' : describeSchema(schema)),
    next: `add ${field}`,
  };
}

/** Words for a key that the fact doesn't have. */
export function unknownKeyWords(key: string, subject: IssueSubject): ProblemWords {
  const known = knownKeys(subject.schema);
  const used = new Set(typeof subject.value === 'object' && subject.value !== null ? Object.keys(subject.value) : []);
  const free = known.filter((name) => !used.has(name));
  const meant = tryFindMeantName(key, free) ?? tryFindMeantName(key, known);
  return {
    code: 'fact-key-unknown',
    what: `${quoteText(key)} is not a key of ${subject.field}`,
    got: quoteText(key),
    want: known.length === 0 ? 'no other keys' : printChoices(known),
    next: meant === undefined ? 'remove the key' : `did you mean "${meant}"?`,
  };
}

/** Words for a value of another kind than the field holds. */
export function kindWords(issue: IssueOf<'invalid_type'>, { field, value, schema }: IssueSubject): ProblemWords {
  const want = schema === undefined ? kindPhrase(issue.expected) : describeSchema(schema);
  const isQuotedNumber =
    typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) && /^(int|number)$/.test(issue.expected);
  return {
    code: 'fact-kind-wrong',
    what: `${field} is not ${kindPhrase(issue.expected)}`,
    got: describeValue(value),
    want,
    next: isQuotedNumber ? `remove the quotes: ${value}` : `write ${want}`,
  };
}

/** Words for a value that is none of the allowed ones. */
export function choiceWords(values: readonly unknown[], { field, value }: IssueSubject): ProblemWords {
  const names = values.filter((one) => typeof one === 'string');
  const meant = typeof value === 'string' ? tryFindMeantName(value, names) : undefined;
  const want = printChoices(values);
  return {
    code: 'fact-choice-unknown',
    what: `${field} is not an allowed value`,
    got: describeValue(value),
    want,
    next: meant === undefined ? `write ${want}` : `did you mean "${meant}"?`,
  };
}

const entries = ['entry', 'entries'] as const;

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: entries,
  set: entries,
  map: entries,
};

/** Words for a number, text or list beyond its bounds. */
export function boundWords(
  issue: IssueOf<'too_big' | 'too_small'>,
  { field, value, schema }: IssueSubject,
): ProblemWords {
  const isBig = issue.code === 'too_big';
  const bound = isBig ? issue.maximum : issue.minimum;
  const unit = units[issue.origin];
  const relation = issue.exact === true ? 'exactly' : boundRelation(isBig, issue.inclusive ?? true);
  const limit = `${relation} ${unit === undefined ? bound : printCount(bound, ...unit)}`;
  const size = typeof value === 'string' && unit !== undefined ? `${printCount(value.length, ...unit)}: ` : '';
  return {
    code: isBig ? 'fact-too-large' : 'fact-too-small',
    what: `${field} is too ${boundAdjective(isBig, issue.origin)}`,
    got: `${size}${describeValue(value)}`,
    want: schema === undefined ? limit : describeSchema(schema),
    next: `write ${limit}`,
  };
}

function boundRelation(isBig: boolean, inclusive: boolean): string {
  if (isBig) return inclusive ? 'at most' : 'less than';
  return inclusive ? 'at least' : 'more than';
}

function boundAdjective(isBig: boolean, origin: string): string {
  return origin in units ? (isBig ? 'long' : 'short') : isBig ? 'large' : 'small';
}

const formats: Readonly<Record<string, string>> = {
  cidrv4: 'an IPv4 block such as 10.0.0.0/8',
  cidrv6: 'an IPv6 block such as fd00::/8',
  date: 'a date written YYYY-MM-DD',
  datetime: 'a time written YYYY-MM-DDThh:mm:ssZ',
  email: 'an e-mail address',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  url: 'a web address',
  uuid: 'a UUID',
};

/** Words for a text that isn't written in its form. */
export function formatWords(issue: IssueOf<'invalid_format'>, { field, value }: IssueSubject): ProblemWords {
  const want = formats[issue.format] ?? formatPhrase(issue);
  return {
    code: 'fact-format-wrong',
    what: `${field} is not written in its form`,
    got: describeValue(value),
    want,
    next: `write ${want}`,
  };
}

function formatPhrase(issue: IssueOf<'invalid_format'>): string {
  if ('prefix' in issue) return `a text that starts with ${quoteText(String(issue.prefix))}`;
  if ('suffix' in issue) return `a text that ends with ${quoteText(String(issue.suffix))}`;
  if ('includes' in issue) return `a text that contains ${quoteText(String(issue.includes))}`;
  return issue.format === 'regex'
    ? `a text of the form ${issue.pattern ?? 'that the field asks for'}`
    : `a text of the form ${issue.format}`;
}

/** Words for a number that isn't a multiple. */
export function stepWords(issue: IssueOf<'not_multiple_of'>, { field, value }: IssueSubject): ProblemWords {
  const want = `a multiple of ${issue.divisor}`;
  return {
    code: 'fact-step-wrong',
    what: `${field} is not ${want}`,
    got: describeValue(value),
    want,
    next: `write ${want}`,
  };
}

/** Words for a value that fits none, or more than one, of the forms of a union. */
export function formWords(matches: number, { field, value, schema }: IssueSubject): ProblemWords {
  const want = schema === undefined ? 'one of the allowed forms' : describeSchema(schema);
  const got = describeValue(value);
  if (matches === 0)
    return {
      code: 'fact-form-unknown',
      what: `${field} has none of the allowed forms`,
      got,
      want,
      next: `write ${want}`,
    };
  return {
    code: 'fact-form-many',
    what: `${field} has ${matches} forms at once`,
    got,
    want,
    next: 'keep the keys of one form',
  };
}

/** Words for a key of a table, or an entry of a set, that isn't allowed. */
export function entryWords(
  part: 'key' | 'entry',
  inner: ProblemWords | undefined,
  { field }: IssueSubject,
): ProblemWords {
  return {
    code: part === 'key' ? 'fact-record-key' : 'fact-entry-wrong',
    what: `the ${part} ${field} is not allowed`,
    got: field,
    want: inner?.want ?? `another ${part}`,
    next: inner?.next ?? `change the ${part}`,
  };
}

/** Words for a check that a schema makes itself; its own message is what it wants. */
export function checkWords({ field, value }: IssueSubject): ProblemWords {
  return {
    code: 'fact-value-refused',
    what: `${field} is not allowed here`,
    got: describeValue(value),
    want: 'a value that fits the rest of the fact',
    next: 'compare it with the values beside it',
  };
}
