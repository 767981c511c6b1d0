import type { ReportRule } from '../../report';
import { oscalWords } from '../parts/oscal-words';
import {
  property,
  propertyIfAny,
  say,
  some,
  type OscalExport,
  type OscalPart,
  type OscalRun,
} from '../parts/oscal-export';
import { markup, plain } from '../parts/oscal-text';
import { endOf } from './observations';
import type { OpenEvaluation } from './open-evaluations';

/** Every risk: a rule with open evaluations, and an exception that excuses some. */
export function risks(one: OscalExport): readonly OscalPart[] {
  const rules = one.source.report.rules.filter(({ id }) => unexcused(one, id).length > 0);
  return [...rules.map((rule) => openRisk(one, rule)), ...usedExceptions(one).map((id) => waiverRisk(one, id))];
}

/** The UUIDs of the risks that a rule stands behind. */
export function riskUuidsOf(one: OscalRun, rule: string): readonly string[] {
  const used = new Set((one.open.get(rule) ?? []).flatMap(({ exception }) => exception ?? []));
  const own = unexcused(one, rule).length > 0 ? [ruleRiskUuid(one, rule)] : [];
  return [...own, ...[...used].toSorted().map((id) => waiverUuid(one, id))];
}

/** Ids of the exceptions that excuse something, sorted. */
export function usedExceptions({ source }: Pick<OscalRun, 'source'>): readonly string[] {
  return [...new Set(source.report.skipped.map(({ exception }) => exception))].toSorted();
}

/** Those who approved an exception that is used, as parties. */
export function approverParties(one: OscalExport): readonly OscalPart[] {
  const used = new Set(usedExceptions(one));
  const names = one.source.view.model.exceptions.filter(({ id }) => used.has(id)).map(({ approver }) => approver);
  return [...new Set(names)].toSorted().map((name) => ({
    uuid: approverUuid(one, name),
    type: 'organization',
    name: plain(name),
    remarks: say(one, oscalWords.approverKind),
  }));
}

/** The UUID of the risk of a rule with open evaluations. */
export function ruleRiskUuid({ ids }: Pick<OscalRun, 'ids'>, rule: string): string {
  return ids.ofRun('risk', 'rule', rule);
}

/** The UUID of the risk that an exception takes. */
export function waiverUuid({ ids }: Pick<OscalRun, 'ids'>, exception: string): string {
  return ids.ofRun('risk', 'exception', exception);
}

/** Evaluations of a rule that nothing excuses. */
export function unexcused({ open }: Pick<OscalRun, 'open'>, rule: string): readonly OpenEvaluation[] {
  return (open.get(rule) ?? []).filter(({ verdict }) => verdict !== 'skip');
}

function approverUuid({ ids }: Pick<OscalRun, 'ids'>, name: string): string {
  return ids.ofLasting('approver', name);
}

function openRisk(one: OscalExport, rule: ReportRule): OscalPart {
  return {
    uuid: ruleRiskUuid(one, rule.id),
    title: say(one, rule.title),
    description: say(one, rule.why),
    statement: say(one, rule.why),
    props: [property('rule', rule.id), property('force', rule.force)],
    status: 'open',
    remediations: [
      {
        uuid: one.ids.ofRun('fix', rule.id),
        lifecycle: 'recommendation',
        title: say(one, oscalWords.openWork),
        description: say(one, rule.fix),
      },
    ],
    'related-observations': unexcused(one, rule.id).map(({ uuid }) => ({ 'observation-uuid': uuid })),
  };
}

function waiverRisk(one: OscalExport, id: string): OscalPart {
  const found = one.source.view.model.exceptions.find((each) => each.id === id);
  const excused = [...one.open.values()].flat().filter(({ exception }) => exception === id);
  const rule = one.source.report.rules.find((each) => each.id === excused[0]?.finding.policy);
  const reason = found === undefined ? say(one, oscalWords.reasonUnknown) : markup(found.reason);
  return {
    uuid: waiverUuid(one, id),
    title: `${say(one, oscalWords.waiver)} ${markup(id)}`,
    description: `${say(one, oscalWords.reason)}: ${reason}`,
    statement: rule === undefined ? reason : say(one, rule.why),
    props: [
      property('exception', id),
      ...propertyIfAny('rule', found?.policy),
      ...propertyIfAny('value', found?.value),
      ...propertyIfAny('tenant', found?.owner),
      ...propertyIfAny('from', found?.from),
    ],
    status: 'deviation-approved',
    origins:
      found === undefined
        ? undefined
        : [{ actors: [{ type: 'party', 'actor-uuid': approverUuid(one, found.approver), 'role-id': 'approver' }] }],
    deadline: endOf(one, id),
    'related-observations': some(excused.map(({ uuid }) => ({ 'observation-uuid': uuid }))),
  };
}
