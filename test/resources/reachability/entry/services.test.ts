import { entryFlows } from '../../../../resources/reachability/entry/entry-flows';
import { networkPolicy, pod } from '../agreement/expect-flows';
import { closed, entriesOf, gapsOf, object, open, resolved, service } from './entry-kit';

const web = pod('a/web', { app: 'web' }, { ports: [{ name: 'http', containerPort: 8080 }] });
const old = pod('a/old', { app: 'web' }, { ports: [{ name: 'http', containerPort: 8000 }] });
const bare = pod('a/bare', { app: 'web' });
const TCP = { namespace: 'a', name: 'web', protocol: 'TCP' } as const;
const dialing = { ...TCP, by: 'dialing' } as const;

describe('a Service', () => {
  it('rule 16: leads to the port of its pods', () => {
    const objects = [
      web,
      service('{selector: {app: web}, ports: [{port: 80, targetPort: 8080}, {port: 81, name: x}]}'),
    ];
    expect(resolved(objects, { ...dialing, port: 80 })).toEqual(['a/web[Pod] 8080/TCP']);
    expect(resolved(objects, { ...dialing, port: 'x' })).toEqual(['a/web[Pod] 81/TCP']);
    expect(resolved(objects, { ...dialing, port: 8080 })).toEqual([
      'leads nowhere: port 8080/TCP, want a port of Service a/web',
    ]);
    expect(resolved(objects, { ...dialing, port: 80, protocol: 'UDP' })).toEqual([
      'leads nowhere: port 80/UDP, want a port of Service a/web',
    ]);
  });

  it('takes pods of its own namespace that have all of its labels', () => {
    const others = [pod('b/web', { app: 'web' }), pod('a/other', { app: 'other' }), pod('a/none')];
    const objects = [web, ...others, service('{selector: {app: web}, ports: [{port: 80}]}')];
    expect(resolved(objects, { ...dialing, port: 80 })).toEqual(['a/web[Pod] 80/TCP']);
  });

  it('rule 19: looks up the name of a port at each pod, with the protocol, and passes over pods without it', () => {
    const udp = pod('a/udp', { app: 'web' }, { ports: [{ name: 'http', containerPort: 53, protocol: 'UDP' }] });
    const call = { ...dialing, port: 80 };
    const named = service('{selector: {app: web}, ports: [{port: 80, targetPort: http}]}');
    expect(resolved([web, old, bare, udp, named], call)).toEqual(['a/old[Pod] 8000/TCP', 'a/web[Pod] 8080/TCP']);
    expect(resolved([bare, udp, named], call)).toEqual([
      'leads nowhere: port http/TCP, want a pod of Service a/web that names this port',
    ]);
  });

  it('leads nowhere without pods, without slices, and where there is none', () => {
    const call = { ...dialing, port: 80 };
    expect(resolved([web], call)).toEqual(['leads nowhere: Service a/web, want a Service that there is']);
    expect(resolved([bare, service('{selector: {app: x}, ports: [{port: 80}]}')], call)).toEqual([
      'leads nowhere: no workload, want a workload of a with the labels of Service a/web',
    ]);
    const want = 'want a selector, or an EndpointSlice that leads to pods by this port';
    for (const selector of ['', 'selector: {}, ', 'selector: null, '])
      expect(resolved([bare, service(`{${selector}ports: [{port: 80}]}`)], call)).toEqual([
        `leads nowhere: Service a/web, ${want}`,
      ]);
  });

  it('without an address is dialed at the port of the pod, and asked for by what stands in front at its target', () => {
    const objects = [web, service('{clusterIP: None, selector: {app: web}, ports: [{port: 80, targetPort: http}]}')];
    expect(resolved(objects, { ...dialing, port: 80 })).toEqual(['a/web[Pod] 80/TCP']);
    expect(resolved(objects, { ...dialing, port: 9090 })).toEqual(['a/web[Pod] 9090/TCP']);
    expect(resolved(objects, { ...TCP, by: 'endpoints', port: 80 })).toEqual(['a/web[Pod] 8080/TCP']);
  });

  it('that stands for a name leads to that Service, or to what files do not tell', () => {
    const named = (name: string): Parameters<typeof service> => [
      `{type: ExternalName, externalName: ${name}}`,
      'b/alias',
    ];
    const call = { ...dialing, namespace: 'b', name: 'alias', port: 80 };
    const real = service('{selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}');
    expect(resolved([web, real, service(...named('web.a.svc.cluster.local'))], call)).toEqual(['a/web[Pod] 8080/TCP']);
    expect(resolved([service(...named('db.example.vn'))], call)).toEqual([
      'untold: Service b/alias stands for db.example.vn, want a Service that leads to pods',
    ]);
    expect(resolved([service(...named('alias.b.svc'))], call)).toEqual([
      'leads nowhere: Service b/alias stands for alias.b.svc, want a name that ends',
    ]);
    expect(entriesOf([web, real, service(...named('web.a.svc'))])).toEqual([]);
  });

  it('leads perhaps to a pod where its selector can’t be told', () => {
    const unknown = { 'terraform:unresolved': 'var.app' };
    const [made] = [service('{type: NodePort, externalTrafficPolicy: Local, ports: [{port: 80}]}')];
    const objects = [web, { ...made, spec: { ...(made?.['spec'] as object), selector: { app: unknown } } }];
    expect(entriesOf(objects)).toEqual(['Service a/web 80/TCP > a/web[Pod] 80/TCP depends']);
    expect(entriesOf([...objects, closed])).toEqual(['Service a/web 80/TCP > a/web[Pod] 80/TCP denied']);
  });
});

