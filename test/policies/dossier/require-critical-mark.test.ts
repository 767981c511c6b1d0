import policy from '../../../policies/dossier/require-critical-mark';
import { describePolicy } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const subject = 'system/land-database';
const operations = 'national-data-center-clusters';

describePolicy('dossier/require-critical-mark', policy, {
  passes: { 'a marked system of level 5': () => ({ subject, view: viewOf() }) },
  fails: {
    'level 5 without the mark': () => ({
      subject,
      view: viewOf({ model: withSystem('land-database', { critical: false }) }),
      where: 'critical',
      got: 'false',
    }),
    'the operation of the data centers without the mark': () => ({
      subject: 'system/procedures-p01',
      view: viewOf({ model: withSystem('procedures-p01', { programme: [operations] }) }),
      where: 'critical',
      got: 'false',
    }),
  },
  ignores: { 'a system of level 3': () => ({ subject: 'system/procedures-p01', view: viewOf() }) },
});
