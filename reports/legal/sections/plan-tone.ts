import type { Tone } from '../../document/document';
import type { ClauseState } from '../../report';
import type { PlanState } from '../legal-report';

/** How a state of a plan reads: what is declared never reads like what is proved. */
export function planTone(plan: PlanState): Tone {
  return ({ 'full-proved': 'good', 'full-declared': 'warn', part: 'warn', none: 'bad' } as const)[plan];
}

/** How a state of a requirement reads. */
export function stateTone(state: ClauseState): Tone {
  if (state === 'holds') return 'good';
  if (state === 'fails' || state === 'unknown') return 'bad';
  return state === 'not-applicable' ? 'plain' : 'warn';
}
