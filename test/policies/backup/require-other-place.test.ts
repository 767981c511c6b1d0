import type { Model } from '../../../model/model';
import policy from '../../../policies/backup/require-other-place';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { drop } from '../kit/edit-objects';
import { backedUp, subjects } from './kit/backup-objects';

const subject = subjects.land;

describePolicy('backup/require-other-place', policy, {
  passes: {
    'copies hundreds of kilometers away': () => ({ view: backedUp(), subject }),
    'one far copy is enough': () => ({ view: backedUp(drop('Schedule', 'land-database-dc-center-object')), subject }),
  },
  fails: {
    'every site in one town': () => ({
      view: backedUp(undefined, inOneTown()),
      subject,
      where: 'backup.copies',
      got: '0 km away',
    }),
    'no copy at all': () => ({
      view: backedUp(drop('Schedule')),
      subject,
      where: 'backup.copies',
      got: 'no sound copy at a known place',
    }),
  },
  ignores: {
    'a level-3 system': () => ({ view: backedUp(), subject: subjects.procedures }),
  },
});

function inOneTown(): Model {
  const model = healthyModel();
  const sites = model.sites.map((one) =>
    one.kind === 'national-data-center'
      ? { ...one, fact: { ...one.fact, location: { ...one.fact.location, latitude: 21, longitude: 105.5 } } }
      : one,
  );
  return { ...model, sites };
}
