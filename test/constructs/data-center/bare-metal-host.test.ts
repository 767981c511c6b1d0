import { BareMetalHost } from '../../../constructs/data-center/bare-metal-host';
import type { FailureDomain, Host } from '../../../model/site/site';
import { dataCenterOf } from '../../support/healthy-cluster';
import { findObject, renderConstruct, type RenderedObject } from '../../support/render-construct';

function firstDomain(): FailureDomain {
  const [domain] = dataCenterOf().failureDomains;
  if (domain === undefined) throw new Error('the healthy site has failure domains');
  return domain;
}

function render(bend: Partial<Host>): RenderedObject {
  const domain = firstDomain();
  const [first] = domain.hosts;
  if (first === undefined) throw new Error('the healthy domain has hosts');
  const props = { domain, site: 'dc-north', namespace: 'hosts', managementAddress: '2001:db8:61:800::1' };
  const objects = renderConstruct((scope) => new BareMetalHost(scope, { ...props, host: { ...first, ...bend } }));
  return findObject(objects, 'BareMetalHost');
}

describe('BareMetalHost', () => {
  test('is driven through verified Redfish and starts by secure boot', () => {
    expect(render({})['spec']).toMatchInlineSnapshot(`
{
  "automatedCleaningMode": "metadata",
  "bmc": {
    "address": "redfish-virtualmedia+https://[2001:db8:61:800::1]/redfish/v1/Systems/1",
    "credentialsName": "bmc-dc-north-h1-a-management-001",
    "disableCertificateVerification": false,
  },
  "bootMode": "UEFISecureBoot",
  "online": true,
  "rootDeviceHints": {
    "minSizeGigabytes": 200,
    "rotational": false,
  },
}
`);
  });

  test('says where it stands, what it is and whose it is', () => {
    expect(render({}).metadata.labels).toEqual({
      'app.kubernetes.io/managed-by': 'ndc',
      'infrastructure.cluster.x-k8s.io/failure-domain': 'dc-north-h1-a',
      'ndc.gov.vn/cluster': 'dc-north-management',
      'ndc.gov.vn/hall': 'h1',
      'ndc.gov.vn/host-class': 'control',
      'ndc.gov.vn/host-role': 'control',
      'ndc.gov.vn/rack-group': 'a',
      'ndc.gov.vn/site': 'dc-north',
    });
  });

  test('of a spare is off and has no cluster, so no machine takes it', () => {
    const spare = render({ cluster: undefined });
    expect(spare.metadata.labels).not.toHaveProperty(['ndc.gov.vn/cluster']);
    expect(spare['spec']).toMatchObject({ online: false });
    expect(spare['spec']).not.toHaveProperty('consumerRef');
  });
});
