import policy from '../../../policies/databases/require-database-network';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change, drop } from '../kit/edit-objects';
import { databases } from './kit/databases';

const KIND = 'CiliumNetworkPolicy';

describePolicy('databases/require-database-network', policy, {
  passes: { 'its own instances, its operator, API server, DNS and store': () => databases() },
  fails: {
    'no policy': () => ({ ...databases(drop(KIND)), where: KIND, got: 'none for proc-cases' }),
    'a policy of another database': () => ({
      ...databases(change(KIND, ['spec', 'endpointSelector', 'matchLabels', 'cnpg.io/cluster'], 'other')),
      where: KIND,
      got: 'none for proc-cases',
    }),
    'instances that can’t hear each other': () => ({
      ...databases(change(KIND, ['spec', 'ingress', 0], undefined)),
      where: 'database',
      got: 'without ingress: its own instances',
    }),
    'an operator that can’t ask': () => ({
      ...databases(change(KIND, ['spec', 'ingress', 1], undefined)),
      where: 'database',
      got: 'without ingress: the operator',
    }),
    'no egress': () => ({
      ...databases(change(KIND, ['spec', 'egress'], [])),
      where: 'database',
      got: 'without egress: its own instances',
    }),
    'no API server': () => ({
      ...databases(change(KIND, ['spec', 'egress', 1], undefined)),
      where: 'database',
      got: 'without egress: the API server',
    }),
    'every port': () => ({
      ...databases(change(KIND, ['spec', 'ingress', 0, 'toPorts'], undefined)),
      where: 'database: spec.ingress[0]',
      got: 'every port',
    }),
    'every peer': () => ({
      ...databases(change(KIND, ['spec', 'egress', 3, 'toFQDNs'], undefined)),
      where: 'database: spec.egress[3]',
      got: 'every peer',
    }),
    'hosts by pattern': () => ({
      ...databases(change(KIND, ['spec', 'egress', 3, 'toFQDNs', 0], { matchPattern: '*' })),
      where: 'database: spec.egress[3].toFQDNs',
      got: '{"matchPattern":"*"}',
    }),
    'questions for every name': () => ({
      ...databases(change(KIND, ['spec', 'egress', 2, 'toPorts', 0, 'rules'], undefined)),
      where: 'database: spec.egress[2].toPorts',
      got: 'every name',
    }),
  },
  ignores: { 'a nation without databases': () => ({ view: viewOf() }) },
});
