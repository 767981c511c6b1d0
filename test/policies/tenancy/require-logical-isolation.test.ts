import policy from '../../../policies/tenancy/require-logical-isolation';
import type { Namespace } from '../../../model/tenancy/namespace';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const namespace = 'p01-proc-server';
const subject = `namespace/dc-north-shared-0/${namespace}`;
const settings = (system: string): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', namespace, labels: { 'ndc.gov.vn/system': system } },
});
const bent = (bend: Partial<Namespace>) => {
  const model = healthyModel();
  const namespaces = model.namespaces.map((one) => (one.name === namespace ? { ...one, ...bend } : one));
  return { ...model, namespaces };
};

describePolicy('tenancy/require-logical-isolation', policy, {
  passes: {
    'an empty namespace': () => ({ subject, view: viewOf() }),
    'objects of its own system': () => ({ subject, view: viewOf({ resources: [settings('procedures-p01')] }) }),
  },
  fails: {
    'an object that is labelled for another system': () => ({
      subject,
      view: viewOf({ resources: [settings('land-database')] }),
      where: `dc-north-shared-0/ConfigMap/${namespace}/settings`,
      got: 'of land-database',
    }),
    'an object that the manifest gives to another system': () => ({
      subject,
      view: viewOf({ resources: [{ body: settings('procedures-p01'), system: 'land-database' }] }),
      where: `dc-north-shared-0/ConfigMap/${namespace}/settings`,
      got: 'of land-database',
    }),
    'a place on a cluster of level 5': () => ({
      subject: `namespace/dc-north-land/${namespace}`,
      view: viewOf({ model: bent({ cluster: 'dc-north-land' }) }),
      where: 'dc-north-land',
      got: 'a dedicated cluster',
    }),
    'a namespace of a system that is not in the model': () => ({
      subject,
      verdict: 'unknown',
      view: viewOf({ model: bent({ system: 'gone' }) }),
      where: 'gone',
      got: 'no such system',
    }),
  },
  ignores: {
    'a namespace of level 5': () => ({ subject: 'namespace/dc-north-land/national-owner-land-dmz', view: viewOf() }),
  },
});
