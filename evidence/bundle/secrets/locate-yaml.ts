import {
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
  type ScalarEvent,
} from 'js-yaml';
import type { LocatedMap, LocatedScalar, LocatedValue } from './located-value';

const UNTELLING = new Set(['', '~', 'null', 'Null', 'NULL', 'true', 'True', 'TRUE', 'false', 'False', 'FALSE']);

/** Where each value of the documents of a YAML text stands (YAML 1.2.2); undefined for what is no YAML. */
export function tryLocateYaml(text: string): readonly LocatedValue[] | undefined {
  try {
    return new YamlReader(text, parseEvents(text, {})).documents();
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

/** Makes values of the events of a text; an alias is the value that it stands for, at its own place. */
class YamlReader {
  #at = 0;
  readonly #anchors = new Map<string, LocatedValue>();

  public constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
  ) {}

  public documents(): readonly LocatedValue[] {
    const documents: LocatedValue[] = [];
    while (this.#at < this.events.length) {
      this.#at += 1;
      this.#anchors.clear();
      while (!this.isOver()) documents.push(this.value());
    }
    return documents;
  }

  private value(): LocatedValue {
    const event = this.events[this.#at];
    this.#at += 1;
    if (event?.type === EVENT_ID.SCALAR) return this.anchored(event, this.scalar(event));
    if (event?.type === EVENT_ID.MAPPING) {
      const members: LocatedMap['members'][number][] = [];
      const map = this.anchored(event, { type: 'map', members });
      while (!this.isOver()) members.push({ name: nameOf(this.value()), value: this.value() });
      return map;
    }
    if (event?.type === EVENT_ID.SEQUENCE) {
      const values: LocatedValue[] = [];
      const list = this.anchored(event, { type: 'list', values });
      while (!this.isOver()) values.push(this.value());
      return list;
    }
    if (event?.type !== EVENT_ID.ALIAS) throw new YAMLException('a value is missing');
    const name = this.text.slice(event.anchorStart, event.anchorEnd);
    const value = this.#anchors.get(name);
    if (value === undefined) throw new YAMLException(`nothing is called ${name}`);
    return value;
  }

  /** Whether the collection or document ends here, and steps over its end. */
  private isOver(): boolean {
    const event = this.events[this.#at];
    if (event !== undefined && event.type !== EVENT_ID.POP) return false;
    this.#at += 1;
    return true;
  }

  private anchored<T extends LocatedValue>(event: { anchorStart: number; anchorEnd: number }, value: T): T {
    if (event.anchorStart >= 0) this.#anchors.set(this.text.slice(event.anchorStart, event.anchorEnd), value);
    return value;
  }

  private scalar(event: ScalarEvent): LocatedScalar {
    const { valueStart: start, valueEnd: end, style } = event;
    const text = getScalarValue(this.text, event);
    const isTelling = style !== SCALAR_STYLE.PLAIN || !UNTELLING.has(text);
    const isBlock = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
    const [, indent = ''] = /^(?:\s*\n)?([ \t]*)/.exec(this.text.slice(start, end)) ?? [];
    return { type: 'scalar', text, isTelling, start, end, around: isBlock ? [indent, '\n'] : ['', ''] };
  }
}

function nameOf(key: LocatedValue): string {
  return key.type === 'scalar' ? key.text : '';
}
