import policy from '../../../policies/resilience/require-standby-distance';
import { describePolicy } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';
import { centerFact, withCenter } from './kit/bend-model';

const subject = 'system/land-database';
const home = { role: 'home', site: 'dc-north', cluster: 'dc-north-land' } as const;

/** Moves the standby a number of degrees north of home; one is about 111 km. */
const moved = (degrees: number) =>
  viewOf({
    model: withCenter('dc-center', {
      location: { ...centerFact().location, latitude: centerFact().location.latitude + degrees },
    }),
  });

describePolicy('resilience/require-standby-distance', policy, {
  passes: {
    'a standby hundreds of kilometers away': () => ({ view: viewOf(), subject }),
    'a standby just far enough': () => ({ view: moved(0.28), subject }),
  },
  fails: {
    'a standby in the next town': () => ({
      view: moved(0.25),
      subject,
      where: 'placements',
      got: '27.7 km to dc-center',
    }),
    'no standby': () => ({
      view: viewOf({ model: withSystem('land-database', { placements: [home] }) }),
      subject,
      where: 'placements',
      got: 'no standby data center',
    }),
    'no home': () => ({
      view: viewOf({ model: withSystem('land-database', { placements: [{ ...home, role: 'standby' }] }) }),
      subject,
      where: 'placements',
      got: 'no home data center',
    }),
  },
  ignores: {
    'a level-3 system': () => ({ view: viewOf(), subject: 'system/procedures-p01' }),
  },
});
