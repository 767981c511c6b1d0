import policy from '../../../policies/databases/require-database-audit';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change } from '../kit/edit-objects';
import { databases } from './kit/databases';

const parameters = ['spec', 'postgresql', 'parameters'] as const;

describePolicy('databases/require-database-audit', policy, {
  passes: {
    'writes, structure and rights': () => databases(),
    everything: () => databases(change('Cluster', [...parameters, 'pgaudit.log'], 'all')),
  },
  fails: {
    'rights that change unseen': () => ({
      ...databases(change('Cluster', [...parameters, 'pgaudit.log'], 'write, ddl')),
      where: 'pgaudit.log',
      got: 'write, ddl',
    }),
    'no audit': () => ({
      ...databases(change('Cluster', [...parameters, 'pgaudit.log'], undefined)),
      where: 'pgaudit.log',
      got: 'not set',
    }),
    'connections that nobody sees': () => ({
      ...databases(change('Cluster', [...parameters, 'log_connections'], 'off')),
      where: 'log_connections',
      got: 'off',
    }),
  },
  ignores: { 'a nation without databases': () => ({ view: viewOf() }) },
});
