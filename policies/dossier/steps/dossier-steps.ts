import { dossierStates, reached, type Dossier, type DossierState } from '../../../model/tenancy/dossier';

/** One step of a dossier with its date, where it has one. */
export interface DossierStep {
  readonly state: Exclude<DossierState, 'draft'>;
  /** Name of the field that holds the date. */
  readonly field: keyof Dossier;
  readonly date: string | undefined;
  /** Whether the dossier's state says that the step lies behind. */
  readonly behind: boolean;
}

const fields = {
  submitted: 'submittedOn',
  appraised: 'appraisedOn',
  approved: 'approvedOn',
  ready: 'readyOn',
  operating: 'operatingSince',
} as const satisfies Record<Exclude<DossierState, 'draft'>, keyof Dossier>;

/** The steps of a dossier in their legal order. */
export function dossierSteps(dossier: Dossier): readonly DossierStep[] {
  return dossierStates
    .filter((state) => state !== 'draft')
    .map((state) => ({
      state,
      field: fields[state],
      date: dossier[fields[state]],
      behind: reached(dossier.state, state),
    }));
}
