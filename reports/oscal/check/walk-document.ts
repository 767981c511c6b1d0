import type { JsonObject, JsonValue, Steps } from '../../../resources/resource';
import { isObject, type OscalDocument } from './oscal-document';

/** The way to a part of a document, shared with what stands above it. */
interface Place {
  readonly above: Place | undefined;
  readonly step: string | number;
}

/** A text or number of a document with what it stands in. */
export interface Leaf {
  /** The key of it, or of the list that it is in. */
  readonly key: string;
  readonly value: JsonValue;
  readonly holder: JsonObject;
  /** The key under which the holder, or the list of holders, stands: `observations`, `target`. */
  readonly collection: string;
  readonly place: Place;
}

/** Every leaf of a document, in its order. */
export function* leavesOf({ model, body }: Pick<OscalDocument, 'model' | 'body'>): Generator<Leaf> {
  yield* leavesBelow({ value: body, collection: model, place: { above: undefined, step: model } });
}

/** The steps to a place from the whole of the file. */
export function stepsTo(place: Place): Steps {
  const steps: (string | number)[] = [];
  for (let one: Place | undefined = place; one !== undefined; one = one.above) steps.push(one.step);
  return steps.toReversed();
}

interface Below {
  readonly value: JsonObject;
  readonly collection: string;
  readonly place: Place;
}

function* leavesBelow({ value: holder, collection, place: above }: Below): Generator<Leaf> {
  for (const [key, value] of Object.entries(holder)) {
    const place = { above, step: key };
    const items = Array.isArray(value)
      ? (value as readonly JsonValue[]).map((item, index) => [item, { above: place, step: index }] as const)
      : [[value, place] as const];
    for (const [item, at] of items) {
      if (isObject(item)) yield* leavesBelow({ value: item, collection: key, place: at });
      else if (!Array.isArray(item)) yield { key, value: item, holder, collection, place: at };
    }
  }
}
