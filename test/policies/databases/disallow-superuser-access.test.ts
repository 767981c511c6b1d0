import policy from '../../../policies/databases/disallow-superuser-access';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change } from '../kit/edit-objects';
import { databases } from './kit/databases';

const field = ['spec', 'enableSuperuserAccess'] as const;

describePolicy('databases/disallow-superuser-access', policy, {
  passes: { 'no superuser': () => databases() },
  fails: {
    'a superuser who may sign in': () => ({
      ...databases(change('Cluster', field, true)),
      where: field.join('.'),
      got: 'true',
    }),
    'an answer left to the operator': () => ({
      ...databases(change('Cluster', field, undefined)),
      where: field.join('.'),
      got: 'null',
    }),
  },
  ignores: { 'a nation without databases': () => ({ view: viewOf() }) },
});
