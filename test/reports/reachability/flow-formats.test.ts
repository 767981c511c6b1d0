import { flowFormats } from '../../../reports/reachability/flow-lines';
import { visibleText } from '../../../reports/text/visible-text';
import type { ClusterInput } from '../../../resources/reachability/cluster-input';
import type { Flow } from '../../../resources/reachability/query/flows';
import { flowsIn, hostileName, onlyFrom, pod, randomFlows } from './flow-kit';

const calm = flowsIn([
  pod('front', 'web'),
  pod('data', 'store'),
  pod('data', 'lonely'),
  onlyFrom('data', { namespaceSelector: {}, podSelector: { matchLabels: { app: 'web' } } }),
  onlyFrom('front', { ipBlock: { cidr: '10.0.0.0/8' } }),
]);
const hostile = flowsIn([pod('a', hostileName), pod('b', 'web')]);

function written(format: string, { flows, cluster }: { flows: readonly Flow[]; cluster?: ClusterInput }): string {
  return [...(flowFormats[format]?.lines(flows, cluster) ?? [])].join('\n');
}

/** The tokens of a graph as Graphviz reads them: quoted strings, and what stands between. */
function dotTokens(text: string): { readonly quoted: readonly string[]; readonly rest: string } {
  const quoted = [...text.matchAll(/"((?:\\.|[^"\\])*)"/gs)].map(([, inside = '']) => inside);
  return { quoted, rest: text.replace(/"(?:\\.|[^"\\])*"/gs, '""') };
}

describe('formats of flows', () => {
  it.each(Object.keys(flowFormats))('%s gives the same bytes for the same flows', (format) => {
    expect(written(format, hostile)).toBe(written(format, hostile));
    expect(written(format, calm).length).toBeGreaterThan(50);
  });

  it('write one arrow for each pair of ends with its ports, dashed where it depends', () => {
    const { flows } = flowsIn([
      pod('front', 'web'),
      pod('data', 'store'),
      onlyFrom('data', { ipBlock: { cidr: '10.0.0.0/8' } }),
    ]);
    const arrows = written('dot', { flows: flows.filter(({ from, to }) => from !== to && to.startsWith('data/')) });
    expect(arrows).toMatchInlineSnapshot(`
"digraph reachability {
  rankdir=LR;
  node [shape=box, fontname="sans-serif"];
  edge [fontname="sans-serif", fontsize=10];
  n0 -> n1 [label="443 8000-8080/TCP", style=dashed];
  n2 -> n1 [label="443 8000-8080/TCP"];
  subgraph cluster_0 {
    label="data";
    n1 [label="store[Pod]"];
  }
  subgraph cluster_1 {
    label="front";
    n0 [label="web[Pod]"];
  }
  n2 [label="10.0.0.0-10.255.255.255", shape=ellipse];
}"
`);
  });

  it('draw workloads that nothing reaches, in a graph and in a picture', () => {
    expect(written('dot', calm)).toContain('label="lonely[Pod]"');
    expect(written('svg', calm)).toContain('>data/lonely[Pod]<');
    expect(written('dot', { flows: [] })).not.toContain('lonely');
  });

  it('keep hostile names within the quotes of a graph', () => {
    const { quoted, rest } = dotTokens(written('dot', hostile));
    expect(rest).not.toMatch(/img|script|x->y/);
    expect(rest.match(/->/g)).toHaveLength(
      new Set(hostile.flows.map(({ from, to, verdict }) => `${from} ${to} ${verdict}`)).size,
    );
    const label = quoted.find((one) => one.includes('img'));
    expect(label?.replace(/\\(.)/gs, '$1')).toBe(visibleText(`${hostileName}[Pod]`));
  });

  it.each(['svg', 'html'])('keep hostile names from becoming markup in %s', (format) => {
    const text = written(format, hostile);
    expect(text).not.toContain('<img');
    expect(text.match(/<\/script>/g) ?? []).toHaveLength(format === 'html' ? 2 : 0);
    expect(text).not.toMatch(/\u202e|\0/);
    if (format === 'svg') expect(text).not.toContain('\uFFFF');
  });

  it('ask the network for nothing', () => {
    for (const format of ['svg', 'html']) {
      const text = written(format, calm).replace('http://www.w3.org/2000/svg', '');
      expect(text).not.toMatch(/https?:|url\((?!#)|(?:src|href)="(?!#)/);
    }
  });

  it('tell in both languages on a page: no text stands in one alone', () => {
    const page = written('html', calm);
    expect(page.split('<span lang="vi">').length).toBe(page.split('<span lang="en">').length);
    expect(page.split(' lang="vi"').length).toBe(page.split(' lang="en"').length + 1);
  });

  it('hold every flow of a page once as data', () => {
    const flows = randomFlows(7, 5, 3);
    const [, json = ''] =
      /<script type="application\/json" id="flow-data">(.*?)<\/script>/s.exec(written('html', { flows })) ?? [];
    const { ends, traffic, rows } = JSON.parse(json) as { ends: string[]; traffic: string[]; rows: number[] };
    const read = flows.map((_, index) => {
      const [from = -1, to = -1, port = -1, verdict] = rows.slice(index * 5);
      return `${ends[from]} ${ends[to]} ${traffic[port]} ${verdict === 0 ? 'allowed' : 'depends'}`;
    });
    expect(read).toEqual(flows.map(({ from, to, protocol, verdict }) => `${from} ${to} 443/${protocol} ${verdict}`));
    expect(rows).toHaveLength(flows.length * 5);
    expect(new Set(ends).size).toBe(ends.length);
  });

  it('tell on a page what could not be understood, or that nobody said', () => {
    const broken = flowsIn([pod('a', 'b'), onlyFrom('a', { ipBlock: { cidr: 'nonsense' } })]);
    expect(broken.cluster.troubles).not.toEqual([]);
    expect(written('html', broken)).toContain('nonsense');
    expect(written('html', calm)).toContain('Every policy was understood');
    expect(written('html', { flows: calm.flows })).toContain('written without the list of objects');
    expect(written('html', { flows: calm.flows })).not.toContain('Every policy was understood');
  });
});
