import { stepDates, type Dossier, type DossierState } from './dossier';

/** Field of a dossier that holds the ISO date (`YYYY-MM-DD`) of something that must come in its order. */
export type DossierDateField = Exclude<keyof Dossier, 'state'>;

/**
 * Every date of a dossier in the order in which the law wants them, each with the first state that leaves it behind
 * (Decree 331/2026 Art. 28.3, 30.6, 30.7).
 */
export const dossierDates: readonly { readonly field: DossierDateField; readonly behindFrom: DossierState }[] = [
  { field: 'regulationIssuedOn', behindFrom: 'approved' },
  { field: stepDates.submitted, behindFrom: 'submitted' },
  { field: stepDates.appraised, behindFrom: 'appraised' },
  { field: stepDates.approved, behindFrom: 'approved' },
  { field: 'planCarriedOutOn', behindFrom: 'ready' },
  { field: stepDates.ready, behindFrom: 'ready' },
  { field: stepDates.operating, behindFrom: 'operating' },
];
