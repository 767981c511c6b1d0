import type { EstateObject } from '../corpus/estate';
import { intentIds, intents, kindsOf, type IntentId } from '../intents';

/** How often a tool was right about an intent. */
export interface Confusion {
  /** Violates, and was found. */
  found: number;
  /** Violates, and was not found. */
  missed: number;
  /** Doesn't violate, and was found. */
  wronglyFound: number;
  /** Doesn't violate, and was not found. */
  let: number;
}

/** What a tool got wrong, by what was done to the objects. */
export interface Mismatch {
  readonly tool: string;
  readonly intent: IntentId;
  readonly kind: 'missed' | 'wrongly found';
  /** How the objects violate it, or how they are written otherwise. */
  readonly how: string;
  readonly count: number;
}

/** What a tool said, against the truth. */
export interface Agreement {
  readonly confusion: ReadonlyMap<IntentId, Confusion>;
  readonly mismatches: readonly Mismatch[];
}

/** One estate with what a tool found in it. */
export interface Answer {
  readonly estate: readonly EstateObject[];
  readonly found: ReadonlySet<string>;
}

/**
 * Compares what a tool found in some estates with what was put into them, for each intent over the kinds that it is about.
 * @throws RangeError when it found something in an object that isn't there: then its findings are read wrongly
 */
export function compareWithTruth(
  tool: string,
  known: (id: IntentId) => boolean,
  answers: readonly Answer[],
): Agreement {
  for (const { estate, found } of answers) refuseStrays(tool, new Set(estate.map(({ id }) => id)), found);
  const confusion = new Map<IntentId, Confusion>();
  const counts = new Map<string, Mismatch>();
  for (const intent of intentIds.filter(known)) {
    const sum: Confusion = { found: 0, missed: 0, wronglyFound: 0, let: 0 };
    confusion.set(intent, sum);
    for (const { estate, found } of answers) {
      for (const object of estate.filter(({ id }) => isAbout(intent, id))) {
        const [how, isFound] = [object.violates.get(intent), found.has(`${intent} ${object.id}`)];
        if (how === undefined) sum[isFound ? 'wronglyFound' : 'let'] += 1;
        else sum[isFound ? 'found' : 'missed'] += 1;
        if ((how !== undefined) === isFound) continue;
        const base = { tool, intent, kind: how === undefined ? 'wrongly found' : 'missed' } as const;
        count(counts, { ...base, how: how ?? otherwise(object), count: 1 });
      }
    }
  }
  return { confusion, mismatches: [...counts.values()] };
}

/** Whether all that a tool said of an intent is true. */
export function isRight({ missed, wronglyFound }: Confusion): boolean {
  return missed === 0 && wronglyFound === 0;
}

function isAbout(intent: IntentId, id: string): boolean {
  return kindsOf[intents[intent].about].includes(id.slice(0, id.indexOf('/')));
}

function refuseStrays(tool: string, ids: ReadonlySet<string>, found: ReadonlySet<string>): void {
  const stray = [...found].find((one) => !ids.has(one.slice(one.indexOf(' ') + 1)));
  if (stray !== undefined) throw new RangeError(`${tool} found something in what isn't there: ${stray}`);
}

function count(counts: Map<string, Mismatch>, one: Mismatch): void {
  const key = [one.tool, one.intent, one.kind, one.how].join('\0');
  counts.set(key, { ...one, count: (counts.get(key)?.count ?? 0) + 1 });
}

function otherwise({ id, variants }: EstateObject): string {
  return [id.slice(0, id.indexOf('/')), ...variants].join(', ');
}
