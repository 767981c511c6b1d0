/**
 * Texts that act on one reader or another, by what they try. None is longer than a finding may be; a name of 100 kB has a
 * test of its own.
 */
export const hostileTexts = {
  script: '<script>window.taken=1;alert(1)</script>',
  attribute: '"><img src=x onerror="window.taken=1">',
  apostrophe: "'onmouseover='window.taken=1' x='",
  closesScript: '</script></style></title><svg onload=window.taken=1>',
  closesData: ']]><x/><![CDATA[',
  closesComment: '--><b>',
  opensComment: '<!--',
  entity: '&lt;b&gt;&#x3c;i&#62;&nbsp;&amp',
  xmlEntity: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  address: 'javascript:window.taken=1//',
  dataAddress: 'data:text/html,<script>window.taken=1</script>',
  webAddress: 'https://example.invalid/x?a=1&b=2#c www.example.invalid a@example.invalid',
  markdownCell: '| cell | \\| \\\\| \\',
  markdownLink: '[a](javascript:window.taken=1) ![b](https://example.invalid/b.png) [c]: x',
  markdownCode: '``` ` `` \\` ~~~',
  markdownMarks: '**a** __b__ *c* _d_ ~~e~~ # - + 1. > === ---',
  markdownHtml: '<https://example.invalid> <b onclick=x> <!-- -->',
  backslashes: '\\ \\\\ \\n \\u0041 \\;',
  template: '${window.taken=1} {{taken}} <%= taken %> #{taken} %s %n',
  formulaEquals: "=cmd|' /C calc'!A0",
  formulaPlus: '+1+1',
  formulaMinus: '-1+1',
  formulaAt: '@SUM(1+1)',
  formulaTab: '\t=1+1',
  formulaReturn: '\r=1+1',
  formulaFeed: '\n=1+1',
  formulaQuote: "'=1+1",
  formulaWide: '＝1+1',
  csvQuotes: '",=1+1,"',
  lines: 'a\r\nb\nc\rd',
  controls: 'a\u0000b\u0007c\u001b[31md\u007fe\u0085f\u009bg',
  turned: '\u202Eabc\u2066def\u2069\u200Fghi',
  unseen: 'a\u200Bb\uFEFFc\u00ADd\u{E0041}e',
  separators: 'a\u2028b\u2029c',
  highSurrogate: '\uD800',
  lowSurrogate: '\uDC00x\uDFFF\uD83D',
  noCharacter: '\uFFFE\uFFFF\uFFFD',
  brackets: '⟦U+202E⟧ ⟦⟧',
  decomposed: 'Hà Nội e\u0302\u0301 \u0110 \u212B ﬁ',
  marks: 'a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308',
  astral: '😀𝔄',
  prototype: '__proto__',
  constructorName: 'constructor',
  calendar: 'a\\nEND:VEVENT\r\nBEGIN:VALARM;X=1,2:\\,',
  escapeOfSheets: '_x000D_ _x003C_',
  path: '../../../etc/passwd',
  windowsPath: 'C:\\Windows\\..\\CON',
  fragment: 'a#b?c=d%2e%2e%00&e',
} as const satisfies Readonly<Record<string, string>>;

/** Which text it is. */
export type HostileName = keyof typeof hostileTexts;

/** Names of all of them, in order. */
export const hostileNames = Object.keys(hostileTexts) as readonly HostileName[];

/**
 * A text at a place: it begins and ends with what is hostile, for both ends act, and has a mark in its middle by which a
 * reader finds it again.
 */
export function textAt(name: HostileName, place: string): string {
  const hostile = hostileTexts[name];
  return `${hostile}Q${hostileNames.indexOf(name)}${place}Q${hostile}`;
}

/** A mark that a text has in its middle, and where its text stood. */
const MARK = /Q(?<index>\d+)(?<place>[a-z]+(?:En|Vi)?)Q/g;

/** The text of which a mark was found. */
export interface FoundMark {
  readonly name: HostileName;
  readonly place: string;
  readonly whole: string;
}

/** The marks that stand in a text, each with what it must be the middle of. */
export function marksIn(text: string): readonly FoundMark[] {
  return [...text.matchAll(MARK)].flatMap(({ groups }) => {
    const name = hostileNames[Number(groups?.['index'])];
    const place = groups?.['place'];
    return name === undefined || place === undefined ? [] : [{ name, place, whole: textAt(name, place) }];
  });
}
