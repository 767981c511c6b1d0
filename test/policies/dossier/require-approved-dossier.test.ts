import policy from '../../../policies/dossier/require-approved-dossier';
import { describePolicy } from '../../support/describe-policy';
import { dossierCase, subject } from './kit/dossier-case';

describePolicy('dossier/require-approved-dossier', policy, {
  passes: {
    'a system that was approved before it operated': () => dossierCase({}),
    'approval on the first day of operation': () => dossierCase({ approvedOn: '2026-03-10' }),
  },
  fails: {
    'operation without approval': () => ({
      ...dossierCase({ approvedOn: undefined }),
      where: 'dossier.approvedOn',
      got: 'not approved',
    }),
    'approval after the start': () => ({
      ...dossierCase({ approvedOn: '2026-04-01' }),
      where: 'dossier.operatingSince',
      got: '2026-03-10, approved on 2026-04-01',
    }),
    'a draft that operates all the same': () => ({
      ...dossierCase({ state: 'draft', approvedOn: undefined }),
      where: 'dossier.approvedOn',
      got: 'not approved',
    }),
    'operation that began on no day': () => ({
      ...dossierCase({ operatingSince: undefined }),
      where: 'dossier.operatingSince',
      got: 'not said',
    }),
  },
  ignores: {
    'a system that doesn’t operate yet': () => ({
      ...dossierCase({ state: 'ready', operatingSince: undefined }),
      subject,
    }),
  },
});
