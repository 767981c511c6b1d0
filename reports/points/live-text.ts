import { printCount } from '../../model/print-count';
import { points } from '../../policies/engine/points/points';
import { pointTexts } from '../trace/text/trace-words';
import { pointStates, type LiveReport } from './live-report';
import { pointStateTexts } from './point-words';

/** What clusters say, for a person at a terminal: what doesn't hold first. */
export function liveText(live: LiveReport): string {
  const { onlyAsWritten, untold, departed, unreached, leftOut } = live;
  const named = (ids: readonly string[], sign: string, words: string): readonly string[] => [
    ...ids.slice(0, NAMED_MAX).map((id) => `${sign} ${id} ${words}`),
    ...(ids.length > NAMED_MAX ? [`… and ${ids.length - NAMED_MAX} more`] : []),
  ];
  const counts = points.map((point) => {
    const told = pointStates.filter((state) => live.states[point][state] > 0);
    return `${pointTexts[point].en}: ${told.map((state) => `${live.states[point][state]} ${pointStateTexts[state].en}`).join(', ')}`;
  });
  return [
    ...named(onlyAsWritten, '✘', 'passes as written, doesn’t hold where it runs'),
    ...named(untold, '?', 'passes as written, clusters can’t tell'),
    ...unreached.map(({ cluster, why }) => `? ${cluster} gave no answer (${why})`),
    ...departed.slice(0, NAMED_MAX).map(({ id, kind }) => `✘ ${id} ${kind}`),
    ...(departed.length > NAMED_MAX ? [`… and ${departed.length - NAMED_MAX} more in the report`] : []),
    ...counts,
    `${live.equal} of ${printCount(live.compared, 'object')} stand as the assembly says`,
    ...(leftOut.length === 0 ? [] : [`not asked: ${leftOut.join(', ')}`]),
    '',
  ].join('\n');
}

const NAMED_MAX = 10;
