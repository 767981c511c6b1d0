import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { main } from '../../cli/main';
import { clusterPolicy, namespace, networkPolicy, pod } from '../resources/reachability/agreement/expect-flows';
import { writeAssembly } from '../support/assembly-kit';
import { captureIo } from '../support/capture-io';

const folder = mkdtempSync(join(tmpdir(), 'ndc-questions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const service = (place: string, spec: object): object => {
  const [own, name] = place.split('/');
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: own }, spec };
};
const shop = [
  namespace('shop'),
  pod('edge/gateway', { app: 'gateway' }, { ports: [{ name: 'https', containerPort: 8443 }] }),
  pod('shop/front', { layer: 'front' }),
  pod('shop/data', { layer: 'data' }),
  networkPolicy('shop', '{podSelector: {}, policyTypes: [Ingress, Egress]}', 'closed'),
  networkPolicy(
    'shop',
    '{podSelector: {matchLabels: {layer: front}}, policyTypes: [Ingress, Egress], ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: edge}}}], ports: [{port: 80}]}], egress: [{to: [{podSelector: {matchLabels: {layer: data}}}]}]}',
    'front',
  ),
  networkPolicy(
    'shop',
    '{podSelector: {matchLabels: {layer: data}}, ingress: [{from: [{podSelector: {matchLabels: {layer: front}}}], ports: [{port: 5432}]}]}',
    'data',
  ),
];
const gateway = service('edge/gateway', {
  type: 'LoadBalancer',
  externalTrafficPolicy: 'Local',
  selector: { app: 'gateway' },
  ports: [{ port: 443, targetPort: 'https' }],
});

/** The same objects as a file of an assembly. */
const shopFile = {
  path: 'kubernetes/dc-north-shared-0/1-baseline/shop.yaml',
  content: [...shop, gateway].map((one) => JSON.stringify(one)).join('\n---\n'),
  objects: [...shop, gateway].map((one) => {
    const { kind, metadata } = one as { kind: string; metadata: { name: string; namespace?: string } };
    return { address: `${kind}/${metadata.namespace ?? '-'}/${metadata.name}` };
  }),
};

