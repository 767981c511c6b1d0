import { placeOfOffset } from './text-place';
import type { ProblemList } from '../problem-list';

/** Nesting of brackets that the parser is trusted with; the limit of facts themselves is lower. */
export const BRACKETS_DEPTH_MAX = 64;

/**
 * Signs `<` that a file may have outside texts and comments. The parser tries several readings of each nested
 * one, so its time grows exponentially with them: `async<T>(` ten times takes seconds. Types of facts need two.
 */
export const ANGLE_BRACKETS_MAX = 4;

/** Comments, texts without expressions, and the signs that matter; a text stops at the end of its line. */
const TOKEN =
  /\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?(?:\*\/|$)|'(?:\\\r\n|\\[^]|[^'\\\n\r]+)*'?|"(?:\\\r\n|\\[^]|[^"\\\n\r]+)*"?|[`<(){}[\]#/]/g;
const TEMPLATE_PART = /(?:\\[^]|\$(?!\{)|[^\\$`]+)*(\$\{|`|$)/y;

/**
 * Looks at the signs of a fact file before the parser does, and reports what could exhaust it: brackets nested
 * too deep and too many angle brackets. False when the file must not be parsed.
 */
export function guardSource(text: string, problems: ProblemList): boolean {
  const guard = new SourceGuard(text);
  const offset = guard.findTooDeep();
  if (offset !== undefined) problems.add(placeOfOffset(text, offset), guard.isAngle(offset) ? angleWords : depthWords);
  return offset === undefined;
}

/** The words of the problem for a fact that nests too deep for the parser. */
export const depthWords = {
  code: 'fact-depth',
  what: 'this is nested too deep for a fact',
  got: `more than ${BRACKETS_DEPTH_MAX} levels`,
  want: 'at most 32 levels of objects and lists',
  next: 'split the fact into files, or make it flat',
} as const;

const angleWords = {
  code: 'fact-angle-brackets',
  what: 'this file has too many angle brackets for a fact',
  got: `more than ${ANGLE_BRACKETS_MAX} signs < outside texts and comments`,
  want: 'a literal that satisfies one named type',
  next: 'give the type a name in model/facts and use the name here',
} as const;

class SourceGuard {
  private readonly open: string[] = [];
  private angles = 0;

  public constructor(private readonly text: string) {}

  public isAngle(offset: number): boolean {
    return this.text[offset] === '<';
  }

  /** Offset of the first bracket that is one too many. */
  public findTooDeep(): number | undefined {
    const token = new RegExp(TOKEN);
    for (let match = token.exec(this.text); match !== null; match = token.exec(this.text)) {
      const [sign] = match;
      // A lone slash or hash can open a regular expression or a hash-bang line: from here on every sign counts.
      if (sign === '/' || sign === '#') return this.findAngleAfter(match.index);
      if (this.isTooMuch(sign)) return match.index;
      if (sign === '`' || (sign === '}' && this.open.pop() === '${'))
        token.lastIndex = this.skipTemplate(token.lastIndex);
    }
    return undefined;
  }

  private isTooMuch(sign: string): boolean {
    if (sign === '<') this.angles += 1;
    if (sign === ')' || sign === ']') this.open.pop();
    if (sign === '(' || sign === '[' || sign === '{') this.open.push(sign);
    return this.angles > ANGLE_BRACKETS_MAX || this.open.length > BRACKETS_DEPTH_MAX;
  }

  /** Offset after a part of a template literal; remembers that an expression is open inside it. */
  private skipTemplate(from: number): number {
    const part = new RegExp(TEMPLATE_PART);
    part.lastIndex = from;
    const end = part.exec(this.text)?.[1];
    if (end === '${') this.open.push('${');
    return end === undefined ? this.text.length : part.lastIndex;
  }

  private findAngleAfter(from: number): number | undefined {
    for (let at = this.text.indexOf('<', from); at !== -1; at = this.text.indexOf('<', at + 1)) {
      this.angles += 1;
      if (this.angles > ANGLE_BRACKETS_MAX) return at;
    }
    return undefined;
  }
}
