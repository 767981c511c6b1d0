const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const NAME = '[A-Za-z_][\\w:.-]*';
const TAG = new RegExp(`<(?<end>/?)(?<name>${NAME})(?<attributes>(?:\\s+${NAME}="[^"<]*")*)\\s*(?<empty>/?)>`, 'y');

/** What XML 1.0 calls a character (section 2.2). */
const NO_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * Every text of an XML 1.0 document, decoded: of elements and of attributes. There is no document type, no comment, no
 * CDATA and no instruction but the declaration.
 * @throws Error that tells why the document isn't well-formed, or isn't as narrow as that
 */
export function readXml(document: string): readonly string[] {
  const bad = NO_CHARACTER.exec(document);
  if (bad !== null) throw new Error(`no character of XML at ${bad.index}`);
  const texts: string[] = [];
  const open: string[] = [];
  const [declaration = ''] = /^<\?xml version="1\.0" encoding="UTF-8"(?: standalone="yes")?\?>\s*/.exec(document) ?? [];
  let at = declaration.length;
  if (at === 0) throw new Error('no declaration');
  while (at < document.length) {
    const next = document.indexOf('<', at);
    const text = document.slice(at, next === -1 ? document.length : next);
    if (text.includes(']]>')) throw new Error(`]]> in a text at ${at}`);
    if (text !== '') texts.push(decode(text));
    if (next === -1) break;
    TAG.lastIndex = next;
    const { end, name = '', attributes = '', empty } = TAG.exec(document)?.groups ?? {};
    if (name === '') throw new Error(`no tag at ${next}: ${document.slice(next, next + 60)}`);
    at = TAG.lastIndex;
    texts.push(
      ...[...attributes.matchAll(/"([^"]*)"/g)].map(([, value = '']) => decode(value.replace(/[\t\n\r]/g, ' '))),
    );
    if (end === '/' && open.pop() !== name) throw new Error(`</${name}> at ${next} closes nothing`);
    if (end !== '/' && empty !== '/') open.push(name);
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} left open`);
  return texts;
}

function decode(text: string): string {
  return text.replace(/&([^;]{0,12};?)/g, (one, inside: string) => {
    const name = inside.replace(/;$/, '');
    const [, digits] = /^#(\d+)$/.exec(name) ?? [];
    const found = digits === undefined ? ENTITIES[name] : String.fromCodePoint(Number(digits));
    if (found === undefined || !inside.endsWith(';') || NO_CHARACTER.test(found)) throw new Error(`no entity: ${one}`);
    return found;
  });
}
