import type { Model } from '../../../model/model';
import { certify } from '../../../policies/certificate';
import { definePolicy, fail } from '../../../policies/define-policy';
import { evaluate } from '../../../policies/evaluate';
import { buildReport } from '../../../reports/build-report';
import type { ReportSource } from '../../../reports/define-format';
import { healthyModel } from '../../support/healthy-model';
import { procedures } from '../../support/healthy-systems';
import { ruleSetOf } from '../../support/rule-set-of';
import { viewOf } from '../../support/view-of';
import { earlierOf, historyOf } from '../history/history-kit';

const text = { vi: 'Quy tắc thử', en: 'A rule of a test' };

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
  const rules = ruleSetOf([{ id: 'network/require-a', policy }]);
  const evaluation = evaluate(rules, { view, today: '2026-10-01' }, []);
  const assemblyDigest = `sha256:${'0'.repeat(64)}`;
  const certificate = certify({ rules, evaluation, exceptions: [], environment: 'test', assemblyDigest });
  const input = { view, evaluation, certificate, policies: rules.policies };
  const source = { ...input, report: buildReport(input) };
  const then = { ...source, evaluation: { ...evaluation, results: [] } };
  return { ...source, since: historyOf(earlierOf(then)) };
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
