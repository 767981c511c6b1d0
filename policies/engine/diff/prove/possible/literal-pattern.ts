/** A pattern that stands for one text: at the start, at the end, both, or anywhere. */
export interface LiteralPattern {
  readonly text: string;
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

/** The text that a pattern of `readPattern` asks for; undefined when it asks for one of many. */
export function tryLiteralPattern(pattern: string): LiteralPattern | undefined {
  const isStart = pattern.startsWith('^');
  const body = pattern.slice(isStart ? 1 : 0);
  const isEnd = /(?:^|[^\\])(?:\\\\)*\$$/.test(body);
  const inner = isEnd ? body.slice(0, -1) : body;
  // Halves of a surrogate pair are told apart by texts, and not by patterns.
  if (!/^(?:[^.*+?()[\]{}|^$\\\uD800-\uDFFF]|\\[.*+?()[\]{}|^$\\/-])*$/.test(inner)) return undefined;
  return { text: inner.replaceAll(/\\(.)/g, '$1'), isStart, isEnd };
}
