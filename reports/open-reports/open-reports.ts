import type { Finding, NamedPolicy, PolicyResult } from '../../policies/evaluation';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { ReportFile, ReportSource } from '../define-format';
import { sortedJson } from '../sorted-json';
import { safeName } from '../text/safe-name';
import { wellFormedJson } from '../text/well-formed-json';

/** Results in one object; at their longest they stay below the 1.5 MiB that etcd takes (`--max-request-bytes`). */
const RESULTS_MAX = 400;

/** What is judged beside clusters: systems, sites, flows, files. Applied to no cluster. */
const ELSEWHERE = 'environment';

/** What OpenReports knows of an outcome (openreports.io/v1alpha1, `results[].result`). */
const OUTCOMES = ['pass', 'fail', 'warn', 'error', 'skip'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** One outcome of a rule in a cluster: all of its passes, or a finding. */
interface OpenResult {
  readonly policy: string;
  readonly category: string;
  readonly result: Outcome;
  /** How many subjects it speaks of; written among the properties. */
  readonly subjects: number;
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly resources?: readonly object[];
}

/**
 * The findings as objects of OpenReports (`ClusterReport` of openreports.io/v1alpha1), one file for each cluster, ready
 * for `kubectl apply`: each finding by itself, and of each rule how many subjects passed. A verdict that can't be told is
 * an error, never a pass; a rule that only warns gives warnings. An API server takes no lone surrogate, so each is told by its
 * number.
 */
export function* openReports(source: ReportSource): Generator<ReportFile> {
  const clusters = source.view.model.clusters.map(({ id }) => id);
  const byCluster = new Map<string, OpenResult[]>([...clusters, ELSEWHERE].map((id) => [id, []]));
  const policies = new Map(source.policies.map((one) => [one.id, one]));
  const place = placesIn(source.view);
  for (const one of source.evaluation.results) {
    const policy = policies.get(one.policy);
    if (policy === undefined) throw new Error(`the rule ${one.policy} is not in the catalog`);
    for (const [cluster, result] of resultsOf(one, policy, { view: source.view, place }))
      byCluster.get(cluster)?.push(result);
  }
  for (const [cluster, results] of byCluster)
    yield { path: `${safeName(cluster)}.json`, content: `${wellFormedJson(sortedJson(listOf(results, source)))}\n` };
}

function* resultsOf(
  { force, pass, fail, unknown, error, skip }: PolicyResult,
  { id, policy }: NamedPolicy,
  { view, place }: { readonly view: AssemblyView; readonly place: (subject: string) => string },
): Generator<readonly [string, OpenResult]> {
  const base = { policy: id, category: id.slice(0, id.lastIndexOf('/')) };
  const common = { controls: policy.controls.join(' ') };
  for (const [cluster, subjects] of countBy(pass, place))
    yield [cluster, { ...base, result: 'pass', subjects, message: policy.title.en, properties: common }];
  const tell = (one: Finding, result: Outcome, more: Readonly<Record<string, string>>) =>
    [
      place(one.subject),
      {
        ...base,
        result,
        subjects: 1,
        message: `got ${one.got}, want ${one.want}`,
        properties: { ...common, ...placeOf(one), ...more, ...subjectOf(one, view) },
        resources: resourceOf(one.subject, view),
      },
    ] as const;
  const wrong = force === 'block' ? 'fail' : 'warn';
  for (const one of fail) yield tell(one, wrong, { verdict: 'fail' });
  for (const one of unknown) yield tell(one, 'error', { verdict: 'unknown' });
  for (const one of error) yield tell(one, 'error', { verdict: 'error' });
  for (const one of skip) yield tell(one, 'skip', { verdict: one.verdict, exception: one.exception });
}

function placeOf({ where, source, file }: Finding): Readonly<Record<string, string>> {
  const given = { where: where === '' ? undefined : where, source, file };
  return Object.fromEntries(Object.entries(given).flatMap(([key, one]) => (one === undefined ? [] : [[key, one]])));
}

/** Finds the cluster of each subject once: hundreds of rules judge the same. */
function placesIn(view: AssemblyView): (subject: string) => string {
  const known = new Map<string, string>();
  return (subject) => {
    const cluster = known.get(subject);
    if (cluster !== undefined) return cluster;
    const found = clusterOf(subject, view);
    known.set(subject, found);
    return found;
  };
}

/** The cluster that a subject belongs to: its first part, or the second of one of the model. */
function clusterOf(subject: string, { model }: AssemblyView): string {
  const [first = '', second = ''] = subject.split('/', 2);
  const cluster = first === 'cluster' || first === 'namespace' ? second : first;
  return model.tryCluster(cluster) === undefined ? ELSEWHERE : cluster;
}

function countBy(texts: readonly string[], keyOf: (text: string) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const key = keyOf(text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What isn't an object of a cluster has no other place to be named. */
function subjectOf({ subject }: Finding, { resources }: AssemblyView): Readonly<Record<string, string>> {
  return resources.tryFind(subject) === undefined ? { subject } : {};
}

function resourceOf(subject: string, { resources }: AssemblyView): readonly object[] {
  const found = resources.tryFind(subject);
  if (found === undefined) return [];
  const { apiVersion, kind, namespace, name } = found;
  return [{ apiVersion, kind, namespace, name }];
}

function listOf(results: readonly OpenResult[], source: ReportSource): object {
  const count = Math.max(1, Math.ceil(results.length / RESULTS_MAX));
  const items = Array.from({ length: count }, (_, index) =>
    objectOf(results.slice(index * RESULTS_MAX, (index + 1) * RESULTS_MAX), index, source),
  );
  return { apiVersion: 'v1', kind: 'List', items };
}

function objectOf(results: readonly OpenResult[], index: number, { report }: ReportSource): object {
  const summary = Object.fromEntries(
    OUTCOMES.map((outcome) => [
      outcome,
      results.filter(({ result }) => result === outcome).reduce((sum, { subjects }) => sum + subjects, 0),
    ]),
  );
  const seconds = Date.parse(`${report.today}T00:00:00Z`) / 1_000;
  return {
    apiVersion: 'openreports.io/v1alpha1',
    kind: 'ClusterReport',
    metadata: {
      name: `ndc-${String(index + 1).padStart(3, '0')}`,
      annotations: {
        'ndc.gov.vn/assembly-digest': report.assemblyDigest,
        'ndc.gov.vn/bundle-digest': report.bundleDigest,
        'ndc.gov.vn/evaluations-digest': report.evaluationsDigest,
      },
    },
    source: 'ndc',
    summary,
    results: results.map(({ subjects, properties, ...one }) => ({
      ...one,
      properties: { ...properties, subjects: String(subjects) },
      timestamp: { seconds, nanos: 0 },
    })),
  };
}
