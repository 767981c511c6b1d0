import type { Attestation } from '../../../model/attestations/attestation';
import { pass } from '../../../policies/define-policy';
import { buildReport } from '../../../reports/build-report';
import type { ReportSource } from '../../../reports/define-format';
import { restoreTest } from '../../evidence/signatures/kit/records';
import { healthyModel } from '../../support/healthy-model';
import { hostile, rule, sourceOf } from '../report-kit';

const { nation: _nation, ...said } = restoreTest;
const system = healthyModel().systems.find(({ level }) => level === 5)?.id ?? '';

/** A restore test of the system of level 5, on 15 September 2026, by hostile hands. */
export const met: Attestation = {
  ...said,
  id: 'good',
  subject: { kind: 'system', id: system },
  by: { name: hostile, independent: false },
  keys: [`SHA256:${'k'.repeat(43)}`],
  origin: ['attestations/records/good'],
};

/** An earlier one, which the first replaced. */
export const replaced: Attestation = { ...met, id: 'old', doneOn: '2026-06-01' };

/** An inspection of the same system that left something open. */
export const notMet: Attestation = {
  ...met,
  id: 'bad',
  control: 'd331-28.5a',
  by: { name: 'Đơn vị kiểm tra', independent: true },
  outcome: 'not-met',
  open: [`${hostile} còn mở`],
};

/** A record on a system that is there no more. */
export const gone: Attestation = { ...met, id: 'gone', subject: { kind: 'system', id: 'gone' } };

/** The source of a report of 1 October 2026 with these records. */
export function sourceWith(attestations: readonly Attestation[]): ReportSource {
  const input = { ...sourceOf({ 'a/b': rule('d331-30.8', [pass]) }), attestations };
  return { ...input, report: buildReport(input) };
}
