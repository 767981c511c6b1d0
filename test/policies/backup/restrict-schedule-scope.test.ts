import policy from '../../../policies/backup/restrict-schedule-scope';
import { describePolicy } from '../../support/describe-policy';
import { idOf, viewOf } from '../../support/view-of';
import { change, type Edit } from '../kit/edit-objects';
import { backedUp } from './kit/backup-objects';

const name = 'procedures-p01-dc-center-tape';
const where = 'spec.template.includedNamespaces';
const given = (edit?: Edit) => ({ subject: idOf('Schedule', name, 'platform-backup'), view: backedUp(edit) });
const included = (...names: readonly string[]) =>
  change(`Schedule/${name}`, ['spec', 'template', 'includedNamespaces'], names);

describePolicy('backup/restrict-schedule-scope', policy, {
  passes: { 'the namespaces of the system': () => given() },
  fails: {
    'no namespace, which means all': () => ({ ...given(included()), where, got: 'none: every namespace' }),
    'all by a star': () => ({ ...given(included('*')), where, got: '*' }),
    'a namespace of the platform': () => ({
      ...given(included('p01-proc-server', 'platform-identity')),
      where,
      got: 'platform-identity',
    }),
  },
  ignores: { 'a nation without schedules': () => ({ view: viewOf() }) },
});
