import type { JsonObject, JsonValue, Steps } from '../../../resources/resource';
import { isObject, type OscalDocument } from './oscal-document';

/** The way to a part of a document, shared with what stands above it. */
interface Place {
  readonly above: Place | undefined;
  readonly step: string | number;
}

/** What is neither object nor list. */
export type Scalar = Exclude<JsonValue, object> | null;

/** A text or number of a document with what it stands in. */
export interface Leaf {
  /** The key of it, or of the list that it is in. */
  readonly key: string;
  readonly value: Scalar;
  readonly holder: JsonObject;
  /** The key under which the holder, or the list of holders, stands: `observations`, `target`. */
  readonly collection: string;
  readonly place: Place;
}

/** Visits every leaf of a document, in its order. */
export function visitLeaves({ model, body }: Pick<OscalDocument, 'model' | 'body'>, visit: (leaf: Leaf) => void): void {
  visitBelow({ value: body, collection: model, place: { above: undefined, step: model } }, visit);
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

function visitBelow({ value: holder, collection, place: above }: Below, visit: (leaf: Leaf) => void): void {
  for (const [key, value] of Object.entries(holder)) {
    const place = { above, step: key };
    const visitOne = (item: JsonValue, at: Place): void => {
      if (isObject(item)) visitBelow({ value: item, collection: key, place: at }, visit);
      else if (isScalar(item)) visit({ key, value: item, holder, collection, place: at });
    };
    if (!Array.isArray(value)) visitOne(value, place);
    else
      for (const [index, item] of (value as readonly JsonValue[]).entries())
        visitOne(item, { above: place, step: index });
  }
}

function isScalar(value: JsonValue): value is Scalar {
  return value === null || typeof value !== 'object';
}
