import { fail, pass, unknown } from '../../../policies/define-policy';
import openReportsFormat from '../../../reports/formats/open-reports';
import type { ReportSource } from '../../../reports/define-format';
import { describeWithSchemas, expectLegal } from '../../support/schemas/kubernetes-schema';
import { hostile, hostileSource, rule, sourceOf } from '../report-kit';

interface ClusterReport {
  readonly summary: Readonly<Record<string, number>>;
  readonly results: readonly {
    readonly policy: string;
    readonly result: string;
    readonly message: string;
    readonly properties: Readonly<Record<string, string>>;
  }[];
}

function reportsOf(source: ReportSource): readonly ClusterReport[] {
  return [...openReportsFormat.files(source)].flatMap(
    ({ content }) => (JSON.parse(String(content)) as { readonly items: readonly ClusterReport[] }).items,
  );
}

const clusters = ['dc-north-shared-0', 'dc-south-shared-0'];
const subjectsIn = (cluster: string) => [{ id: `${cluster}/Namespace/-/a` }, { id: `cluster/${cluster}` }];

describe('findings as objects of OpenReports', () => {
  it('stand in a file of the cluster that they are about, and everything else in one of the environment', () => {
    const source = sourceOf({
      'network/require-a': rule('d331-30.8', [], {
        subjects: () => [...clusters.flatMap(subjectsIn), { id: 'system/land-database' }],
        check: () => pass,
      }),
    });
    const known = source.view.model.clusters.map(({ id }) => id);
    const files = [...openReportsFormat.files(source)].map(({ path }) => path);
    expect(files).toEqual([...known, 'environment'].map((id) => `${id}.json`));
    const passes = reportsOf(source).map(({ summary }) => summary['pass']);
    expect(passes).toEqual([...known.map((id) => (clusters.includes(id) ? 2 : 0)), 1]);
  });

  it('count every evaluation once, and no verdict that can’t be told as a pass', () => {
    const source = hostileSource();
    const { pass: passed, fail: failed, unknown: untold, skip, error } = source.report.counts;
    const sum = (outcome: string): number =>
      reportsOf(source).reduce((all, { summary }) => all + (summary[outcome] ?? 0), 0);
    expect([sum('pass'), sum('fail'), sum('error'), sum('skip')]).toEqual([passed, failed, untold + error, skip]);
    expect(untold).toBe(1);
  });

  it('are warnings where the rule only warns', () => {
    const source = sourceOf({
      'a/warns': rule('d331-30.8', [fail('a', 'b', 'c'), unknown('a', 'b', 'c')], { force: 'warn' }),
    });
    const results = reportsOf(source).flatMap((one) =>
      one.results.map(({ result, properties }) => [result, properties]),
    );
    expect(results).toEqual([
      ['warn', { controls: 'd331-30.8', subject: 'subject-0', subjects: '1', verdict: 'fail', where: 'a' }],
      ['error', { controls: 'd331-30.8', subject: 'subject-1', subjects: '1', verdict: 'unknown', where: 'a' }],
    ]);
  });

  it('are in objects small enough for a cluster, however many there are', () => {
    const source = sourceOf({
      'a/many': rule('d331-30.8', Array<ReturnType<typeof fail>>(1_000).fill(fail('a', 'b', 'c'))),
    });
    const reports = reportsOf(source).filter(({ results }) => results.length > 0);
    expect(reports.map(({ results }) => results.length)).toEqual([400, 400, 200]);
  });
});

describeWithSchemas('objects of OpenReports', (validator) => {
  it('are legal by the definition of openreports.io, hostile texts in them too', () => {
    const reports = reportsOf(hostileSource());
    expect(validator.kinds()).toContain('openreports.io/v1alpha1/ClusterReport');
    expectLegal(validator, reports);
    const messages = reports.flatMap(({ results }) => results.map(({ message }) => message));
    expect(messages.some((one) => one.includes(hostile.slice(0, 20)))).toBe(true);
    expect(messages.every((one) => one.isWellFormed())).toBe(true);
  });
});
