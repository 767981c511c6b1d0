import policy from '../../../policies/dossier/require-transition-dates';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';
import { dossierCase } from './kit/dossier-case';

const submitted = { state: 'submitted' } as const;

describePolicy('dossier/require-transition-dates', policy, {
  passes: {
    'a system in operation': () => dossierCase({}),
    'a system that was found ready': () => dossierCase({ state: 'ready' }),
  },
  fails: {
    'a dossier that isn’t approved, with the days left': () => ({
      ...dossierCase(submitted),
      where: 'dossier.state',
      got: 'submitted, 91 days left',
    }),
    'no day left on the day itself': () => ({
      ...dossierCase(submitted),
      today: '2026-12-31',
      where: 'dossier.state',
      got: 'submitted, 0 days left',
    }),
    'a dossier that is late': () => ({
      ...dossierCase(submitted),
      today: '2027-01-02',
      where: 'dossier.state',
      got: 'submitted, 2 days late',
    }),
    'an approved system that isn’t ready, with the days to the second date': () => ({
      ...dossierCase({ state: 'approved' }),
      where: 'dossier.state',
      got: 'approved, 272 days left',
    }),
    'a day that is none, as unknown': () => ({
      ...dossierCase(submitted),
      today: 'today',
      verdict: 'unknown',
      where: 'dossier.state',
      got: 'submitted',
    }),
  },
  ignores: {
    'a nation without systems': () => ({ view: viewOf({ model: { ...healthyModel(), systems: [] } }) }),
  },
});
