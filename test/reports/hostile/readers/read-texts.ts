import { readCalendar } from './calendar-reader';
import { readCsv } from './csv-reader';
import { readPage } from './html-reader';
import { readMarkdown } from './markdown-reader';
import { readXml } from './xml-reader';
import { readZip } from './zip-reader';

/** A file of a report as it would be on disk. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Every text that a file holds, as a program that knows its kind shows it. */
type Reader = (file: WrittenFile) => readonly string[];

const textOf = ({ bytes }: WrittenFile): string => {
  const text = bytes.toString('utf8');
  if (!bytes.equals(Buffer.from(text))) throw new Error('not UTF-8');
  return text;
};

const readers: Readonly<Record<string, Reader>> = {
  html: (file) => {
    const { elements, texts } = readPage(textOf(file));
    return [...texts, ...elements.flatMap(({ attributes }) => [...attributes.values()])];
  },
  md: (file) => readMarkdown(textOf(file)).texts,
  csv: (file) => readCsv(textOf(file)),
  json: (file) => textsOfJson(JSON.parse(textOf(file))),
  js: (file) => (file.path === 'site.js' ? [] : readScript(textOf(file))),
  css: () => [],
  xml: (file) => readXml(textOf(file)),
  xlsx: ({ bytes }) =>
    [...readZip(bytes).values()].flatMap((part) => readXml(part)).map((text) => text.replace(/_x005F_(?=x)/g, '_')),
  ics: (file) => readCalendar(textOf(file)),
  sarif: (file) => textsOfJson(JSON.parse(textOf(file))),
};

/**
 * The texts of a file by the ending of its name. A format of a new kind needs a reader here first.
 * @throws Error where there is no reader for it, or it isn't what its ending says
 */
export function readTexts(file: WrittenFile): readonly string[] {
  const reader = readers[/[^.]*$/.exec(file.path)?.[0] ?? ''];
  if (reader === undefined) throw new Error(`no reader for ${file.path}`);
  try {
    return reader(file);
  } catch (error) {
    throw new Error(`${file.path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** What a text of data may stand for: itself, a text in Markdown (OSCAL), the address of a file (SARIF). */
export function meanings(text: string): readonly string[] {
  return [text, ...tryRead(() => readMarkdown(text).texts.join('')), ...tryRead(() => decodeURIComponent(text))];
}

function tryRead(read: () => string): readonly string[] {
  try {
    return [read()];
  } catch {
    return [];
  }
}

/** Every text of a JSON value; names of members too. */
export function textsOfJson(value: unknown): readonly string[] {
  const found: string[] = [];
  const left = [value];
  for (let one = left.pop(); left.length > 0 || one !== undefined; one = left.pop()) {
    if (typeof one === 'string') found.push(one);
    if (typeof one !== 'object' || one === null) continue;
    for (const [key, member] of Object.entries(one)) {
      if (!Array.isArray(one)) found.push(key);
      left.push(member ?? 0);
    }
  }
  return found;
}

/** A script that gives JSON values names, a line each; objects are told by what they share with the one before. */
function readScript(script: string): readonly string[] {
  return script
    .trim()
    .split('\n')
    .flatMap((line) => {
      const { name, value } = /^window\.(?<name>\w+)=(?<value>.*);$/su.exec(line)?.groups ?? {};
      if (name === undefined) throw new Error(`no value with a name: ${line.slice(0, 80)}`);
      const read: unknown = JSON.parse(value ?? '');
      return name === 'ndcObjects' ? joined(read as readonly (readonly [number, string])[]) : textsOfJson(read);
    });
}

function joined(parts: readonly (readonly [number, string])[]): readonly string[] {
  let last = '';
  return parts.map(([shared, rest]) => {
    last = last.slice(0, shared) + rest;
    return last;
  });
}
