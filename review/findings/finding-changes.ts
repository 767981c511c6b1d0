import type { Evaluation, Finding } from '../../policies/evaluation';

/** What stands against one subject. */
export interface StatedFinding {
  readonly policy: string;
  readonly force: 'block' | 'warn';
  readonly verdict: 'fail' | 'unknown' | 'error' | 'skip';
  readonly subject: string;
  readonly where: string;
  readonly got: string;
  readonly want: string;
  /** What its verdict rests on. */
  readonly value: string;
  /** @default - not of one tenant */
  readonly tenant?: string | undefined;
  /** @default - not of one system */
  readonly system?: string | undefined;
  /** @default - nothing excuses it */
  readonly exception?: string | undefined;
}

/** A finding that one state has and the other hasn't. */
export interface FindingChange extends StatedFinding {
  readonly change: 'added' | 'gone';
}

/** Everything of an evaluation that is not a pass. */
export function statedFindings({ results }: Pick<Evaluation, 'results'>): readonly StatedFinding[] {
  return results.flatMap(({ force, fail, unknown, error, skip }) => [
    ...fail.map((one) => state(one, force, 'fail')),
    ...unknown.map((one) => state(one, force, 'unknown')),
    ...error.map((one) => state(one, force, 'error')),
    ...skip.map((one) => ({ ...state(one, force, 'skip'), exception: one.exception })),
  ]);
}

/** What is found now and was not, and was found and is not any more; sorted by rule and subject. */
export function findingChanges(
  before: readonly StatedFinding[],
  after: readonly StatedFinding[],
): readonly FindingChange[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((one) => [keyOf(one), one])));
  if (old === undefined || now === undefined) return [];
  const added = [...now].filter(([key]) => !old.has(key)).map(([, one]) => ({ change: 'added' as const, ...one }));
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, one]) => ({ change: 'gone' as const, ...one }));
  return [...added, ...gone].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function state(
  { policy, subject, where, got, want, value, tenant, system }: Finding,
  force: StatedFinding['force'],
  verdict: StatedFinding['verdict'],
): StatedFinding {
  return { policy, force, verdict, subject, where, got, want, value, tenant, system };
}

function keyOf({ policy, subject, verdict, value, exception }: StatedFinding): string {
  return JSON.stringify([policy, subject, verdict, value, exception ?? null]);
}

function sortKey(one: FindingChange): string {
  return `${one.change}\n${one.policy}\n${one.subject}\n${one.verdict}\n${one.value}`;
}
