import type { Attestation } from '../../../model/attestations/attestation';
import type { Model } from '../../../model/model';
import { certify } from '../../../policies/certificate';
import { definePolicy, fail } from '../../../policies/define-policy';
import { evaluate } from '../../../policies/evaluate';
import type { Evaluation, NamedPolicy } from '../../../policies/evaluation';
import { buildReport } from '../../../reports/build-report';
import type { ReportSource } from '../../../reports/define-format';
import { joinPoints, type JudgedPoint } from '../../../reports/points/join-points';
import type { AdmissionOnCluster, LiveReport } from '../../../reports/points/live-report';
import { healthyModel } from '../../support/healthy-model';
import { procedures } from '../../support/healthy-systems';
import { ruleSetOf } from '../../support/rule-set-of';
import { viewOf } from '../../support/view-of';
import { ruleOfOne } from './hostile-live';
import { earlierOf, historyOf } from '../history/history-kit';

const text = { vi: 'Quy tắc thử', en: 'A rule of a test' };

const assemblyDigest = `sha256:${'0'.repeat(64)}`;

/** The healthy nation with agencies, systems and clusters of these very ids and names, and a finding on each. */
export function namedSource(ids: readonly string[]): ReportSource {
  const view = viewOf({ model: namedModel(ids) });
  const { tenants, systems, clusters } = view.model;
  const policy = definePolicy({
    title: text,
    force: 'block',
    controls: ['d331-30.8'],
    why: text,
    fix: text,
    subjects: () => [
      ...systems.map(({ id, owner }) => ({ id: `system/${id}`, system: id, tenant: owner })),
      ...tenants.map(({ id }) => ({ id: `tenant/${id}`, tenant: id })),
      ...clusters.map(({ id }) => ({ id: `cluster/${id}` })),
    ],
    check: ({ id }) => fail(id, id, id),
  });
  const rules = ruleSetOf([{ id: 'network/require-a', policy }, ruleOfOne]);
  const evaluation = evaluate(rules, { view, today: '2026-10-01' }, []);
  const certificate = certify({ rules, evaluation, exceptions: [], environment: 'test', assemblyDigest });
  const live = liveOf(ids, evaluation, rules.policies);
  const input = { view, evaluation, certificate, policies: rules.policies, attestations: ids.map(recordOf), live };
  const source = { ...input, report: buildReport(input) };
  const then = { ...source, evaluation: { ...evaluation, results: [] } };
  return { ...source, since: historyOf(earlierOf(then)) };
}

/** What clusters of these names say: each of them departs, and gave one answer to rules that API servers are asked of. */
function liveOf(ids: readonly string[], evaluation: Evaluation, policies: readonly NamedPolicy[]): LiveReport {
  const subjects = ids.map((id) => `cluster/${id}`);
  const point: JudgedPoint = {
    results: evaluation.results,
    clusters: ids,
    seen: new Set(subjects),
    unseen: new Map(),
  };
  const standings = ids.map((cluster): AdmissionOnCluster => ({
    cluster,
    standing: 'departed',
    policies: ['carrier'],
    reasons: ['differs'],
  }));
  return joinPoints(evaluation, policies, {
    day: '2026-10-01',
    clusters: ids,
    unreached: ids.map((cluster) => ({ cluster, why: 'no answer' })),
    leftOut: [],
    compared: ids.length,
    departed: subjects.map((id) => ({ id, kind: 'different', fields: ['spec'] })),
    plan: point,
    live: point,
    admission: new Map([[ruleOfOne.id, standings]]),
  });
}

/** A record on a system of this name, by people and on a document of the same name. */
function recordOf(id: string): Attestation {
  return {
    id: `record-${id}`,
    subject: { kind: 'system', id },
    control: 'd331-31.2d',
    doneOn: '2026-09-15',
    by: { name: id, independent: true },
    outcome: 'not-met',
    open: ['one thing'],
    document: { name: id, digest: assemblyDigest },
    signer: id,
    role: id,
    signedAt: '2026-09-16T00:00:00Z',
    origin: ['attestations', id],
  };
}

function namedModel(ids: readonly string[]): Model {
  const model = healthyModel();
  const [, owner] = model.tenants;
  const [cluster] = model.clusters;
  if (owner === undefined || cluster === undefined) throw new Error('the healthy model is empty');
  const sorted = <T extends { readonly id: string }>(given: readonly T[]): readonly T[] =>
    given.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const nameOf = (id: string) => ({ vi: id, en: id });
  return {
    ...model,
    tenants: sorted([...model.tenants, ...ids.map((id) => ({ ...owner, id, officialName: nameOf(id) }))]),
    systems: sorted([
      ...model.systems,
      ...ids.map((id) => ({
        ...procedures(),
        id,
        officialName: nameOf(id),
        owner: id,
        operator: id,
        securityUnit: id,
      })),
    ]),
    clusters: sorted([...model.clusters, ...ids.map((id) => ({ ...cluster, id }))]),
  };
}
