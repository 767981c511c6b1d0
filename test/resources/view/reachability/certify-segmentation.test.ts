import type { JsonObject } from '../../../../resources/resource';
import { certifySegmentation } from '../../../../resources/view/reachability/certificate/certify-segmentation';
import { AssemblyView } from '../../../../resources/view/assembly-view';
import { sandboxView } from '../../../evidence/segmentation/certified-sandbox';

describe('the certificate of segmentation', () => {
  let view: AssemblyView;
  beforeAll(async () => {
    view = await sandboxView();
  });

  function changed(change: (body: JsonObject, id: string) => JsonObject | undefined): AssemblyView {
    const resources = view.assembly.resources.flatMap((one) => {
      const body = change(one.body, one.id);
      return body === undefined ? [] : [{ ...one, body }];
    });
    return new AssemblyView({ ...view.assembly, resources });
  }

  it('is the same text each time', () => {
    expect(certifySegmentation(view).certificate).toBe(certifySegmentation(changed((body) => body)).certificate);
  });

  it('is not made where a path is open that nobody declared; a packet and the rules at both ends are told instead', () => {
    const opened = changed((body, id) => {
      if (id !== 'ndc-1-management/NetworkPolicy/platform-site/base') return body;
      const spec = body['spec'] as { readonly egress: readonly JsonObject[]; readonly ingress: readonly JsonObject[] };
      const to = [{ ipBlock: { cidr: '198.51.100.0/24' } }];
      return { ...body, spec: { ...spec, egress: [...spec.egress, { to }] } as JsonObject };
    });
    const { certificate, violations } = certifySegmentation(opened);
    expect(certificate).toBeUndefined();
    const [{ ranges, ...first } = { ranges: [] }] = violations;
    expect(ranges.map(({ protocol, first: port, last }) => `${port}-${last}/${protocol}`)).toEqual([
      '1-65535/TCP',
      '1-65535/UDP',
      '1-65535/SCTP',
    ]);
    expect(first).toMatchInlineSnapshot(`
{
  "because": [
    "egress: NetworkPolicy platform-site/base: spec.egress[3] accepts it",
  ],
  "cluster": "ndc-1-management",
  "ends": 1,
  "from": "platform-site/*[any]",
  "kind": "undeclared",
  "namespace": "platform-site",
  "namespaces": {
    "from": "platform-site",
    "to": undefined,
  },
  "port": 1,
  "protocol": "TCP",
  "to": "198.51.100.0-198.51.100.255",
  "wantedBy": undefined,
}
`);
  });

  it('is not made where one policy opens a whole cluster; each pair of namespaces has one witness', () => {
    const opened = changed((body, id) =>
      id === 'ndc-1-shared-0/CiliumClusterwideNetworkPolicy/-/tenant-default-deny'
        ? { ...body, spec: { ...(body['spec'] as JsonObject), ingress: [{ fromEntities: ['all'] }] } }
        : body,
    );
    const { certificate, violations } = certifySegmentation(opened);
    expect(certificate).toBeUndefined();
    const pairs = violations.map(({ kind, namespaces: { from, to } }) => [kind, from, to].join(' '));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(violations.filter(({ ends }) => ends > 1)).not.toEqual([]);
  });

  it('is not made where a declared path is closed', () => {
    const closed = changed((body, id) => (id.endsWith('NetworkPolicy/platform-site/base') ? undefined : body));
    const { certificate, violations } = certifySegmentation(closed);
    expect(certificate).toBeUndefined();
    expect(new Set(violations.map(({ kind }) => kind))).toEqual(new Set(['closed']));
  });

  it('is not made where no file tells the settings of the network plugin', () => {
    const untold = changed((body, id) =>
      id === 'ndc-1-management/ConfigMap/kube-system/cilium-config' ? undefined : body,
    );
    const { certificate, untold: clusters } = certifySegmentation(untold);
    expect({ certificate, clusters }).toEqual({ certificate: undefined, clusters: ['ndc-1-management'] });
  });
});
