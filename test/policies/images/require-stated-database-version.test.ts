import policy from '../../../policies/images/require-stated-database-version';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { database } from '../supply-chain/kit/workloads';

const running = (image: string): PolicyCase => ({ view: viewOf({ resources: [database(image)] }) });
const where = 'spec.imageName';

describePolicy('images/require-stated-database-version', policy, {
  passes: {
    'a version': () => running('registry.test.gov.vn/cloudnative-pg/postgresql:17.6'),
    'a digest': () => running(`registry.test.gov.vn/postgresql@sha256:${'0'.repeat(64)}`),
  },
  fails: {
    latest: () => ({
      ...running('registry.test.gov.vn/postgresql:latest'),
      where,
      got: 'registry.test.gov.vn/postgresql:latest',
    }),
    'no version, at a registry with a port': () => ({
      ...running('registry.test.gov.vn:5000/postgresql'),
      where,
      got: 'registry.test.gov.vn:5000/postgresql',
    }),
  },
  ignores: { 'an assembly without databases': () => ({ view: viewOf() }) },
});
