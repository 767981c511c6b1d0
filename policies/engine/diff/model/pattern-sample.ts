const PART = /(?<class>\[(?<not>\^?)(?<set>(?:\\.|[^\]\\])+)\])|\\(?<escaped>.)|(?<plain>.)/uy;
const REPEAT = /[*+?]|\{(?<least>\d+)(?:,\d*)?\}/uy;

/** A text that a pattern of `readPattern` matches, or nearly: whoever uses it tries it. */
export function patternSample(pattern: string): string {
  const body = pattern.replace(/^\^/, '').replace(/\$$/, '');
  let text = '';
  for (let at = 0; at < body.length; ) {
    PART.lastIndex = at;
    const groups = PART.exec(body)?.groups;
    at = Math.max(at + 1, PART.lastIndex);
    REPEAT.lastIndex = at;
    const repeat = REPEAT.exec(body);
    if (repeat !== null) at = REPEAT.lastIndex;
    text += characterOf(groups ?? {}).repeat(Number(repeat?.groups?.['least'] ?? 1));
  }
  return text;
}

function characterOf({ not, set, escaped, plain }: Readonly<Record<string, string | undefined>>): string {
  if (set === undefined) return escaped ?? plain ?? '';
  if (not === '^') return [...'ax0 _-'].find((one) => !set.includes(one)) ?? '~';
  return set.replace(/^\\/, '').charAt(0);
}
