/** What a Markdown file holds: its texts as a program shows them, and where its links lead. */
export interface ReadMarkdown {
  readonly texts: readonly string[];
  readonly links: readonly string[];
}

/**
 * Reads Markdown (CommonMark 0.31, tables of GitHub) by the few constructs that our files may have: headings, lists, tables,
 * paragraphs of one line, bold, code and links. Anything that is markup beyond that is refused, so a text that became
 * markup is told.
 * @throws Error that tells the line
 */
export function readMarkdown(file: string): ReadMarkdown {
  const [texts, links]: [string[], string[]] = [[], []];
  for (const line of file.split('\n')) {
    if (/[\r\u2028\u2029]/.test(line)) throw new Error(`a line end in a line: ${line.slice(0, 80)}`);
    for (const part of blocksOf(line)) texts.push(inline(part, links));
  }
  return { texts, links };
}

function blocksOf(line: string): readonly string[] {
  if (line.startsWith('| ')) return cellsOf(line);
  return [line.replace(/^(?:#{1,6} | {0,2}- )/, '')];
}

/** The cells of a row: by GitHub's reading, where a backslash and what follows are one, and by others', where only the character before counts. */
function cellsOf(row: string): readonly string[] {
  const inner = row.slice(1, row.endsWith(' |') ? -1 : undefined);
  const cells = [...inner.matchAll(/(?<=^|\|)(?:\\.|[^|\\])*(?=\||$)/gsu)].map(([cell]) => cell);
  const others = inner.split(/(?<!\\)\|/);
  if (cells.join('\n') !== others.join('\n'))
    throw new Error(`programs part this row differently: ${row.slice(0, 200)}`);
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|'));
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;

const CODE = /(?<fence>`+)(?<inside>(?:[^`]|(?!(?<=[^`])\k<fence>(?!`))`)*?[^`])\k<fence>(?!`)/y;

/** What no construct begins with. */
const PLAIN = /[^\\`[\]<>*_~{}#&!]+/y;

const LINK = /(?<!!)\[(?<label>(?:\\.|[^[\]\\`])*)\]\((?<to>[^\s()<>\\]*)\)/suy;

const ENTITY = /&#?\w+;/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function inline(text: string, links: string[]): string {
  let shown = '';
  let at = 0;
  while (at < text.length) {
    const one = text.charAt(at);
    const plain = matchAt(PLAIN, text, at)?.[0];
    if (plain !== undefined) {
      shown += plain;
      at += plain.length;
    } else if (one === '\\' && PUNCTUATION.test(text.charAt(at + 1))) {
      shown += text.charAt(at + 1);
      at += 2;
    } else if (one === '`') {
      const [whole, inside] = codeAt(text, at);
      shown += inside;
      at += whole;
    } else if (one === '[') {
      const link = matchAt(LINK, text, at);
      if (link === null) throw new Error(`no link of ours: ${text.slice(at, at + 80)}`);
      links.push(link.groups?.['to'] ?? '');
      shown += inline(link.groups?.['label'] ?? '', links);
      at += link[0].length;
    } else if (text.startsWith('**', at)) {
      at += 2;
    } else {
      if (/[<>*_~\]{}#]/.test(one) || matchAt(ENTITY, text, at) !== null)
        throw new Error(`markup: ${text.slice(Math.max(0, at - 40), at + 40)}`);
      shown += one;
      at += 1;
    }
  }
  return shown;
}

/** Code that begins here: its length with its fences, and what it shows. */
function codeAt(text: string, at: number): readonly [number, string] {
  const code = matchAt(CODE, text, at);
  const inside = code?.groups?.['inside'];
  if (code === null || inside === undefined) throw new Error(`code without end: ${text.slice(at, at + 80)}`);
  return [code[0].length, /^ .*[^ ].* $/su.test(inside) ? inside.slice(1, -1) : inside];
}
