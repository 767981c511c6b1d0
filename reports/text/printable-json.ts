/** What JSON may hold as it is, and a terminal or a reader takes for something else than text. */
const ACTING = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The same JSON with every character that can't be seen, or that acts on a terminal, as its escape. */
export function printableJson(json: string): string {
  return json.replace(ACTING, (one) =>
    Array.from({ length: one.length }, (_, index) => escapeOf(one.charCodeAt(index))).join(''),
  );
}

function escapeOf(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
