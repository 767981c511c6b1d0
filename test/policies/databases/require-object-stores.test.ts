import policy from '../../../policies/databases/require-object-stores';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const subject = 'system/procedures-p01';
const store = {
  name: 'files',
  engine: 'object-store',
  zone: 'database',
  class: 'personal',
  sizeGiB: 50,
  instances: 1,
} as const;
const claim = (spec: JsonObject, name = 'proc-files'): JsonObject => ({
  apiVersion: 'objectbucket.io/v1alpha1',
  kind: 'ObjectBucketClaim',
  metadata: { name, namespace: 'p01-proc-database' },
  spec,
});
const whole = { storageClassName: 'system-procedures-p01-objects', additionalConfig: { maxSize: '50Gi' } };
const given = (...resources: readonly JsonObject[]): PolicyCase => ({
  subject,
  view: viewOf({ model: withSystem('procedures-p01', { dataSets: [store] }), resources }),
});

const place = 'files in dc-north-shared-0';

describePolicy('databases/require-object-stores', policy, {
  passes: { 'a claim in the own partition': () => given(claim(whole)) },
  fails: {
    'no claim': () => ({ ...given(), where: place, got: 'no ObjectBucketClaim' }),
    'a claim of another name': () => ({ ...given(claim(whole, 'other')), where: place, got: 'no ObjectBucketClaim' }),
    'the partition of somebody else': () => ({
      ...given(claim({ ...whole, storageClassName: 'system-land-database-objects' })),
      where: `${place}: spec.storageClassName`,
      got: 'system-land-database-objects',
    }),
    'a store without bound': () => ({
      ...given(claim({ storageClassName: whole.storageClassName })),
      where: `${place}: maxSize`,
      got: 'no bound',
    }),
    'another bound': () => ({
      ...given(claim({ ...whole, additionalConfig: { maxSize: '10Gi' } })),
      where: `${place}: maxSize`,
      got: '10 GiB',
    }),
  },
  ignores: { 'a system without object stores': () => ({ subject: 'system/land-database', view: viewOf() }) },
});