describe('an EndpointSlice', () => {
  const slice = (rest: object, labels: object = {}): typeof web => ({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'web-1', namespace: 'a', labels: { 'kubernetes.io/service-name': 'web', ...labels } },
    addressType: 'IPv4',
    ports: [{ name: '', port: 8443 }],
    ...rest,
  });
  const to = (name: string): object => ({ addresses: ['10.0.0.1'], targetRef: { kind: 'Pod', name, namespace: 'a' } });
  const call = { ...dialing, port: 443 };
  const plain = service('{ports: [{port: 443, targetPort: 1}]}');

  it('leads a Service without selector to pods, at its own port of the same name and protocol', () => {
    expect(resolved([web, plain, slice({ endpoints: [to('web')] })], call)).toEqual(['a/web[Pod] 8443/TCP']);
    for (const port of [
      { name: 'x', port: 1 },
      { port: 1, protocol: 'UDP' },
    ])
      expect(resolved([web, plain, slice({ endpoints: [to('web')], ports: [port] })], call)).toEqual([
        'leads nowhere: Service a/web, want a selector, or an EndpointSlice that leads to pods by this port',
      ]);
  });

  it('finds a pod by the address that it has', () => {
    const placed = { ...web, status: { podIPs: [{ ip: '10.0.0.7' }, { ip: 'fd00:0::7' }] } };
    const at = (address: string): object => slice({ endpoints: [{ addresses: [address] }] });
    for (const address of ['10.0.0.7', 'fd00::7'])
      expect(resolved([placed, plain, at(address) as typeof web], call)).toEqual(['a/web[Pod] 8443/TCP']);
    expect(resolved([placed, plain, at('10.0.0.8') as typeof web], call)).toEqual([
      'untold: EndpointSlice a/web-1: 10.0.0.8, want a pod that is written',
    ]);
  });

  it('adds to what a selector takes, unless a cluster derived it from that', () => {
    const selecting = service('{selector: {app: web}, ports: [{port: 443}]}');
    const other = pod('a/other');
    const made = { 'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io' };
    const endpoints = [to('other')];
    expect(resolved([web, other, selecting, slice({ endpoints })], call)).toEqual([
      'a/web[Pod] 443/TCP',
      'a/other[Pod] 8443/TCP',
    ]);
    expect(resolved([web, other, selecting, slice({ endpoints }, made)], call)).toEqual(['a/web[Pod] 443/TCP']);
    expect(resolved([web, other, plain, slice({ endpoints }, made)], call)).toEqual(['a/other[Pod] 8443/TCP']);
  });

  it('makes sure what a selector leaves open', () => {
    const unknown = { 'terraform:unresolved': 'var.app' };
    const made = service('{type: NodePort, ports: [{port: 443}]}');
    const open443 = { ...made, spec: { ...(made['spec'] as object), selector: { app: unknown } } };
    const known = slice({ endpoints: [to('web')], ports: [{ name: '', port: 443 }] });
    expect(entriesOf([web, open443])).toEqual(['Service a/web 443/TCP > a/web[Pod] 443/TCP depends']);
    expect(entriesOf([web, open443, known])).toEqual(['Service a/web 443/TCP > a/web[Pod] 443/TCP allowed']);
  });

  it('that names a pod which is not written is told', () => {
    expect(gapsOf([web, plain, slice({ endpoints: [to('gone')] })])).toEqual([
      'Service web spec.ports[0]: untold: EndpointSlice a/web-1: Pod a/gone, want a pod that is written',
    ]);
  });
});

