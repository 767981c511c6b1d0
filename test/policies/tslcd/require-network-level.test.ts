import policy from '../../../policies/tslcd/require-network-level';
import type { System } from '../../../model/tenancy/system';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const given = (bend: Partial<System>): PolicyCase => ({
  view: viewOf({ model: withSystem('procedures-p01', { programme: ['tslcd-network'], ...bend }) }),
});

describePolicy('tslcd/require-network-level', policy, {
  passes: { 'the network at level 4': () => given({ level: 4 }), 'the network at level 5': () => given({ level: 5 }) },
  fails: { 'the network at level 3': () => ({ ...given({}), where: 'level', got: '3' }) },
  ignores: { 'systems that run no network': () => ({ view: viewOf() }) },
});
