import policy from '../../../policies/dossier/require-plan-before-readiness';
import { describePolicy } from '../../support/describe-policy';
import { dossierCase } from './kit/dossier-case';

const where = 'dossier.planCarriedOutOn';

describePolicy('dossier/require-plan-before-readiness', policy, {
  passes: {
    'a plan carried out between approval and readiness': () => dossierCase({ planCarriedOutOn: '2026-02-25' }),
    'a plan carried out on the day of approval': () => dossierCase({ planCarriedOutOn: '2026-02-20' }),
    'a plan carried out on the day of readiness': () => dossierCase({ planCarriedOutOn: '2026-03-01' }),
    'a plan carried out before readiness is assessed': () =>
      dossierCase({
        state: 'approved',
        planCarriedOutOn: '2026-02-25',
        readyOn: undefined,
        operatingSince: undefined,
      }),
  },
  fails: {
    'no plan carried out': () => ({
      ...dossierCase({ planCarriedOutOn: undefined }),
      where,
      got: 'not carried out',
    }),
    'readiness without a plan, whatever the state says': () => ({
      ...dossierCase({ state: 'approved', planCarriedOutOn: undefined }),
      where,
      got: 'not carried out',
    }),
    'a plan carried out before approval': () => ({
      ...dossierCase({ planCarriedOutOn: '2026-02-19' }),
      where,
      got: '2026-02-19, approved on 2026-02-20',
    }),
    'a plan carried out without approval': () => ({
      ...dossierCase({ approvedOn: undefined }),
      where,
      got: '2026-03-01, approved on no day',
    }),
    'a plan carried out after readiness': () => ({
      ...dossierCase({ planCarriedOutOn: '2026-03-02' }),
      where,
      got: '2026-03-02, ready on 2026-03-01',
    }),
    'a plan that lies ahead': () => ({
      ...dossierCase({
        state: 'approved',
        planCarriedOutOn: '2199-01-01',
        readyOn: undefined,
        operatingSince: undefined,
      }),
      where,
      got: '2199-01-01',
    }),
  },
  ignores: {
    'an approved dossier whose plan isn’t carried out yet': () =>
      dossierCase({
        state: 'approved',
        planCarriedOutOn: undefined,
        readyOn: undefined,
        operatingSince: undefined,
      }),
  },
});
