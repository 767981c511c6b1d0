import type { DossierState } from '../../../model/tenancy/dossier';
import { both, html, type Html } from '../../html/html';
import { dossierTexts } from '../../text/terms';
import type { DeclaredStatus } from '../figures/declared-status';
import type { VerifiedStatus } from '../figures/verified-status';
import { declaredTexts, verifiedTexts, words } from '../words';

/** What an agency declares: a round mark with a broken line, an arrow and words. */
export function declaredMark(status: DeclaredStatus): Html {
  return html`<span class="mark declared d-${status}">${both(words.declared)}: ${both(declaredTexts[status])}</span>`;
}

/** The state of a dossier as its owner declares it. */
export function dossierMark(state: DossierState): Html {
  return html`<span class="mark declared">${both(words.declared)}: ${both(dossierTexts[state])}</span>`;
}

/** What rules verified: a square mark with a bar, a tick or a cross, and words. */
export function verifiedMark(status: VerifiedStatus): Html {
  return html`<span class="mark verified v-${status}">${both(words.verified)}: ${both(verifiedTexts[status])}</span>`;
}

/** Both, never one alone: what is declared, then what is verified. */
export function bothMarks({
  declared,
  verified,
}: {
  readonly declared: DeclaredStatus;
  readonly verified: VerifiedStatus;
}): Html {
  return html`${declaredMark(declared)} ${verifiedMark(verified)}`;
}
