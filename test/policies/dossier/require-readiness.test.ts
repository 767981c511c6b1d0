import policy from '../../../policies/dossier/require-readiness';
import { describePolicy } from '../../support/describe-policy';
import { dossierCase } from './kit/dossier-case';

describePolicy('dossier/require-readiness', policy, {
  passes: {
    'readiness between approval and operation': () => dossierCase({}),
    'readiness on the day of approval': () => dossierCase({ readyOn: '2026-02-20' }),
  },
  fails: {
    'no assessment': () => ({
      ...dossierCase({ readyOn: undefined }),
      where: 'dossier.readyOn',
      got: 'not assessed',
    }),
    'readiness before approval': () => ({
      ...dossierCase({ readyOn: '2026-02-19' }),
      where: 'dossier.readyOn',
      got: '2026-02-19, approved on 2026-02-20',
    }),
    'readiness after the start': () => ({
      ...dossierCase({ readyOn: '2026-03-11' }),
      where: 'dossier.readyOn',
      got: '2026-03-11, in operation since 2026-03-10',
    }),
  },
  ignores: {
    'a system that doesn’t operate yet': () => dossierCase({ state: 'ready', operatingSince: undefined }),
  },
});
