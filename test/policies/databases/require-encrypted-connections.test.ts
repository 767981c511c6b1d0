import policy from '../../../policies/databases/require-encrypted-connections';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change } from '../kit/edit-objects';
import { databases } from './kit/databases';

const settings = ['spec', 'postgresql'] as const;

describePolicy('databases/require-encrypted-connections', policy, {
  passes: {
    'TLS 1.3 and SCRAM': () => databases(),
    certificates: () => databases(change('Cluster', [...settings, 'pg_hba'], ['hostssl all all all cert'])),
  },
  fails: {
    'a line without TLS': () => ({
      ...databases(change('Cluster', [...settings, 'pg_hba', 1], 'host all all 10.0.0.0/8 scram-sha-256')),
      where: 'pg_hba',
      got: 'host all all 10.0.0.0/8 scram-sha-256',
    }),
    'a weak method': () => ({
      ...databases(change('Cluster', [...settings, 'pg_hba', 0], 'hostssl all all all md5')),
      where: 'pg_hba',
      got: 'hostssl all all all md5',
    }),
    'no line at all': () => ({
      ...databases(change('Cluster', [...settings, 'pg_hba'], [])),
      where: 'pg_hba',
      got: 'none: the defaults of the image',
    }),
    'old TLS': () => ({
      ...databases(change('Cluster', [...settings, 'parameters', 'ssl_min_protocol_version'], 'TLSv1')),
      where: 'ssl_min_protocol_version',
      got: 'TLSv1',
    }),
    'passwords kept by MD5': () => ({
      ...databases(change('Cluster', [...settings, 'parameters', 'password_encryption'], 'md5')),
      where: 'password_encryption',
      got: 'md5',
    }),
  },
  ignores: { 'a nation without databases': () => ({ view: viewOf() }) },
});
