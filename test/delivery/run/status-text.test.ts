import { lastRunOf } from '../../../delivery/journal/run-history';
import type { JournalEntry } from '../../../delivery/journal/journal-entry';
import { statusText } from '../../../delivery/run/status-text';
import type { StepOutcome } from '../../../delivery/run/step-outcome';

const at = '2026-11-26T03:00:00Z';
const steps = ['guardrails/c/terraform/x', 'guardrails/c/kubernetes/y', 'nation/c/kubernetes/z'];
const run: JournalEntry = { kind: 'run', run: 3, at, environment: 'sandbox', assemblyDigest: 'sha256:ab', steps };
const begin = (step: number): JournalEntry => ({ kind: 'begin', run: 3, at, step: steps[step] ?? '' });
const end = (step: number, outcome: StepOutcome): JournalEntry => ({
  kind: 'end',
  run: 3,
  at,
  step: steps[step] ?? '',
  outcome,
});
const counts = { created: 2, changed: 1, unchanged: 0 };

describe('statusText()', () => {
  it('says when nothing was deployed', () => {
    expect(statusText(lastRunOf([]))).toBe('nothing was deployed from this state folder yet\n');
  });

  it('shows how far a run got, what is not known, and what went wrong', () => {
    const trouble = { code: 'conflict', subject: 'Service/a/b', what: 'helm owns spec.ports', next: 'agree with helm' };
    const entries = [
      run,
      begin(0),
      end(0, { state: 'done', counts }),
      begin(1),
      end(1, { state: 'failed', counts, troubles: [trouble] }),
      begin(2),
    ];
    expect(statusText(lastRunOf(entries))).toMatchInlineSnapshot(`
"sandbox, run 3, assembly sha256:ab, since 2026-11-26T03:00:00Z
  · guardrails  1 of 2 steps, 1 not well, 4 created, 2 changed, 0 unchanged
  · nation      0 of 1 step, 1 interrupted, 0 created, 0 changed, 0 unchanged
  ✘ guardrails/c/kubernetes/y
      conflict: Service/a/b: helm owns spec.ports
      next  agree with helm
  ? nation/c/kubernetes/z: was begun, and its end is not known
✘ interrupted; ndc resume continues
"
`);
  });

  it('says that a run converged', () => {
    const entries: JournalEntry[] = [
      ...[0, 1, 2].flatMap((step) => [begin(step), end(step, { state: 'done', counts })]),
      { kind: 'finish', run: 3, at, result: 'converged' },
    ];
    expect(
      statusText(lastRunOf([run, ...entries]))
        .split('\n')
        .at(-2),
    ).toBe('✔ converged');
  });
});
