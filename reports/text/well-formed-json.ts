/** An escape of a JSON text, or the bracket that shows what a reader could not take. */
const ESCAPE = /\\(?:u(?<unit>[0-9a-f]{4})|.)|⟦/g;

/**
 * The same JSON, as `JSON.stringify` writes it, for readers that take no lone surrogate: such a half stands as `⟦U+D800⟧`, and
 * different texts stay different.
 */
export function wellFormedJson(json: string): string {
  return json.replace(ESCAPE, (one, unit: string | undefined) => {
    if (one === '⟦') return '⟦U+27E6⟧';
    return unit === undefined || !/^d[89a-f]/.test(unit) ? one : `⟦U+${unit.toUpperCase()}⟧`;
  });
}
