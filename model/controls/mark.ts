/**
 * How far a statement about the law was confirmed: `read` in the article itself, `secondary` from a
 * public page about it, `own-knowledge` without a source, `inference` from confirmed facts, `uncertain`
 * where sources conflict or fall silent.
 */
export type Mark = (typeof marks)[number];

/** The marks, firmest first. */
export const marks = ['read', 'secondary', 'own-knowledge', 'inference', 'uncertain'] as const;
