import { parseStrictJson } from '../../../resources/read/text/strict-json';
import type { JsonObject, JsonValue, Steps } from '../../../resources/resource';
import { problem, type Problem } from '../../../model/problem';

/** The models of OSCAL by the key of their documents. */
export const oscalModels = [
  'catalog',
  'profile',
  'mapping-collection',
  'component-definition',
  'system-security-plan',
  'assessment-plan',
  'assessment-results',
  'plan-of-action-and-milestones',
] as const;

/** Key of an OSCAL document. */
export type OscalModel = (typeof oscalModels)[number];

/** A file as it was given. */
export interface GivenFile {
  /** As the person named it, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A document that was read. */
export interface OscalDocument extends GivenFile {
  readonly model: OscalModel;
  /** What stands under the key of the model. */
  readonly body: JsonObject;
  /** The whole file. */
  readonly whole: JsonObject;
}

/** Something that is wrong, before its place in the text is looked up. */
export interface RawProblem extends Pick<Problem, 'code' | 'what' | 'got' | 'want' | 'next'> {
  readonly path: string;
  /** Keys and indexes that lead to it from the whole of the file. */
  readonly steps: Steps;
}

/** A document, or why a file is none: no JSON is another thing than JSON that is no OSCAL. */
export type OscalRead =
  | { readonly kind: 'document'; readonly document: OscalDocument }
  | { readonly kind: 'not-json'; readonly problem: Problem }
  | { readonly kind: 'not-oscal'; readonly problem: Problem };

/** Keys that are told of a file that is no OSCAL. */
const KEYS_MAX = 5;

/** Whether a value is a JSON object. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads an OSCAL document; total on every text. */
export function readOscalDocument({ path, text }: GivenFile): OscalRead {
  const parsed = parseStrictJson(text);
  const first = { line: 1, column: 1 };
  if (!parsed.ok) {
    const { line, column } = parsed.position ?? first;
    return {
      kind: 'not-json',
      problem: problem({
        code: 'oscal-not-json',
        at: [],
        what: 'the file is no JSON that can be read in one way only',
        got: parsed.detail,
        want: 'JSON (RFC 8259) without keys that stand twice',
        next: 'correct the file, or write it again with ndc report',
        location: { file: path, line, column },
      }),
    };
  }
  const whole = isObject(parsed.value) ? parsed.value : {};
  const model = oscalModels.find((one) => isObject(whole[one]));
  const body = model === undefined ? undefined : whole[model];
  if (model !== undefined && isObject(body)) return { kind: 'document', document: { path, text, model, body, whole } };
  const keys = Object.keys(whole);
  return {
    kind: 'not-oscal',
    problem: problem({
      code: 'oscal-model-unknown',
      at: [],
      what: 'the file is no document of OSCAL',
      got: keys.length === 0 ? 'no object with keys' : keys.slice(0, KEYS_MAX).join(', '),
      want: `an object with one of the keys ${oscalModels.join(', ')}`,
      next: 'name files of OSCAL alone',
      location: { file: path, ...first },
    }),
  };
}