describe('a Service that is open to the outside', () => {
  const ports = 'selector: {app: web}, ports: [{port: 443, targetPort: 8443}]';
  const way = 'Service a/web 443/TCP > a/web[Pod] 8443/TCP';
  const only = (block: string): ReturnType<typeof networkPolicy> =>
    networkPolicy('a', `{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: ${block}}}], ports: [{port: 8443}]}]}`);

  it('is so by its type or by addresses of its own', () => {
    for (const spec of ['type: NodePort', 'type: LoadBalancer', 'externalIPs: [192.0.2.1]'])
      expect(entriesOf([web, service(`{${spec}, ${ports}}`)])).toEqual([`${way} allowed`]);
    for (const spec of [
      'type: ClusterIP',
      'clusterIP: None',
      'clusterIP: None, externalIPs: [192.0.2.1]',
      'externalIPs: []',
    ])
      expect(entriesOf([web, service(`{${spec}, ${ports}}`)])).toEqual([]);
  });

  it('rule 15: depends where nodes may call in place of clients, as a node reaches its own pods', () => {
    expect(entriesOf([web, closed, service(`{type: NodePort, ${ports}}`)])).toEqual([`${way} depends`]);
    const { entries } = open([web, closed, service(`{type: NodePort, ${ports}}`)]);
    expect(entries.map(({ callers }) => callers.map(({ caller, verdict }) => `${caller}: ${verdict}`))).toEqual([
      ['addresses outside and other nodes: denied', 'the node of the pod: allowed'],
    ]);
  });

  it('rule 15: is denied where clients keep their addresses and none is let in', () => {
    const kept = service(`{type: LoadBalancer, externalTrafficPolicy: Local, ${ports}}`);
    expect(entriesOf([web, closed, kept])).toEqual([`${way} denied`]);
    expect(entriesOf([web, only('203.0.113.0/24'), kept])).toEqual([`${way} depends`]);
    const all = networkPolicy('a', '{podSelector: {}, ingress: [{ports: [{port: 8443}]}]}');
    expect(entriesOf([web, all, kept])).toEqual([`${way} allowed`]);
    const other = networkPolicy('a', '{podSelector: {}, ingress: [{ports: [{port: 443}]}]}');
    expect(entriesOf([web, other, kept])).toEqual([`${way} denied`]);
  });

  it('rule 27: is called by addresses of its own family alone where it wants one alone', () => {
    const verdict = (spec: string): string | undefined =>
      open([web, only('0.0.0.0/0'), service(`{type: NodePort, externalTrafficPolicy: Local, ${spec}, ${ports}}`)])
        .entries[0]?.verdict;
    expect(verdict('ipFamilies: [IPv4]')).toBe('allowed');
    expect(verdict('ipFamilies: [IPv4], ipFamilyPolicy: SingleStack')).toBe('allowed');
    expect(verdict('ipFamilies: [IPv6]')).toBe('denied');
    // A cluster may add the other family, or choose one.
    expect(verdict('ipFamilies: [IPv4], ipFamilyPolicy: PreferDualStack')).toBe('depends');
    expect(verdict('ipFamilies: [IPv4, IPv6]')).toBe('depends');
    expect(verdict('ipFamilies: []')).toBe('depends');
    const both = ['IPv4', 'IPv6'].map((family) =>
      service(`{type: NodePort, externalTrafficPolicy: Local, ipFamilies: [${family}], ${ports}}`, `a/${family}`),
    );
    expect(open([web, only('0.0.0.0/0'), ...both]).entries.map((one) => one.verdict)).toEqual(['allowed', 'denied']);
  });

  it('narrows callers by ranges that many platforms do not know, so they decide nothing', () => {
    const narrow = service(
      `{type: LoadBalancer, externalTrafficPolicy: Local, loadBalancerSourceRanges: [203.0.113.0/24], ${ports}}`,
    );
    expect(entriesOf([web, only('203.0.113.0/24'), narrow])).toEqual([`${way} depends`]);
    expect(open([web, narrow]).entries.map(({ because, verdict }) => ({ verdict, because }))).toMatchInlineSnapshot(`
[
  {
    "because": [
      "Service a/web: 443/TCP is 8443/TCP of the pods",
      "from addresses outside and other nodes: ingress: no policy says anything, so it is open",
      "a load balancer may take in only 203.0.113.0/24",
    ],
    "verdict": "allowed",
  },
]
`);
  });

  it('yields flows from its name, by what decides, and none that is denied', () => {
    const objects = [web, closed, service(`{type: NodePort, ${ports}}`)];
    const { reachability, ...found } = open(objects);
    expect([...entryFlows(reachability, found)]).toMatchInlineSnapshot(`
[
  {
    "because": [
      "Service a/web: 443/TCP is 8443/TCP of the pods",
      "from addresses outside and other nodes: ingress: NetworkPolicy a/closed: policies govern this end, and no rule of theirs lets the flow pass",
      "from the node of the pod: ingress: nothing keeps a node from its own pods",
    ],
    "from": "Service a/web 443/TCP",
    "ports": [
      [
        8443,
        8443,
      ],
    ],
    "protocol": "TCP",
    "to": "a/web[Pod]",
    "verdict": "depends",
  },
]
`);
    const kept = open([web, closed, service(`{type: NodePort, externalTrafficPolicy: Local, ${ports}}`)]);
    expect([...entryFlows(kept.reachability, kept)]).toEqual([]);
  });

  it('is told when it leads nowhere, and so is one that is not open', () => {
    const gap = 'leads nowhere: no workload, want a workload of a with the labels of Service a/web';
    for (const type of ['ClusterIP', 'NodePort'])
      expect(gapsOf([service(`{type: ${type}, selector: {app: x}, ports: [{port: 80}]}`)])).toEqual([
        `Service web spec.ports[0]: ${gap}`,
      ]);
  });

  it('is no kind that nobody knows, and Services of other groups are', () => {
    const knative = object('serving.knative.dev/v1', 'Service', { place: 'a/web', spec: '{}' });
    const { cluster } = open([service('{ports: [{port: 1}]}'), knative]);
    expect([...cluster.otherKinds]).toEqual([['serving.knative.dev/v1 Service', 1]]);
  });
});
