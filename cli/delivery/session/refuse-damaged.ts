import { printCount } from '../../../model/print-count';
import { problem, ProblemError } from '../../../model/problem';
import type { Assembly } from '../../../resources/assembly';

/** Departures that are named; the rest is counted. */
const NAMED_MAX = 5;

/**
 * An assembly that departs from its manifest is not brought anywhere.
 * @throws ProblemError with the first departures
 */
export function refuseDamaged(folder: string, { integrity }: Assembly): void {
  if (integrity.length === 0) return;
  const named = integrity.slice(0, NAMED_MAX).map(({ kind, file, address }) => `${kind} ${file} ${address}`.trim());
  throw new ProblemError([
    problem({
      code: 'assembly-damaged',
      at: [folder],
      what: 'the assembly is not as its manifest says, so nothing of it is delivered',
      got: `${printCount(integrity.length, 'departure')}: ${named.join('; ')}`,
      want: 'every file as synth wrote it',
      next: 'make the assembly again with synth, then gate it',
    }),
  ]);
}
