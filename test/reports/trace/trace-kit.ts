import type { ControlId } from '../../../model/controls/control';
import type { PolicyException } from '../../../model/model';
import { valueOf } from '../../../model/problem';
import { certify } from '../../../policies/certificate';
import { definePolicy, type Judgement, type Policy } from '../../../policies/define-policy';
import { evaluate } from '../../../policies/evaluate';
import { resourceSubjects } from '../../../policies/subjects';
import type { TraceBundle } from '../../../reports/trace/evidence-link';
import type { FactLine } from '../../../reports/trace/fact-line';
import { findStart } from '../../../reports/trace/find-start';
import { followChain } from '../../../reports/trace/follow-chain';
import type { Trace } from '../../../reports/trace/trace';
import { TraceIndex } from '../../../reports/trace/trace-index';
import { healthyModel } from '../../support/healthy-model';
import { ruleSetOf } from '../../support/rule-set-of';
import { viewOf, type GivenAssembly } from '../../support/view-of';

/** The day of every judgement here. */
export const TODAY = '2026-10-01';

const text = { vi: 'Quy tắc thử', en: 'A rule of a test' };

/** A rule that says this of each written object of a kind. */
export function ruleOn(kind: string, controls: Policy['controls'], judge: () => Judgement): Policy {
  return definePolicy({
    title: text,
    force: 'block',
    controls,
    why: text,
    fix: text,
    mayBeVacuous: { vi: 'Có thể không có.', en: 'There may be none.' },
    subjects: ({ view }) => resourceSubjects(view.resources.ofKind(kind)),
    check: judge,
  });
}

/** What a test bends. */
export interface GivenTrace extends Omit<GivenAssembly, 'model'> {
  /** @default - none */
  readonly policies?: Readonly<Record<string, Policy>>;
  /** @default - none */
  readonly exceptions?: readonly PolicyException[];
  /** @default - none was given */
  readonly bundle?: TraceBundle;
  /** @default - nobody read the facts */
  readonly factLines?: readonly FactLine[];
}

/** The lookups over the healthy nation with these objects and rules. */
export function indexOf({ policies = {}, exceptions = [], bundle, factLines, ...given }: GivenTrace): TraceIndex {
  const view = viewOf({ ...given, model: { ...healthyModel(), exceptions } });
  const rules = ruleSetOf(Object.entries(policies).map(([id, policy]) => ({ id, policy })));
  const evaluation = evaluate(rules, { view, today: TODAY }, exceptions);
  const assemblyDigest = view.assembly.digest;
  const certificate = certify({ rules, evaluation, exceptions, environment: 'test', assemblyDigest });
  return new TraceIndex({ view, evaluation, certificate, policies: rules.policies, bundle, factLines });
}

/** The chain from what a text names. */
export function traceOf(index: TraceIndex, what: string): Trace {
  return followChain(index, valueOf(findStart(index, what)));
}

/** A config map of a test. */
export function configMap(name: string): { readonly [key: string]: string | { readonly [key: string]: string } } {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'default' } };
}

/** A clause with levels that no rule of a test answers unless it says so. */
export const CONTROL: ControlId = 'd331-30.8';
