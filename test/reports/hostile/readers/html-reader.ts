/** An element as it stands in a page. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Position in the source. */
  readonly at: number;
}

/** What a page holds: its elements in order, and every text between and in them, decoded. */
export interface ReadPage {
  readonly elements: readonly ReadElement[];
  /** Texts outside of scripts and styles. */
  readonly texts: readonly string[];
  /** The insides of scripts and styles, as they are. */
  readonly raw: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Elements that have no end (HTML Living Standard 13.1.2). */
const VOID = new Set(['meta', 'link', 'input', 'br', 'rect', 'path', 'line', 'circle']);

const TAG =
  /<(?<end>\/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?:\s+[a-zA-Z][\w:-]*(?:="[^"<>]*")?)*)\s*(?<empty>\/?)>/y;
const ATTRIBUTE = /(?<name>[a-zA-Z][\w:-]*)(?:="(?<value>[^"]*)")?/g;

/**
 * Reads a page by a grammar far narrower than HTML: tags and attributes in lower case, values in double quotes, five
 * entities, every element closed. What a browser reads in two ways is refused.
 * @throws Error that tells where the page departs from it
 */
export function readPage(page: string): ReadPage {
  const [elements, texts, raw, open]: [ReadElement[], string[], string[], string[]] = [[], [], [], []];
  let at = page.startsWith('<!doctype html>') ? '<!doctype html>'.length : 0;
  while (at < page.length) {
    const next = page.indexOf('<', at);
    const text = page.slice(at, next === -1 ? page.length : next);
    if (text.trim() !== '') texts.push(decode(text));
    if (next === -1) break;
    TAG.lastIndex = next;
    const { end, name = '', attributes = '', empty } = TAG.exec(page)?.groups ?? {};
    if (name === '') throw new Error(`no tag of ours at ${next}: ${page.slice(next, next + 80)}`);
    at = TAG.lastIndex;
    if (end === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> at ${next} closes nothing`);
      continue;
    }
    elements.push({ name, attributes: attributesOf(attributes), at: next });
    if (empty === '/' || VOID.has(name)) continue;
    if (name !== 'script' && name !== 'style') {
      open.push(name);
      continue;
    }
    const close = page.toLowerCase().indexOf(`</${name}`, at);
    raw.push(page.slice(at, close));
    at = page.indexOf('>', close) + 1;
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} are left open`);
  return { elements, texts, raw };
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(({ groups }) => [groups?.['name'] ?? '', decode(groups?.['value'] ?? '')]),
  );
}

function decode(text: string): string {
  return text.replace(/&([^;\s]{0,8};?)/g, (one, name: string) => {
    const found = ENTITIES[name.replace(/;$/, '')];
    if (found === undefined || !name.endsWith(';')) throw new Error(`no entity of ours: ${one}`);
    return found;
  });
}
