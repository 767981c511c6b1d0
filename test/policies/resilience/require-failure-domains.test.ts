import policy from '../../../policies/resilience/require-failure-domains';
import type { Host } from '../../../model/site/site';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';
import { withCluster } from './kit/bend-model';
import { shared, subject } from './kit/cluster-objects';

const inDomains = (domainOf: (host: Host) => string) =>
  viewOf({
    model: withCluster(shared, ({ hosts }) => ({
      hosts: hosts.map((host) => (host.role === 'control' ? { ...host, failureDomain: domainOf(host) } : host)),
    })),
  });

function ofTwoDomains() {
  const model = healthyModel();
  const sites = model.sites.map((one) =>
    one.kind === 'national-data-center' ? { ...one, failureDomains: one.failureDomains.slice(0, 2) } : one,
  );
  const clusters = model.clusters.map((one) => ({
    ...one,
    hosts: one.hosts.filter((host) => !host.failureDomain.endsWith('-c')),
  }));
  return { ...model, sites, clusters };
}

describePolicy('resilience/require-failure-domains', policy, {
  passes: {
    'a control host in each of three failure domains': () => ({ view: viewOf(), subject }),
    'both failure domains of a site that has two': () => ({ view: viewOf({ model: ofTwoDomains() }), subject }),
  },
  fails: {
    'all in one rack group': () => ({
      view: inDomains(() => 'dc-north-h1-a'),
      subject,
      where: 'hosts: control',
      got: '1 failure domains',
    }),
    'two of three': () => ({
      view: inDomains(({ failureDomain }) => (failureDomain.endsWith('-c') ? 'dc-north-h1-a' : failureDomain)),
      subject,
      where: 'hosts: control',
      got: '2 failure domains',
    }),
    'a failure domain that the site doesn’t have': () => ({
      view: inDomains(() => 'dc-south-h1-a'),
      subject,
      where: 'dc-north-h1-a-shared-001',
      got: 'dc-south-h1-a',
    }),
  },
  ignores: {
    'a cluster that nobody declares': () => ({ view: viewOf(), subject: 'cluster/other' }),
  },
});
