/** The states of a security-level dossier in their legal order (Decree 331/2026 Art. 22–24, 28.3, 30.6, 30.7). */
export const dossierStates = ['draft', 'submitted', 'appraised', 'approved', 'ready', 'operating'] as const;

/** State of a dossier. */
export type DossierState = (typeof dossierStates)[number];

/** The dossier of a system: its state and the ISO dates (`YYYY-MM-DD`) of the steps that lie behind it. */
export interface Dossier {
  readonly state: DossierState;
  /** The internal security regulation was issued; must come before approval (Art. 30.7).
   * @default - not issued
   */
  readonly regulationIssuedOn?: string | undefined;
  /** @default - not submitted */
  readonly submittedOn?: string | undefined;
  /** @default - not appraised */
  readonly appraisedOn?: string | undefined;
  /** @default - not approved */
  readonly approvedOn?: string | undefined;
  /** The plan was carried out in full: after approval, before readiness is assessed (Art. 28.3, 30.6).
   * @default - not carried out in full
   */
  readonly planCarriedOutOn?: string | undefined;
  /** The readiness assessment before go-live (Art. 28.3).
   * @default - not assessed
   */
  readonly readyOn?: string | undefined;
  /** @default - not in operation */
  readonly operatingSince?: string | undefined;
}

/** The date of each step that has one; a draft has none. */
export const stepDates = {
  submitted: 'submittedOn',
  appraised: 'appraisedOn',
  approved: 'approvedOn',
  ready: 'readyOn',
  operating: 'operatingSince',
} as const satisfies Record<Exclude<DossierState, 'draft'>, keyof Dossier>;

/** Whether a state has been reached: `reached('approved', 'submitted')` is true. */
export function reached(state: DossierState, step: DossierState): boolean {
  return dossierStates.indexOf(state) >= dossierStates.indexOf(step);
}
