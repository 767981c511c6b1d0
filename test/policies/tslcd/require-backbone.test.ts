import policy from '../../../policies/tslcd/require-backbone';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { networkNation } from './kit/network-nation';

const given = (bend: Parameters<typeof networkNation>[0] = {}) => ({ view: viewOf({ model: networkNation(bend) }) });

describePolicy('tslcd/require-backbone', policy, {
  passes: { 'three regional, three backup, three metro': () => given() },
  fails: {
    'two regions': () => ({
      ...given({ 'tslcd-regional': ['01', '79'] }),
      where: 'tslcd-regional',
      got: '2 centers',
    }),
    'three centers in two regions': () => ({
      ...given({ 'tslcd-regional': ['01', '79', '79'] }),
      where: 'tslcd-regional',
      got: '3 centers',
    }),
    'a region without backup': () => ({
      ...given({ 'tslcd-backup': ['01', '48'] }),
      where: 'tslcd-backup',
      got: '2 centers',
    }),
    'a city without metro network': () => ({
      ...given({ 'tslcd-metro': ['01', '79', '31'] }),
      where: 'tslcd-metro',
      got: 'none in Đà Nẵng',
    }),
  },
  ignores: { 'a single center': () => ({ ...given(), subject: 'site/tslcd-regional-01' }) },
});
