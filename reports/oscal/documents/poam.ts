import type { ReportClause, ReportRule } from '../../report';
import { stateTexts } from '../../text/messages';
import { metadata, roles } from '../parts/metadata';
import { oscalWords } from '../parts/oscal-words';
import { property, say, some, type OscalExport, type OscalPart } from '../parts/oscal-export';
import { markup } from '../parts/oscal-text';
import { signerParties, signerRoles } from '../results/attested';
import { findingUuid } from '../results/findings';
import { clauseObservationUuid, recordsOn } from '../results/observations';
import { approverParties, ruleRiskUuid, unexcused, usedExceptions, waiverUuid } from '../results/risks';
import type { ToldResults } from '../results/told-results';
import { assessmentAssets } from './assessment-plan';
import { evidenceResource } from './assessment-results';
import { systemId } from './security-plan';

/**
 * What is left to do: a rule with open evaluations, an exception, a fault of what judges, a clause that is proved in part or
 * not at all though a rule could. Undefined when nothing is, since OSCAL knows no empty plan.
 */
export function tryPoamDocument(one: OscalExport, told: ToldResults): OscalPart | undefined {
  const { report } = one.source;
  const openRules = report.rules.filter(({ id }) => unexcused(one, id).length > 0);
  const clauses = one.clauses.filter(({ state }) => state === 'in-part' || state === 'not-covered');
  const items = [
    ...told.faults.map((fault) => faultItem(one, fault)),
    ...openRules.map((rule) => ruleItem(one, rule)),
    ...usedExceptions(one).map((id) => waiverItem(one, id)),
    ...clauses.map((clause) => clauseItem(one, clause)),
  ];
  if (items.length === 0) return undefined;
  const approvers = approverParties(one);
  return {
    'plan-of-action-and-milestones': {
      uuid: one.ids.ofRun('poam'),
      metadata: metadata(one, oscalWords.poam, {
        version: report.evaluationsDigest,
        roles: [...(approvers.length === 0 ? [] : roles(one, ['approver'])), ...signerRoles(one)],
        parties: [...approvers, ...signerParties(one)],
        remarks: oscalWords.poamNote,
      }),
      'import-ssp': { href: 'system-security-plan.json' },
      'system-id': systemId(one),
      // The plan of action imports no assessment plan, in which the program would stand.
      'local-definitions': { 'inventory-items': some(told.subjects), 'assessment-assets': assessmentAssets(one) },
      ...openResults(one, clauses, told),
      'poam-items': items,
      'back-matter': { resources: [evidenceResource(one)] },
    },
  };
}

/** The findings that are not satisfied, with all that they and the items name. */
function openResults(one: OscalExport, clauses: readonly ReportClause[], told: ToldResults): OscalPart {
  const findings = told.findings.filter(({ clause }) => clause.state !== 'holds');
  const behind = new Set(findings.flatMap(({ clause }) => clause.rules));
  return {
    observations: some([
      ...told.faults,
      ...[...told.rules].filter(([id]) => behind.has(id)).map(([, observation]) => observation),
      ...told.open,
      ...clauses.flatMap(({ id }) => told.silent.get(id) ?? []),
      ...findings.flatMap(({ clause }) => recordsOn(one, clause.id)).flatMap((id) => told.attested.get(id) ?? []),
    ]),
    risks: some(told.risks),
    findings: some(findings.map(({ finding }) => finding)),
  };
}

function faultItem(one: OscalExport, fault: OscalPart): OscalPart {
  const uuid = String(fault['uuid']);
  return {
    uuid: one.ids.ofRun('item', 'fault', uuid),
    title: fault['title'],
    description: fault['description'],
    'related-observations': [{ 'observation-uuid': uuid }],
  };
}

function ruleItem(one: OscalExport, rule: ReportRule): OscalPart {
  return {
    uuid: one.ids.ofRun('item', 'rule', rule.id),
    title: say(one, rule.title),
    description: say(one, rule.fix),
    props: [property('rule', rule.id), property('force', rule.force), property('open', unexcused(one, rule.id).length)],
    'related-risks': [{ 'risk-uuid': ruleRiskUuid(one, rule.id) }],
  };
}

function waiverItem(one: OscalExport, id: string): OscalPart {
  const text = `${say(one, oscalWords.waiver)} ${markup(id)}`;
  return {
    uuid: one.ids.ofRun('item', 'exception', id),
    title: text,
    description: say(one, oscalWords.exceptedOnly),
    props: [property('exception', id)],
    'related-risks': [{ 'risk-uuid': waiverUuid(one, id) }],
  };
}

function clauseItem(one: OscalExport, { id, citation, title, state, why }: ReportClause): OscalPart {
  const related =
    state === 'in-part'
      ? { 'related-findings': [{ 'finding-uuid': findingUuid(one, id) }] }
      : { 'related-observations': [{ 'observation-uuid': clauseObservationUuid(one, id) }] };
  return {
    uuid: one.ids.ofRun('item', 'clause', id),
    title: `${markup(citation[one.language])}: ${say(one, title)}`,
    description: [say(one, stateTexts[state]), ...(why === undefined ? [] : [say(one, why)])].join(': '),
    props: [property('clause', id), property('state', state)],
    ...related,
  };
}
