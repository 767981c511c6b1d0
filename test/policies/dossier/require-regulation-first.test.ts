import policy from '../../../policies/dossier/require-regulation-first';
import { describePolicy } from '../../support/describe-policy';
import { dossierCase } from './kit/dossier-case';

describePolicy('dossier/require-regulation-first', policy, {
  passes: {
    'a regulation before approval': () => dossierCase({}),
    'a regulation on the day of approval': () => dossierCase({ regulationIssuedOn: '2026-02-20' }),
  },
  fails: {
    'no regulation': () => ({
      ...dossierCase({ regulationIssuedOn: undefined }),
      where: 'dossier.regulationIssuedOn',
      got: 'not issued',
    }),
    'a regulation after approval': () => ({
      ...dossierCase({ regulationIssuedOn: '2026-02-21' }),
      where: 'dossier.regulationIssuedOn',
      got: '2026-02-21, approved on 2026-02-20',
    }),
    'an approval on no day': () => ({
      ...dossierCase({ approvedOn: undefined }),
      where: 'dossier.approvedOn',
      got: 'not said',
    }),
  },
  ignores: {
    'a dossier that isn’t approved yet': () => dossierCase({ state: 'appraised', approvedOn: undefined }),
  },
});
