import policy from '../../../policies/residency/require-core-data-protection';
import type { System } from '../../../model/tenancy/system';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const subject = 'system/procedures-p01';
const given = (bend: Partial<System> = {}): PolicyCase => ({
  subject,
  view: viewOf({ model: withSystem('procedures-p01', bend) }),
});
const copy = { site: 'dc-north', medium: 'object', encrypted: true, lockDays: 0 } as const;
const plan = { everyMinutes: 60, retentionDays: 90, restoreTestDays: 365 };
const core = { dataSubjects: { basic: 1_000_000, sensitive: 0 } };

describePolicy('residency/require-core-data-protection', policy, {
  passes: {
    'important data whose copies are encrypted': () => given(),
    'core data in the country': () => ({ subject: 'system/land-database', view: viewOf() }),
    'important data at one site': () => given({ backup: { ...plan, copies: [copy] } }),
  },
  fails: {
    'a copy in the clear': () => ({
      ...given({ backup: { ...plan, copies: [{ ...copy, encrypted: false }] } }),
      where: 'backup.copies',
      got: 'object at dc-north in the clear',
    }),
    'core data at a place that nobody knows': () => ({
      ...given({ ...core, backup: { ...plan, copies: [{ ...copy, site: 'abroad' }] } }),
      where: 'placements, backup.copies',
      got: 'abroad',
    }),
    'core data at one site alone': () => ({
      ...given({ ...core, backup: { ...plan, copies: [copy] } }),
      where: 'backup.copies',
      got: 'all at dc-north',
    }),
  },
  ignores: {
    'a system of few citizens': () => given({ dataSubjects: { basic: 99_999, sensitive: 9_999 } }),
  },
});
