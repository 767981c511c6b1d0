import { dossierStates, reached, stepDates, type Dossier, type DossierState } from '../../../model/tenancy/dossier';

/** One step of a dossier with its date, where it has one. */
export interface DossierStep {
  readonly state: Exclude<DossierState, 'draft'>;
  /** Name of the field that holds the date. */
  readonly field: keyof Dossier;
  readonly date: string | undefined;
  /** Whether the dossier's state says that the step lies behind. */
  readonly behind: boolean;
}

/** The steps of a dossier in their legal order. */
export function dossierSteps(dossier: Dossier): readonly DossierStep[] {
  return dossierStates
    .filter((state) => state !== 'draft')
    .map((state) => ({
      state,
      field: stepDates[state],
      date: dossier[stepDates[state]],
      behind: reached(dossier.state, state),
    }));
}
