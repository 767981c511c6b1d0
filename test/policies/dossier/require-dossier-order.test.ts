import policy from '../../../policies/dossier/require-dossier-order';
import { describePolicy } from '../../support/describe-policy';
import { dossierCase } from './kit/dossier-case';

describePolicy('dossier/require-dossier-order', policy, {
  passes: {
    'steps in their order': () => dossierCase({}),
    'a draft without dates': () =>
      dossierCase({
        state: 'draft',
        submittedOn: undefined,
        appraisedOn: undefined,
        approvedOn: undefined,
        readyOn: undefined,
        operatingSince: undefined,
      }),
    'two steps on one day': () => dossierCase({ appraisedOn: '2026-02-20' }),
  },
  fails: {
    'a step without a date': () => ({
      ...dossierCase({ appraisedOn: undefined }),
      where: 'dossier.appraisedOn',
      got: 'none, state operating',
    }),
    'approval before appraisal': () => ({
      ...dossierCase({ approvedOn: '2026-01-31' }),
      where: 'dossier.approvedOn',
      got: '2026-01-31, appraised on 2026-02-10',
    }),
    'a date ahead of the state': () => ({
      ...dossierCase({ state: 'ready' }),
      where: 'dossier.operatingSince',
      got: '2026-03-10, state ready',
    }),
    'a step that lies in the future': () => ({
      ...dossierCase({}),
      today: '2026-03-09',
      where: 'dossier.operatingSince',
      got: '2026-03-10',
    }),
  },
  ignores: {
    'a system that nobody declares': () => ({ ...dossierCase({}), subject: 'system/other' }),
  },
});
