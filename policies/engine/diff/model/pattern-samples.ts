const PART = /(?<set>\[\^?(?:\\.|[^\]\\])+\])|\\(?<escaped>.)|(?<plain>.)/uy;
const REPEAT = /[*+?]|\{(?<least>\d+)(?:,\d*)?\}/uy;

/** Every character that can be typed. */
const CHARACTERS = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index));

/** One character of a pattern, and how often it must stand there. */
interface PatternPart {
  /** Characters that may stand there, the likeliest first. */
  readonly choices: readonly string[];
  readonly times: number;
}

/**
 * Texts that a pattern of `readPattern` matches, or nearly: one, then others that have another character in one place,
 * so that two patterns with nearly the same classes are told apart. Whoever uses them tries them.
 */
export function patternSamples(pattern: string): readonly string[] {
  const parts = partsOf(pattern.replace(/^\^/, '').replace(/\$$/, ''));
  const written = parts.map(({ choices, times }) => (choices[0] ?? '').repeat(times));
  const others = parts.flatMap(({ choices, times }, index) =>
    choices.slice(1).map((one) => written.with(index, one.repeat(Math.max(1, times)))),
  );
  return [written, ...others].map((one) => one.join(''));
}

function partsOf(body: string): readonly PatternPart[] {
  const parts: PatternPart[] = [];
  for (let at = 0; at < body.length;) {
    PART.lastIndex = at;
    const groups = PART.exec(body)?.groups ?? {};
    at = Math.max(at + 1, PART.lastIndex);
    REPEAT.lastIndex = at;
    const repeat = REPEAT.exec(body);
    if (repeat !== null) at = REPEAT.lastIndex;
    parts.push({ choices: choicesOf(groups), times: Number(repeat?.groups?.['least'] ?? 1) });
  }
  return parts;
}

function choicesOf({ set, escaped, plain }: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (set === undefined) return [escaped ?? plain ?? ''];
  const one = new RegExp(`^${set}$`, 'u');
  const taken = CHARACTERS.filter((character) => one.test(character));
  return taken.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Letters and digits are what people write. */
function rankOf(character: string): number {
  return /[a-z]/.test(character) ? 0 : /[0-9]/.test(character) ? 1 : /[A-Z]/.test(character) ? 2 : 3;
}
