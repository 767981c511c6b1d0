import { CORE_SCHEMA, defineScalarTag, loadAll, mergeTag, NOT_RESOLVED, Schema, YAMLException } from 'js-yaml';
import { isObject } from '../../json-path';
import type { JsonValue } from '../../resource';
import type { TextPosition } from '../../text-position';
import type { Parse, ParseFailure } from './strict-json';
import { tryParsePlainYaml } from './plain-yaml';
import { PLACED_LENGTH_MAX, TextPlaces } from './text-places';
import { DEPTH_MAX, findMalformation } from './well-formed';

/** Plain scalars that YAML 1.1, which Kubernetes reads, and YAML 1.2 take for different things. */
const AMBIGUOUS =
  /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|[-+]?(?:0\d+|0b[01_]+|0x[\da-fA-F]*_[\da-fA-F_]*|\d[\d_.]*_[\d_.]*(?:[eE][-+]?\d+)?))$/;

class AmbiguousScalar extends Error {}

const ambiguous = defineScalarTag('tag:ndc.gov.vn,2026:ambiguous', {
  implicit: true,
  implicitFirstChars: [...'yYnNoO+-0123456789'],
  resolve(source) {
    if (AMBIGUOUS.test(source)) throw new AmbiguousScalar(source);
    return NOT_RESOLVED;
  },
  identify: () => false,
});

/** First come, first served: the schema's own numbers must not take an ambiguous one. */
const schema = new Schema([ambiguous, ...CORE_SCHEMA.tags]);

/** What somebody else wrote may merge: to leave that unread would leave out what a cluster gets. */
const foreignSchema = new Schema([mergeTag, ...schema.tags]);

/**
 * Reads the documents of a YAML file (core schema) and refuses what makes two readers see two things: keys that
 * stand twice, aliases, and plain scalars such as `yes` or `012` that versions of YAML read differently.
 */
export function parseStrictYaml(text: string): Parse<readonly JsonValue[]> {
  const plain = tryParsePlainYaml(text, resolvePlain);
  const parsed: Parse<readonly JsonValue[]> = plain === undefined ? parseAnyYaml(text) : { ok: true, value: plain };
  const isMerged = parsed.ok && text.includes(MERGE_KEY) && parsed.value.some(holdsMergeKey);
  return isMerged ? (refuseMerge(text) ?? parsed) : parsed;
}

/** Of YAML 1.1 a key that takes in another map; of YAML 1.2 a key like any other. As a value it is the same text in both. */
const MERGE_KEY = '<<';

function holdsMergeKey(document: JsonValue): boolean {
  const rest: JsonValue[] = [document];
  for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (isObject(value) && Object.hasOwn(value, MERGE_KEY)) return true;
    for (const member of Object.values<JsonValue>(value)) rest.push(member);
  }
  return false;
}

/** Within quotes it is a key like any other in both. */
function refuseMerge(text: string): ParseFailure | undefined {
  const position = new TextPlaces(text).findPlain((value) => value === MERGE_KEY);
  const detail = `the key ${MERGE_KEY} without quotes is read differently by YAML 1.1 and 1.2`;
  return position === undefined ? undefined : { ok: false, detail, position };
}

/** The place of what concerns a text as a whole. */
const START: TextPosition = { line: 1, column: 1 };

/** Aliases in a file that somebody else wrote. */
const ALIASES_MAX = 1_000;

/** Values of a file with every alias written out; a few aliases of aliases make billions. */
const VALUES_MAX = 2_000_000;

/** Reads the documents of a file that we didn't write: as the strict way, but with aliases and merge keys, within bounds. */
export function parseForeignYaml(text: string): Parse<readonly JsonValue[]> {
  if (text.length > PLACED_LENGTH_MAX) {
    const detail = `${text.length} characters, of YAML at most ${PLACED_LENGTH_MAX} are read`;
    return { ok: false, detail, position: START };
  }
  const parsed = parse(text, { schema: foreignSchema, maxAliases: ALIASES_MAX });
  if (!parsed.ok) return parsed;
  const isTooLarge = !isWithin(parsed.value, VALUES_MAX);
  return isTooLarge
    ? { ok: false, detail: `aliases make more than ${VALUES_MAX} values of it`, position: START }
    : checked(parsed.value, text);
}

/** Whether a value has at most so many values in it, each alias counted as often as it stands. */
function isWithin(value: unknown, max: number): boolean {
  const rest: unknown[] = [value];
  for (let count = 0; rest.length > 0; count += 1) {
    if (count + rest.length > max) return false;
    const one = rest.pop();
    if (typeof one === 'object' && one !== null) for (const member of Object.values(one)) rest.push(member);
  }
  return true;
}

/** Reads the same documents with a whole parser, however they are written. */
export function parseAnyYaml(text: string): Parse<readonly JsonValue[]> {
  const parsed = parse(text, { schema, maxAliases: 0 });
  return parsed.ok ? checked(parsed.value, text) : parsed;
}

function checked(parsed: readonly unknown[], text: string): Parse<readonly JsonValue[]> {
  const documents = parsed as readonly JsonValue[];
  const checksTexts = text.includes('\\');
  for (const [index, document] of documents.entries()) {
    const malformation = findMalformation(document, checksTexts);
    if (malformation === undefined) continue;
    return { ok: false, detail: `document ${index}: ${malformation}`, position: new TextPlaces(text).find([index]) };
  }
  return { ok: true, value: documents };
}

const RESOLVED_MAX = 10_000;
const resolved = new Map<string, JsonValue | undefined>();

/** Files name the same few numbers and schedules again and again. */
function resolvePlain(text: string): JsonValue | undefined {
  if (resolved.has(text)) return resolved.get(text);
  const parsed = parseAnyYaml(`- ${text}\n`);
  const [list] = parsed.ok ? parsed.value : [];
  const value = Array.isArray(list) && list.length === 1 ? (list as readonly JsonValue[])[0] : undefined;
  if (resolved.size < RESOLVED_MAX) resolved.set(text, value);
  return value;
}

interface ParseOptions {
  readonly schema: Schema;
  readonly maxAliases: number;
}

function parse(text: string, options: ParseOptions): Parse<readonly unknown[]> {
  try {
    return { ok: true, value: loadAll(text, { ...options, maxDepth: DEPTH_MAX }) };
  } catch (error) {
    if (error instanceof AmbiguousScalar) return refuseAmbiguous(text, error.message);
    if (error instanceof YAMLException) return refuseComplexKey(text, error) ?? refuse(error);
    throw error;
  }
}

function refuseAmbiguous(text: string, scalar: string): ParseFailure {
  const detail = `${scalar.slice(0, REASON_MAX)} without quotes is read differently by YAML 1.1 and 1.2`;
  return { ok: false, detail, position: new TextPlaces(text).findPlain((value) => value === scalar) };
}

/** The parser doesn't tell where such a key stands, and templates, which begin with two braces, are full of them. */
function refuseComplexKey(text: string, { reason }: YAMLException): ParseFailure | undefined {
  const position = reason.includes('complex keys') ? new TextPlaces(text).findComplexKey() : undefined;
  if (position === undefined) return undefined;
  return { ok: false, detail: `a list or a map as a key in line ${position.line}`, position };
}

/** The longest reason that is told; the parser quotes names of any length. */
const REASON_MAX = 200;

function refuse({ reason, mark }: YAMLException): ParseFailure {
  const detail = reason.slice(0, REASON_MAX);
  if (mark === undefined || mark === null) return { ok: false, detail, position: START };
  const position = { line: mark.line + 1, column: mark.column + 1 };
  return { ok: false, detail: `${detail} in line ${position.line}`, position };
}
