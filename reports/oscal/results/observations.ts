import type { ReportClause, ReportRule } from '../../report';
import { bundleTexts, faultTexts, integrityTexts } from '../../text/terms';
import { stateTexts } from '../../text/messages';
import { markProperty, statementId } from '../documents/catalog';
import { originOf } from '../documents/assessment-plan';
import { ruleUuid } from '../documents/component-definition';
import { oscalWords, verdictWords } from '../parts/oscal-words';
import { countProperties, property, propertyIfAny, say, type OscalExport, type OscalPart } from '../parts/oscal-export';
import { markup } from '../parts/oscal-text';
import { exceptionSpan } from '../../../model/exceptions/exception-span';
import type { OpenEvaluation } from './open-evaluations';

/** States of a clause in which no rule said anything of it, so that there is no finding. */
const SILENT = ['not-applicable', 'not-covered', 'evidence', 'procedure'] as const;

type SilentState = (typeof SILENT)[number];

/** A clause of which no rule said anything. */
export type SilentClause = ReportClause & { readonly state: SilentState };

/** Whether no rule said anything of a clause. */
export function isSilent(clause: ReportClause): clause is SilentClause {
  return SILENT.some((state) => state === clause.state);
}

/** What a rule found as a whole, with every count; its passes are told here alone and stand one by one in the evidence. */
export function ruleObservation(one: OscalExport, rule: ReportRule): OscalPart {
  const { id, title, subjects, counts, vacuous, mayBeVacuous } = rule;
  const nothing = mayBeVacuous === undefined ? say(one, oscalWords.nothingProved) : say(one, mayBeVacuous);
  const description =
    vacuous === 'no'
      ? `${counts.pass} ${say(one, oscalWords.asRequired)} ${subjects}.`
      : `${say(one, oscalWords.appliedToNothing)}: ${nothing}`;
  return {
    uuid: ruleObservationUuid(one, id),
    title: say(one, title),
    description,
    props: [
      property('rule', id),
      property('subjects', subjects),
      ...countProperties(counts),
      property('vacuous', vacuous),
    ],
    links: [{ href: `component-definition.json#${ruleUuid(one, id)}`, rel: 'rule' }],
    methods: ['TEST'],
    types: ['control-objective'],
    origins: [originOf(one)],
    'relevant-evidence': [{ href: `#${evidenceUuid(one)}`, description: say(one, oscalWords.allEvaluations) }],
    collected: one.moment,
  };
}

/** The UUID of what a rule found as a whole. */
export function ruleObservationUuid({ ids }: Pick<OscalExport, 'ids'>, rule: string): string {
  return ids.ofRun('observation', rule);
}

/** The UUID of the file of every evaluation. */
export function evidenceUuid({ ids }: Pick<OscalExport, 'ids'>): string {
  return ids.ofRun('evidence');
}

/** One evaluation that is no pass. */
export function openObservation(one: OscalExport, rule: ReportRule | undefined, open: OpenEvaluation): OscalPart {
  const { finding, verdict, exception, uuid, subject } = open;
  const { policy, where, got, want, tenant, system, source, file, address } = finding;
  return {
    uuid,
    title: rule === undefined ? markup(policy) : say(one, rule.title),
    description: `${say(one, verdictWords[verdict])}: ${markup(finding.subject)}`,
    props: [
      property('rule', policy),
      property('verdict', verdict),
      ...propertyIfAny('where', where),
      ...propertyIfAny('got', got),
      ...propertyIfAny('want', want),
      ...propertyIfAny('tenant', tenant),
      ...propertyIfAny('system', system),
      ...propertyIfAny('source', source),
      ...propertyIfAny('file', file),
      ...propertyIfAny('address', address),
      ...propertyIfAny('exception', exception),
    ],
    methods: ['TEST'],
    types: ['finding'],
    origins: [originOf(one)],
    subjects: [{ 'subject-uuid': subject, type: 'inventory-item' }],
    collected: one.moment,
    expires: exception === undefined ? undefined : endOf(one, exception),
  };
}

/** The first moment in which an exception no longer counts. */
export function endOf({ source }: OscalExport, exception: string): string | undefined {
  const found = source.view.model.exceptions.find(({ id }) => id === exception);
  return found === undefined ? undefined : exceptionSpan(found).until;
}

/** The ids of the signed records on a clause, in the order of the report. */
export function recordsOn({ source }: Pick<OscalExport, 'source'>, control: string): readonly string[] {
  return source.report.attestations.filter((one) => one.control === control).map(({ id }) => id);
}

/** A clause of which no rule said anything, as what it is. */
export function silentObservation(one: OscalExport, clause: SilentClause): OscalPart {
  const { id, citation, title, mark, state, why } = clause;
  const isJudged = state === 'not-applicable';
  const signed = recordsOn(one, id).length > 0;
  return {
    uuid: clauseObservationUuid(one, id),
    title: markup(citation[one.language]),
    description: `${say(one, stateTexts[state])}: ${say(one, title)}`,
    props: [
      property('clause', id),
      property('statement', statementId(id)),
      property('state', state),
      markProperty(one, mark),
    ],
    links: [{ href: `catalog.json#${id}`, rel: 'clause' }],
    methods: [isJudged ? 'TEST' : 'UNKNOWN'],
    types: ['control-objective'],
    origins: [originOf(one)],
    collected: one.moment,
    remarks: [
      say(one, isJudged ? oscalWords.nothingToApply : signed ? oscalWords.onlySigned : oscalWords.nobodyObserved),
      ...(why === undefined ? [] : [say(one, why)]),
    ].join(' '),
  };
}

/** The UUID of the observation of a clause of which no rule said anything. */
export function clauseObservationUuid({ ids }: Pick<OscalExport, 'ids'>, control: string): string {
  return ids.ofRun('clause', control);
}

/** What is wrong with the rules, the assembly or the exceptions themselves. */
export function faultObservations(one: OscalExport): readonly OscalPart[] {
  const { faults, integrity, exceptions } = one.source.report;
  const make = (kind: string, index: number, parts: OscalPart): OscalPart => ({
    uuid: one.ids.ofRun('fault', kind, String(index)),
    methods: ['TEST'],
    types: ['finding'],
    origins: [originOf(one)],
    collected: one.moment,
    ...parts,
  });
  return [
    ...faults.map(({ kind, rule, got, want }, index) =>
      make('bundle', index, {
        title: say(one, oscalWords.gateFault),
        description: say(one, bundleTexts[kind]),
        props: [property('fault', kind), ...propertyIfAny('rule', rule), property('got', got), property('want', want)],
      }),
    ),
    ...integrity.map(({ kind, file, address, detail }, index) =>
      make('integrity', index, {
        title: say(one, oscalWords.integrityFault),
        description: say(one, integrityTexts[kind]),
        props: [
          property('fault', kind),
          property('file', file),
          ...propertyIfAny('address', address),
          property('got', detail),
        ],
      }),
    ),
    ...exceptions.map(({ exception, fault, policy, resource, got, want }, index) =>
      make('exception', index, {
        title: say(one, oscalWords.exceptionFault),
        description: `${markup(exception)}: ${say(one, faultTexts[fault])}`,
        props: [
          property('fault', fault),
          property('exception', exception),
          property('rule', policy),
          property('subject', resource),
          property('got', got),
          property('want', want),
        ],
      }),
    ),
  ];
}
