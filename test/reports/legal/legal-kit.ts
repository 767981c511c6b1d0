import type { Model } from '../../../model/model';
import { certify } from '../../../policies/certificate';
import {
  definePolicy,
  fail,
  pass,
  type Judgement,
  type Policy,
  type PolicyContext,
} from '../../../policies/define-policy';
import { evaluate } from '../../../policies/evaluate';
import type { ControlId } from '../../../model/controls/control';
import { buildReport } from '../../../reports/build-report';
import type { ReportSource } from '../../../reports/define-format';
import { healthyModel } from '../../support/healthy-model';
import { ruleSetOf } from '../../support/rule-set-of';
import { viewOf } from '../../support/view-of';

const text = { vi: 'Quy tắc thử', en: 'A rule of a test' };

/** A rule that answers one clause and judges subjects by their ids: those given fail. */
export function ruleOn(control: ControlId, subjects: readonly string[], failing: readonly string[] = []): Policy {
  const said = (id: string): Judgement => (failing.includes(id) ? fail('where', 'got', 'want') : pass);
  return definePolicy({
    title: text,
    force: 'warn',
    controls: [control],
    why: text,
    fix: { vi: 'Sửa đi', en: 'Mend it' },
    mayBeVacuous: text,
    subjects: (): readonly { readonly id: string }[] => subjects.map((id) => ({ id })),
    check: ({ id }) => said(id),
  });
}

/** What a report is made of: rules by id, and a model. */
export function legalSource(
  rules: Readonly<Record<string, Policy>> = {},
  model: Model = healthyModel(),
  today: PolicyContext['today'] = '2026-11-27',
): ReportSource {
  const view = viewOf({ model });
  const set = ruleSetOf(Object.entries(rules).map(([id, policy]) => ({ id, policy })));
  const evaluation = evaluate(set, { view, today }, []);
  const assemblyDigest = `sha256:${'0'.repeat(64)}`;
  const certificate = certify({ rules: set, evaluation, exceptions: [], environment: 'test', assemblyDigest });
  const input = { view, evaluation, certificate, policies: set.policies };
  return { ...input, report: buildReport(input) };
}

/** A file of a folder of the report, as text. */
export function fileOf(files: Iterable<{ path: string; content: string | Uint8Array }>, path: string): string {
  for (const one of files) {
    if (one.path === path && typeof one.content === 'string') return one.content;
  }
  throw new Error(`no text file ${path}`);
}
