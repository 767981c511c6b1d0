import policy from '../../../policies/backup/require-data-movement';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';

const moved: JsonObject = { snapshotVolumes: true, snapshotMoveData: true };
const whole: JsonObject = { ...moved, storageLocation: 'dc-center-tape-lock-0' };
const given = (template = whole): PolicyCase => ({
  view: viewOf({
    resources: [
      {
        apiVersion: 'velero.io/v1',
        kind: 'Schedule',
        metadata: { name: 's', namespace: 'platform-backup' },
        spec: { template },
      },
    ],
  }),
});

describePolicy('backup/require-data-movement', policy, {
  passes: { 'data that goes to a store': () => given() },
  fails: {
    'snapshots that stay where they are': () => ({
      ...given({ ...whole, snapshotMoveData: false }),
      where: 'spec.template.snapshotMoveData',
      got: 'false',
    }),
    'no volumes': () => ({
      ...given({ ...whole, snapshotVolumes: null }),
      where: 'spec.template.snapshotVolumes',
      got: 'null',
    }),
    'whatever store is the default': () => ({
      ...given(moved),
      where: 'spec.template.storageLocation',
      got: 'not set: the default of the cluster',
    }),
  },
  ignores: { 'a nation without schedules': () => ({ view: viewOf() }) },
});
