import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, Yaml } from 'cdk8s';
import { own } from '../../constructs/ownership';
import { buildKubernetes } from '../../synth/build-kubernetes';

/** Line breaks that YAML 1.1 knows and YAML 1.2 doesn't, and signs that a reader can't see. */
const breaks = ['\u0085', '\u2028', '\u2029', '\ufeff', '\u007f', '\u0000'];
const surroundings = [
  ['', ''],
  ['a', 'b'],
  ['two\nlines ', ' of text\n'],
  ['  indented\n', '\n\n'],
  ['# ', '- '],
] as const;
const data = Object.fromEntries(
  breaks.flatMap((one, row) =>
    surroundings.map(([before, after], column) => [`text-${row}-${column}`, `${before}${one}${after}`]),
  ),
);

test('buildKubernetes() writes no line break raw that another version of YAML reads differently', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-yaml-'));
  try {
    const built = buildKubernetes({
      engine: 'kubernetes',
      path: 'kubernetes/c/1-baseline/x.yaml',
      site: 's',
      define(app) {
        const chart = new Chart(app, 'x');
        own(chart, { origin: ['nation'] });
        new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, data });
        return chart;
      },
    });
    expect(built.text).not.toMatch(/(?!\n)\p{Cc}|[\u2028\u2029\ufeff]/u);
    const file = join(folder, 'x.yaml');
    writeFileSync(file, built.text);
    // The library of cdk8s reads it, not the one that wrote it.
    expect(Yaml.load(file)).toEqual([expect.objectContaining({ kind: 'ConfigMap', data })]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