function write(...objects: readonly object[]): void {
  writeFileSync(join(folder, 'objects.json'), JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
}

async function ask(question: string, ...options: readonly string[]) {
  const { io, out, err } = captureIo({ cwd: folder });
  const source = options.includes('--assembly') ? [] : ['--manifests', '.', '--plugin', 'cilium'];
  const code = await main(['prove', ...question.split(' '), ...source, ...options], io);
  const lines = out().split('\n').slice(0, -1);
  return { code, out: out(), err: err(), lines };
}

async function askJson(question: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { lines } = await ask(question, '--format', 'json');
  return lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

beforeEach(() => write(...shop, gateway));

describe('ndc prove entries', () => {
  it('tells the ways in, the workloads behind and what decides, and is content', async () => {
    const { code, lines } = await ask('entries');
    expect(code).toBe(0);
    expect(lines.slice(0, 3)).toEqual([
      '1 way in from outside, by 1 Service, 0 Ingresses, 0 routes, 0 Gateways',
      'open to every caller (1):',
      '  Service edge/gateway 443/TCP → edge/gateway[Pod]  8443/TCP',
    ]);
  });

  it('writes ways and what leads nowhere as JSON, which is a finding', async () => {
    write(...shop, gateway, service('shop/gone', { type: 'NodePort', selector: { a: 'b' }, ports: [{ port: 80 }] }));
    const found = await askJson('entries');
    expect(
      found.map(({ kind, from, to, ports, verdict, object }) => ({ kind, from, to, ports, verdict, object })),
    ).toEqual([
      {
        kind: 'way',
        from: 'Service edge/gateway 443/TCP',
        to: 'edge/gateway[Pod]',
        ports: [[8443, 8443]],
        verdict: 'allowed',
      },
      { kind: 'leads nowhere', object: 'Service/shop/gone' },
    ]);
    const { code, out } = await ask('entries');
    expect(code).toBe(1);
    expect(out).toContain('lead nowhere (1):\n  objects.json: Service/shop/gone: spec.ports[0]: got no workload');
  });

  it('are flows from their names beside others where reachability is asked for them', async () => {
    const from = async (...options: readonly string[]) => {
      const { lines } = await ask('reachability', '--format', 'json', ...options);
      return lines.map((line) => JSON.parse(line) as { from: string }).filter((one) => one.from.startsWith('Service'));
    };
    expect(await from()).toEqual([]);
    expect((await from('--entries')).map((one) => Object.keys(one))).toEqual([
      ['from', 'to', 'protocol', 'ports', 'verdict', 'because'],
    ]);
  });
});

describe('ndc prove closure', () => {
  it('counts what a workload reaches by steps, and lists it', async () => {
    const { code, lines } = await ask('closure --from edge/gateway');
    expect(code).toBe(0);
    expect(lines).toEqual([
      'edge/gateway[Pod] reaches 2 of 2 other workloads in any number of steps: 2 for certain, 0 perhaps',
      'for certain 2 workloads, 1 in 1 step, 1 in 2 steps:',
      '  1  shop/front[Pod]',
      '  2  shop/data[Pod]',
      'for certain 2 runs of addresses or host names, 2 in 1 step:',
      '  1  0.0.0.0-255.255.255.255',
      '  1  ::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    ]);
  });

  it('shows the shortest chain to an end, with what decides on each step', async () => {
    const [found] = await askJson('closure --from edge/gateway --to shop/data');
    expect(found).toMatchObject({
      from: 'edge/gateway[Pod]',
      to: 'shop/data[Pod]',
      verdict: 'allowed',
      chain: [
        { to: 'shop/front[Pod]', port: 80, because: [expect.anything(), expect.stringContaining('shop/front')] },
        { to: 'shop/data[Pod]', port: 5432, because: [expect.anything(), expect.stringContaining('shop/data')] },
      ],
    });
    expect((await ask('closure --from shop/data --to edge/gateway')).lines).toEqual([
      'shop/data[Pod] → edge/gateway[Pod]: denied, by no chain of flows',
    ]);
  });

  it('says how much it leaves out, and leaves nothing out of what is asked for whole', async () => {
    const many = Array.from({ length: 30 }, (_, index) => pod(`many/pod-${index}`));
    write(pod('edge/gateway'), ...many);
    expect((await ask('closure --from edge/gateway')).out).toContain('\n  … and 18 more; --all lists them\n');
    const { out } = await ask('closure --from edge/gateway', '--all');
    expect(out).not.toContain('more; --all');
    expect(out.match(/many\/pod-/g)).toHaveLength(30);
  });
});

describe('ndc prove waypoint', () => {
  it.each([
    ['internet', 'shop/data', 'edge/*', 'holds', 0],
    ['internet', 'shop/data', 'edge/gateway', 'broken', 1],
    ['edge/*', 'shop/data', 'shop/front', 'holds', 0],
    ['internet,edge/gateway', 'shop/*', 'edge/other', 'broken', 1],
    ['shop/data', '203.0.113.0/24', 'edge/gateway', 'holds', 0],
  ])('says that from %s to %s through %s: %s', async (from, to, through, verdict, expected) => {
    write(...shop, pod('edge/other'));
    const { code, lines } = await ask(`waypoint --from ${from} --to ${to} --through ${through}`);
    expect({ code, verdict: lines[0] }).toEqual({ code: expected, verdict });
  });

  it('depends, which is a finding, where nobody can tell whether a block takes pods', async () => {
    const block = networkPolicy('shop', '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}');
    write(pod('shop/data'), pod('edge/gateway'), pod('edge/other'), block);
    const asked = 'waypoint --from edge/other --to shop/data --through edge/gateway --plugin unknown';
    const { io, out } = captureIo({ cwd: folder });
    expect(await main(['prove', ...asked.split(' '), '--manifests', '.'], io)).toBe(1);
    expect(out().split('\n')[0]).toBe('depends');
  });

  it('writes the chain as JSON, and says which addresses are no Internet', async () => {
    const asked = 'waypoint --from edge/gateway --to internet --through shop/front';
    const [found] = await askJson(asked);
    expect(found).toMatchObject({ from: 'edge/gateway', through: 'shop/front', verdict: 'broken' });
    expect(found?.['chain']).toHaveLength(1);
    expect((await ask(asked)).err).toContain('internet is every address but 10.0.0.0/8');
  });
});

describe('ndc prove exposure', () => {
  it('tells what depends on the labels of a pod that nobody made, and is content with a closed namespace', async () => {
    const { code, lines } = await ask('exposure --namespace shop');
    expect(code).toBe(0);
    expect(lines.slice(1)).toEqual([
      'called for certain by: nothing',
      'calls for certain: nothing',
      'called by, as its labels or what nobody can tell have it (2):',
      '  edge/gateway[Pod] ⇢ perhaps shop/*[any]  80/TCP',
      '  shop/front[Pod] ⇢ perhaps shop/*[any]  5432/TCP',
      'calls, as its labels or what nobody can tell have it (2):',
      '  shop/*[any] ⇢ perhaps shop/data[Pod]  5432/TCP',
      '  shop/*[any] ⇢ perhaps shop/*[any]  5432/TCP',
      'a pod with the address of its node (hostNetwork) is held by none of this',
    ]);
  });

  it('finds that a namespace without policies is open, as text and as JSON', async () => {
    const { code, out } = await ask('exposure --namespace edge');
    expect(code).toBe(1);
    expect(out).toContain('finding: whatever its labels, it lets in any pod, on some port at least\n');
    const open = (await askJson('exposure --namespace edge')).filter(({ kind }) => kind === 'open');
    expect(open.map(({ direction, side }) => [direction, side])).toEqual([
      ['ingress', 'pods'],
      ['ingress', 'outside'],
      ['egress', 'pods'],
      ['egress', 'outside'],
    ]);
  });
});

describe('ndc prove resistance', () => {
  it('finds what a namespace could open, with a policy that opens it as YAML', async () => {
    const { code, out } = await ask('resistance --namespaces shop');
    expect(code).toBe(1);
    expect(out).toContain('could be opened for certain');
    const witness = loadAll(out.slice(out.indexOf('---\n'))) as object[];
    expect(witness.length).toBeGreaterThan(0);
    write(...shop, ...witness);
    const flow = /^# (\S+)\[Pod\] → (\S+)\[Pod\]/m.exec(out);
    const asked = ['query', '--from', flow?.[1] ?? '', '--to', flow?.[2] ?? '', '--port', '1/TCP'].join(' ');
    expect((await ask(asked)).lines[0]).toBe('allowed');
  });

  it('is content where administrators keep everything closed', async () => {
    write(
      pod('shop/data'),
      clusterPolicy(
        '{ingress: [{action: Deny, from: [{namespaces: {}}]}], egress: [{action: Deny, to: [{networks: [0.0.0.0/0, "::/0"]}]}]}',
      ),
      networkPolicy('shop', '{podSelector: {}, policyTypes: [Egress]}'),
    );
    const { code, lines } = await ask('resistance --namespaces shop');
    expect({ code, lines }).toEqual({
      code: 0,
      lines: [
        'NetworkPolicies that somebody adds in shop open nothing: what is closed stays so by the policies of administrators',
      ],
    });
  });

  it('writes each flow with its witnesses as JSON', async () => {
    const [first] = await askJson('resistance --namespaces shop');
    expect(Object.keys(first ?? {})).toEqual([
      'from',
      'to',
      'protocol',
      'ports',
      'before',
      'after',
      'because',
      'objects',
      'witness',
    ]);
  });
});

describe('ndc prove findings', () => {
  it('is content with policies in which every rule decides', async () => {
    const { code, lines } = await ask('findings');
    expect(code).toBe(0);
    expect(lines.slice(0, 3)).toEqual([
      '0 findings',
      'predicted datapath, if the plugin is Cilium:',
      '  3 identities, of 65280: 99 % left',
    ]);
  });

  it('finds conflicts and rules that do nothing', async () => {
    const into = (action: string): string =>
      `{ingress: [{action: ${action}, from: [{namespaces: {matchLabels: {kubernetes.io/metadata.name: edge}}}]}]}`;
    const idle = networkPolicy(
      'shop',
      '{podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {a: b}}}]}]}',
      'idle',
    );
    write(...shop, clusterPolicy(into('Accept'), 'one'), clusterPolicy(into('Deny'), 'two'), idle);
    const found = await askJson('findings');
    expect(found.filter(({ kind }) => kind === 'conflict')).toEqual([
      {
        kind: 'conflict',
        tier: 'admin',
        direction: 'ingress',
        priority: 10,
        rules: ['ClusterNetworkPolicy one spec.ingress[0] (accept)', 'ClusterNetworkPolicy two spec.ingress[0] (deny)'],
        pod: 'shop/data[Pod]',
        peer: 'edge/gateway[Pod]',
        protocol: 'TCP',
        port: 1,
        isCertain: true,
      },
    ]);
    expect(found.filter(({ kind }) => kind === 'idle').map(({ rule }) => rule)).toEqual([
      'NetworkPolicy shop/idle spec.ingress[0]',
    ]);
    expect((await ask('findings')).code).toBe(1);
  });
});

describe('every question', () => {
  const questions = [
    'entries',
    'closure --from edge/gateway',
    'closure --from edge/gateway --to shop/data',
    'waypoint --from edge/* --to shop/data --through shop/front',
    'exposure --namespace shop',
    'resistance --namespaces shop,edge',
    'findings',
  ];

  it.each(questions)('%s answers about a cluster of an assembly too', async (question) => {
    const assembly = writeAssembly({ files: [shopFile] });
    try {
      const { code, lines, err } = await ask(question, '--assembly', assembly, '--cluster', 'dc-north-shared-0');
      expect({ err, isRefused: code > 1 }).toEqual({ err: '', isRefused: false });
      expect(lines.length).toBeGreaterThan(0);
    } finally {
      rmSync(assembly, { recursive: true });
    }
  });

  it.each(questions)('%s answers the same twice, in lines of JSON', async (question) => {
    const found = await askJson(question);
    expect(found.length).toBeGreaterThan(0);
    expect(await askJson(question)).toEqual(found);
  });

  it.each(questions)(
    '%s isn’t content with what can’t be read, and shows no character that acts on a terminal',
    async (question) => {
      const hostile = pod('edge/\u001B[31mred\u202E', { app: 'gateway' });
      const wrong = networkPolicy(
        'shop',
        '{podSelector: {}, ingress: [{ports: [{port: 9, endPort: 8}]}]}',
        '\u0007bell',
      );
      write(...shop, gateway, hostile, wrong, { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' }, spec: [] });
      for (const format of ['text', 'json']) {
        const { code, out, err } = await ask(question, '--format', format);
        expect(code).toBe(1);
        expect(['\u0007', '\u001B', '\u202E'].filter((one) => `${out}${err}`.includes(one))).toEqual([]);
        expect(err).toContain('spec.ingress[0].ports[0].endPort');
      }
    },
  );

  it.each([
    ['entries --format csv', 'answer-formless'],
    ['closure', 'question-incomplete'],
    ['closure --from shop/dta', 'did you mean shop/data?'],
    ['closure --from 10.0.0.1', 'closure-of-outside'],
    ['closure --from shop/data --to front', 'did you mean shop/front?'],
    ['waypoint --from internet --to shop/data', 'question-incomplete'],
    ['waypoint --from internet --to shop/data --through internet', 'waypoint-outside'],
    ['waypoint --from internet --to shp/* --through edge/gateway', 'did you mean shop/*?'],
    ['waypoint --from shop/data --to internet --through shop/*', 'only workloads of the waypoint'],
    ['exposure --namespace shpo', 'did you mean shop?'],
    ['resistance --namespaces shop,', 'namespace-unknown'],
    ['query --from shop/data --to lab/front', 'did you mean shop/front?'],
  ])('refuses %s', async (question, told) => {
    const { code, out, err } = await ask(question);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
  });

  it('shows names that may have been meant without what acts on a terminal', async () => {
    write(pod('shop/data'), pod('shop/fr\u202Eont'));
    const { err } = await ask('query --from shop/frot --to shop/data');
    expect(err).toContain('did you mean shop/fr⟦U+202E⟧ont?');
  });
});
