import { groupBy } from '../../model/group-by';
import { printCount } from '../../model/print-count';
import type { LastRun } from '../journal/run-history';
import { addCounts, noCounts, type StepTrouble } from './step-outcome';

/** Troubles that are shown of one step; the rest is counted. */
const TROUBLES_MAX = 5;

/** How far the last run got, for a person: each wave with its steps, then what went wrong, then what to do. */
export function statusText(last: LastRun | undefined): string {
  if (last === undefined) return 'nothing was deployed from this state folder yet\n';
  const waves = [...groupBy(last.run.steps, (step) => step.slice(0, step.indexOf('/')))];
  return [
    `${last.run.environment}, run ${last.run.run}, assembly ${last.run.assemblyDigest}, since ${last.run.at}`,
    ...waves.map(([wave, steps]) => waveLine(wave, steps, last)),
    ...troubleLines(last),
    nextLine(last),
    '',
  ].join('\n');
}

function waveLine(wave: string, steps: readonly string[], { ended, interrupted }: LastRun): string {
  const outcomes = steps.flatMap((step) => ended.get(step)?.outcome ?? []);
  const done = outcomes.filter(({ state }) => state === 'done').length;
  const counts = addCounts(outcomes.map((one) => (one.state === 'unreached' ? noCounts : one.counts)));
  const notWell = outcomes.length - done;
  const open = steps.filter((step) => interrupted.includes(step)).length;
  const parts = [
    `${done} of ${printCount(steps.length, 'step')}`,
    ...(notWell === 0 ? [] : [`${notWell} not well`]),
    ...(open === 0 ? [] : [`${open} interrupted`]),
    `${counts.created} created, ${counts.changed} changed, ${counts.unchanged} unchanged`,
  ];
  return `  ${done === steps.length ? '✔' : '·'} ${wave.padEnd(11)} ${parts.join(', ')}`;
}

function troubleLines({ ended, interrupted }: LastRun): readonly string[] {
  const failed = [...ended.values()].flatMap(({ step, outcome }) =>
    outcome.state === 'done' ? [] : [`  ✘ ${step}`, ...troublesOf(outcome.troubles)],
  );
  return [...failed, ...interrupted.map((step) => `  ? ${step}: was begun, and its end is not known`)];
}

/** The troubles of a step, a few by name. */
export function troublesOf(troubles: readonly StepTrouble[]): readonly string[] {
  const shown = troubles
    .slice(0, TROUBLES_MAX)
    .flatMap(({ code, subject, what, next }) => [
      `      ${code}: ${subject}: ${what.replaceAll(/\s*\n\s*/g, ' ')}`,
      `      next  ${next}`,
    ]);
  const rest = troubles.length - TROUBLES_MAX;
  return rest > 0 ? [...shown, `      … and ${rest} more`] : shown;
}

function nextLine({ result, waiting }: LastRun): string {
  if (result === 'converged') return '✔ converged';
  const left = waiting.length === 0 ? '' : `, ${printCount(waiting.length, 'step waits', 'steps wait')}`;
  return `✘ ${result === 'stopped' ? 'stopped' : 'interrupted'}${left}; ndc resume continues`;
}
