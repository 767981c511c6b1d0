import type { Steps } from '../../resource';
import {
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
  type ScalarEvent,
} from 'js-yaml';
import { LineIndex, type TextPosition } from '../../text-position';
import { DEPTH_MAX } from './well-formed';

/** A key, an item or a document of a text, and the node that stands there. */
interface Part {
  /** Index of the first character, of the key or of the item; -1 where an empty one has no place. */
  readonly start: number;
  /** Index of the event that opens the node. */
  readonly node: number;
}

type Parts = ReadonlyMap<string | number, Part>;

const NONE: Parts = new Map();
const MERGE = '<<';

/** Characters of a text in which places are found; the parser needs up to a hundred bytes for each. */
export const PLACED_LENGTH_MAX = 12 * 2 ** 20;

/** The places of a text; undefined of one that is too long to be gone through again. */
export function tryPlaces(text: string): TextPlaces | undefined {
  return text.length > PLACED_LENGTH_MAX ? undefined : new TextPlaces(text);
}

/**
 * Where the parts of a YAML or JSON text stand. What is asked for costs what its parents hold, and each of them is
 * looked through once; aliases and merge keys are followed to where the text stands.
 */
export class TextPlaces {
  private readonly lines: LineIndex;
  private readonly events: readonly Event[];
  /** By index of the event that opens a node: the index behind it. */
  private readonly ends: number[] = [];
  /** By index of an alias: the node that it stands for. */
  private readonly targets = new Map<number, number>();
  private readonly documents: Parts;
  private readonly known = new Map<number, Parts>();

  public constructor(private readonly text: string) {
    this.lines = new LineIndex(text);
    this.events = eventsOf(text);
    this.documents = this.index();
  }

  /** The place of what stands at the end of these steps, the first being the document, or of the nearest parent that is there. */
  public find([document = 0, ...rest]: Steps): TextPosition {
    let part = this.documents.get(document);
    let start = 0;
    for (let depth = 0; part !== undefined; depth += 1) {
      if (part.start !== ABSENT) ({ start } = part);
      const step = rest[depth];
      part = step === undefined ? undefined : this.partAt(part.node, step, new Set());
    }
    return this.lines.positionAt(start);
  }

  /** The place of the first scalar without quotes and tag that is like this; undefined when none is. */
  public findPlain(isLike: (value: string) => boolean): TextPosition | undefined {
    for (const event of this.events) {
      if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN || event.tagStart !== ABSENT) continue;
      if (isLike(getScalarValue(this.text, event))) return this.lines.positionAt(event.valueStart);
    }
    return undefined;
  }

  /** The place of the first key that is a list or a map; undefined when none is. */
  public findComplexKey(): TextPosition | undefined {
    for (const [index, event] of this.events.entries()) {
      if (event.type !== EVENT_ID.MAPPING) continue;
      const key = this.keysOf(index).find((one) => this.scalarAt(one) === undefined);
      if (key !== undefined) return this.lines.positionAt(startOf(this.events[key]));
    }
    return undefined;
  }

  /** Goes through the events once: where each node ends, what each alias stands for, where each document starts. */
  private index(): Parts {
    const documents = new Map<number, Part>();
    const open: number[] = [];
    let anchors = new Map<string, number>();
    for (const [index, event] of this.events.entries()) {
      if (event.type === EVENT_ID.POP) this.ends[open.pop() ?? 0] = index + 1;
      else if (event.type === EVENT_ID.ALIAS) {
        this.ends[index] = index + 1;
        const target = anchors.get(this.text.slice(event.anchorStart, event.anchorEnd));
        if (target !== undefined) this.targets.set(index, target);
      } else if (event.type === EVENT_ID.DOCUMENT) {
        anchors = new Map();
        documents.set(documents.size, { start: startOf(this.events[index + 1]), node: index + 1 });
        open.push(index);
      } else {
        if (event.anchorStart !== ABSENT) anchors.set(this.text.slice(event.anchorStart, event.anchorEnd), index);
        if (event.type === EVENT_ID.SCALAR) this.ends[index] = index + 1;
        else open.push(index);
      }
    }
    return documents;
  }

  /** A part of a node; of a mapping that merges others, theirs too. */
  private partAt(given: number, step: string | number, visited: Set<number>): Part | undefined {
    const node = this.targets.get(given) ?? given;
    if (visited.has(node)) return undefined;
    visited.add(node);
    const parts = this.partsOf(node);
    const found = parts.get(step);
    const merged = parts.get(MERGE)?.node;
    if (found !== undefined || merged === undefined) return found;
    const source = this.targets.get(merged) ?? merged;
    const isList = this.events[source]?.type === EVENT_ID.SEQUENCE;
    const sources = isList ? [...this.partsOf(source).values()].map((one) => one.node) : [source];
    for (const one of sources) {
      const inherited = this.partAt(one, step, visited);
      if (inherited !== undefined) return inherited;
    }
    return undefined;
  }

  private partsOf(node: number): Parts {
    const known = this.known.get(node);
    if (known !== undefined) return known;
    const type = this.events[node]?.type;
    const made =
      type === EVENT_ID.MAPPING ? this.membersOf(node) : type === EVENT_ID.SEQUENCE ? this.itemsOf(node) : NONE;
    this.known.set(node, made);
    return made;
  }

  private membersOf(mapping: number): Parts {
    const members = new Map<string, Part>();
    for (const key of this.keysOf(mapping)) {
      const [event, node] = [this.scalarAt(key), this.ends[key]];
      if (event === undefined || node === undefined) continue;
      members.set(getScalarValue(this.text, event), { start: startOf(this.events[key]), node });
    }
    return members;
  }

  private keysOf(mapping: number): readonly number[] {
    const keys: number[] = [];
    const last = (this.ends[mapping] ?? 0) - 1;
    for (let key = mapping + 1; key < last; key = this.ends[this.ends[key] ?? last] ?? last) keys.push(key);
    return keys;
  }

  private scalarAt(index: number): ScalarEvent | undefined {
    const event = this.events[this.targets.get(index) ?? index];
    return event?.type === EVENT_ID.SCALAR ? event : undefined;
  }

  private itemsOf(sequence: number): Parts {
    const items = new Map<number, Part>();
    const last = (this.ends[sequence] ?? 0) - 1;
    for (let node = sequence + 1; node < last; node = this.ends[node] ?? last) {
      items.set(items.size, { start: startOf(this.events[node]), node });
    }
    return items;
  }
}

const ABSENT = -1;

/** Where a node starts, with its anchor and tag; nowhere, if it is empty. */
function startOf(event: Event | undefined): number {
  if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return ABSENT;
  const starts = [
    event.anchorStart === ABSENT ? ABSENT : event.anchorStart - 1,
    'tagStart' in event ? event.tagStart : ABSENT,
    'start' in event ? event.start : contentStart(event),
  ].filter((one) => one !== ABSENT);
  return starts.length === 0 ? ABSENT : Math.min(...starts);
}

/** The parser tells where a text starts behind its quote. */
function contentStart(event: Event): number {
  if (event.type !== EVENT_ID.SCALAR || event.valueStart === ABSENT) return ABSENT;
  const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return isQuoted ? event.valueStart - 1 : event.valueStart;
}

/** The events of a text; none of one that the parser refuses, so that nothing but its start is found in it. */
function eventsOf(text: string): readonly Event[] {
  try {
    return parseEvents(text, { maxDepth: DEPTH_MAX });
  } catch (error) {
    if (error instanceof YAMLException) return [];
    throw error;
  }
}
