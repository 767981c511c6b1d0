import { checkCertificate, type CertificateVerdict } from '../../../evidence/segmentation/check-certificate';
import type { CertifiedCluster, CertifiedPath } from '../../../model/segmentation/segmentation-certificate';
import type { JsonObject } from '../../../resources/resource';
import { certifiedView, sandboxView, partsOf, withCluster, type Certified } from './certified-sandbox';

describe('the checker of the certificate of the sandbox', () => {
  let whole: Certified = { certificate: '', clusters: new Map() };
  let part: Certified = whole;
  beforeAll(async () => {
    whole = certifiedView(await sandboxView());
    part = partsOf(whole)[0] ?? whole;
  });

  function checkChanged(change: (cluster: CertifiedCluster) => unknown): CertificateVerdict {
    return checkCertificate(withCluster(part, change), part.clusters);
  }

  function changePath(change: (path: CertifiedPath) => unknown): (cluster: CertifiedCluster) => unknown {
    return (cluster) => ({
      ...cluster,
      paths: cluster.paths.map((path, index) => (index === 9 ? change(path) : path)),
    });
  }

  it('finds the same paths open as the engine', () => {
    expect(checkCertificate(whole.certificate, whole.clusters)).toEqual({ isAccepted: true, paths: 1177 });
  });

  it('names the rules and a packet of a path that is left out', () => {
    const verdict = checkChanged(({ paths, ...cluster }) => ({ ...cluster, paths: paths.toSpliced(9, 1) }));
    expect(verdict).toMatchInlineSnapshot(`
{
  "isAccepted": false,
  "refusal": {
    "at": "ndc-1-management/NetworkPolicy/platform-bare-metal/base spec.egress[1] and ndc-1-management/CiliumNetworkPolicy/kube-system/dns spec.ingress[0]",
    "packet": "[{"namespace":"platform-bare-metal"},{"labels":{"k8s-app":"kube-dns"},"namespace":"kube-system"}] by 53/TCP",
    "what": "open what is not claimed",
  },
}
`);
  });

  it('names a packet of a path that is added', () => {
    const [from, to] = [{ namespace: 'platform-gateway' }, { namespace: 'platform-identity' }];
    const verdict = checkChanged(({ paths, ...cluster }) => ({
      ...cluster,
      paths: [...paths, { from, to, ports: ['22/TCP'] }],
    }));
    expect(verdict).toMatchInlineSnapshot(`
{
  "isAccepted": false,
  "refusal": {
    "at": "certificate of ndc-1-management",
    "packet": "[{"namespace":"platform-gateway"},{"namespace":"platform-identity"}] by 22/TCP",
    "what": "claims what is not open",
  },
}
`);
  });

  it('names a packet of a range of ports that is wider', () => {
    const verdict = checkChanged(changePath((path) => ({ ...path, ports: ['50-60/TCP', '53/UDP'] })));
    expect(verdict).toMatchInlineSnapshot(`
{
  "isAccepted": false,
  "refusal": {
    "at": "certificate of ndc-1-management",
    "packet": "[{"namespace":"platform-bare-metal"},{"labels":{"k8s-app":"kube-dns"},"namespace":"kube-system"}] by 50/TCP",
    "what": "claims what is not open",
  },
}
`);
  });

  it('names the place of a path whose namespace is another', () => {
    const verdict = checkChanged(changePath((path) => ({ ...path, from: { namespace: 'elsewhere' } })));
    expect(verdict).toMatchInlineSnapshot(`
{
  "isAccepted": false,
  "refusal": {
    "at": "ndc-1-management/NetworkPolicy/platform-bare-metal/base spec.egress[1] and ndc-1-management/CiliumNetworkPolicy/kube-system/dns spec.ingress[0]",
    "packet": "[{"namespace":"platform-bare-metal"},{"labels":{"k8s-app":"kube-dns"},"namespace":"kube-system"}] by 53/TCP",
    "what": "open what is not claimed",
  },
}
`);
  });

  it('names an object that is left out, and one of another digest', () => {
    const dropped = checkChanged(({ objects, ...cluster }) => ({ ...cluster, objects: objects.slice(1) }));
    const other = { id: 'ndc-1-management/Namespace/-/platform-site', digest: `sha256:${'0'.repeat(64)}` };
    const changed = checkChanged(({ objects, ...cluster }) => ({
      ...cluster,
      objects: objects.map((one) => (one.id === other.id ? other : one)),
    }));
    expect([dropped, changed]).toMatchInlineSnapshot(`
[
  {
    "isAccepted": false,
    "refusal": {
      "at": "ndc-1-management/CiliumClusterwideNetworkPolicy/-/node-health",
      "packet": "",
      "what": "is not as the certificate of ndc-1-management has it",
    },
  },
  {
    "isAccepted": false,
    "refusal": {
      "at": "ndc-1-management/Namespace/-/platform-site",
      "packet": "",
      "what": "is not as the certificate of ndc-1-management has it",
    },
  },
]
`);
  });

  it('names an object that is in the certificate and not in the cluster', () => {
    const [[cluster, objects] = ['', []]] = part.clusters;
    const left = objects.filter(({ metadata }) => (metadata as JsonObject)['name'] !== 'platform-site');
    expect(checkCertificate(part.certificate, new Map([[cluster, left]]))).toMatchInlineSnapshot(`
{
  "isAccepted": false,
  "refusal": {
    "at": "certificate of ndc-1-management: ndc-1-management/Namespace/-/platform-site sha256:4c7bdc9db96da082910bbdbbc20227ca0c265058066d9b5bfa07989d55a85875",
    "packet": "",
    "what": "is no object of the cluster",
  },
}
`);
  });

  it('names what of the profile isn’t so, and where nodes are', () => {
    const profiles = [
      { withoutPolicy: 'open' },
      { blocksTakeNodes: false },
      { nodes: [] },
      { nodes: ['10.97.48.0/21'] },
    ];
    const verdicts = profiles.map((other) =>
      checkChanged(({ profile, ...cluster }) => ({ ...cluster, profile: { ...profile, ...other } })),
    );
    expect(verdicts.map((one) => (one.isAccepted ? 'accepted' : one.refusal.at))).toMatchInlineSnapshot(`
[
  "certificate of ndc-1-management: profile",
  "certificate of ndc-1-management: profile",
  "certificate of ndc-1-management: nodes",
  "ndc-1-management/NetworkPolicy/platform-backup/base spec.egress[2]",
]
`);
  });

  it('refuses lists in another order, words of another statement and a cut file', () => {
    const { certificate, clusters } = part;
    const verdicts = [
      checkChanged(({ paths, ...cluster }) => ({ ...cluster, paths: paths.toReversed() })),
      checkChanged(({ objects, ...cluster }) => ({ ...cluster, objects: objects.toReversed() })),
      checkCertificate(certificate.replace('and on no other', 'and on others'), clusters),
      checkCertificate(`${certificate}\n`, clusters),
      checkCertificate(certificate.slice(0, -1), clusters),
    ];
    expect(verdicts.map((one) => (one.isAccepted ? 'accepted' : one.refusal.what))).toMatchInlineSnapshot(`
[
  "is not in the one form that says what is so",
  "is not in the one form that says what is so",
  "is not in the one form that says what is so",
  "is not in the one form that says what is so",
  "cannot be read: SyntaxError",
]
`);
  });

  it('refuses a certificate that lacks a cluster, or has one of which nobody gave the objects', () => {
    const fewer = new Map([...whole.clusters].slice(1));
    const verdicts = [checkCertificate(part.certificate, whole.clusters), checkCertificate(whole.certificate, fewer)];
    expect(verdicts.map((one) => (one.isAccepted ? 'accepted' : one.refusal.at))).toMatchInlineSnapshot(`
[
  "certificate of ndc-1-population",
  "ndc-1-population/CiliumClusterwideNetworkPolicy/-/node-health",
]
`);
  });

  it('refuses hostile texts without a throw', () => {
    const texts = [
      '',
      'null',
      '[]',
      '{"clusters":7}',
      part.certificate.replace('"ports":["53/TCP","53/UDP"]', '"ports":[{"toString":7}]'),
      part.certificate.replace('{"digest":"', '{"id":{"toString":7},"digest":"'),
      part.certificate.replace('"from":{', '"from":{"__proto__":7,'),
      part.certificate.replace('"plugin":"cilium"', '"plugin":"\\ud800"'),
      part.certificate.replace('"from":{"labels":{', '"from":{"labels":{"\\ud800":"a",'),
      '['.repeat(500_000),
      `{"clusters":${'['.repeat(9_999)}${']'.repeat(9_999)}}`,
    ];
    const verdicts = texts.map((text) => checkCertificate(text, part.clusters));
    expect(verdicts.map(({ isAccepted }) => isAccepted)).toEqual(texts.map(() => false));
  });
});
