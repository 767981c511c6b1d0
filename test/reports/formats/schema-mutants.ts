/** One way in which a file of data can be wrong. */
export type MutantKind = 'extra' | 'missing' | 'type';

/** A file with one thing wrong in it. */
export interface Mutant {
  readonly kind: MutantKind;
  /** Members that lead to what is wrong, joined by `/`; `*` for any index. */
  readonly place: string;
}

type Holder = Record<string, unknown>;

/**
 * Makes one thing after another wrong in a value: at each place a member too many, a member too few, and a value of another
 * type. The value is wrong while it is yielded, and right again afterwards. Places of one shape are taken once.
 */
export function* mutantsOf(root: Record<string, unknown>): Generator<Mutant> {
  yield* mutantsIn(root, '', new Set());
}

function* mutantsIn(own: Holder, place: string, seen: Set<string>): Generator<Mutant> {
  const isList = Array.isArray(own);
  if (!isList && isNew(seen, `extra ${place}`)) {
    own['nobodyKnows'] = { a: [true] };
    yield { kind: 'extra', place };
    delete own['nobodyKnows'];
  }
  for (const [key, value] of Object.entries(own)) {
    const here = `${place}/${isList ? '*' : key}`;
    if (isNew(seen, `type ${here} ${typeof value}`)) {
      own[key] = typeof value === 'string' ? 0.5 : 'of another type';
      yield { kind: 'type', place: here };
      own[key] = value;
    }
    if (!isList && isNew(seen, `missing ${here}`)) {
      delete own[key];
      yield { kind: 'missing', place: here };
      own[key] = value;
    }
    if (typeof value === 'object' && value !== null) yield* mutantsIn(value as Holder, here, seen);
  }
}

function isNew(seen: Set<string>, one: string): boolean {
  return seen.size < seen.add(one).size;
}
