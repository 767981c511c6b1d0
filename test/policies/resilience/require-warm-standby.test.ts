import policy from '../../../policies/resilience/require-warm-standby';
import type { Model } from '../../../model/model';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel, withSystem } from '../../support/healthy-model';
import { viewOf, type GivenResource } from '../../support/view-of';
import { asWritten, change, drop, type Edit } from '../kit/edit-objects';

const subject = 'system/land-database';

function warm(edit: Edit = asWritten, model: Model = healthyModel()): AssemblyView {
  const namespaces = model.namespaces.map(({ cluster, name }): GivenResource => ({
    cluster,
    body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
  }));
  const replica: GivenResource = {
    cluster: 'dc-center-land',
    body: {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: { name: 'land-parcels', namespace: 'national-owner-land-database' },
      spec: { instances: 3, replica: { enabled: true, source: 'land-parcels' } },
    },
  };
  return viewOf({ model, resources: edit([...namespaces, replica]) });
}

const without =
  (cluster: string, name: string): Edit =>
  (objects) =>
    objects.filter(
      (one) => one.cluster !== cluster || JSON.stringify(one.body['metadata']) !== JSON.stringify({ name }),
    );

describePolicy('resilience/require-warm-standby', policy, {
  passes: {
    'all namespaces at both sites, and a database that follows': () => ({ view: warm(), subject }),
    'a system without databases': () => ({
      view: warm(drop('Cluster'), withSystem('land-database', { dataSets: [] })),
      subject,
    }),
  },
  fails: {
    'a namespace that is gone at the standby, naming it': () => ({
      view: warm(without('dc-center-land', 'national-owner-land-dmz')),
      subject,
      where: 'dc-center-land',
      got: 'no Namespace national-owner-land-dmz',
    }),
    'a namespace that is gone at home': () => ({
      view: warm(without('dc-north-land', 'national-owner-land-server')),
      subject,
      where: 'dc-north-land',
      got: 'no Namespace national-owner-land-server',
    }),
    'a database that is gone at the standby': () => ({
      view: warm(drop('Cluster')),
      subject,
      where: 'dc-center-land',
      got: 'no database land-parcels',
    }),
    'a database that lives on its own': () => ({
      view: warm(change('Cluster', ['spec', 'replica', 'enabled'], false)),
      subject,
      where: 'dc-center-land: land-parcels: spec.replica.enabled',
      got: 'not a replica',
    }),
    'no standby': () => ({
      view: warm(
        undefined,
        withSystem('land-database', { placements: [{ role: 'home', site: 'dc-north', cluster: 'dc-north-land' }] }),
      ),
      subject,
      where: 'placements',
      got: 'no standby',
    }),
    'a standby at home': () => ({
      view: warm(
        undefined,
        withSystem('land-database', {
          placements: [
            { role: 'home', site: 'dc-north', cluster: 'dc-north-land' },
            { role: 'standby', site: 'dc-north', cluster: 'dc-center-land' },
          ],
        }),
      ),
      subject,
      where: 'placements',
      got: 'both at dc-north',
    }),
  },
  ignores: {
    'a level-3 system': () => ({ view: warm(), subject: 'system/procedures-p01' }),
  },
});
