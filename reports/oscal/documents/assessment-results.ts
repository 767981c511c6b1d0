import { metadata, roles } from '../parts/metadata';
import { oscalWords } from '../parts/oscal-words';
import { property, propertyIfAny, say, some, type OscalExport, type OscalPart } from '../parts/oscal-export';
import { clauseFinding, isJudged } from '../results/findings';
import {
  evidenceUuid,
  faultObservations,
  isSilent,
  openObservation,
  ruleObservation,
  silentObservation,
} from '../results/observations';
import { approverParties, risks } from '../results/risks';
import { subjectItems } from '../results/subjects';
import { everyControl } from './assessment-plan';

/** The file of every evaluation, beside the folders of the languages. */
export const EVALUATIONS_FILE = 'evaluations.json';

/** What the rules found: an observation of each rule and of each evaluation that is no pass, a finding on each clause that rules answer. */
export function assessmentResultsDocument(one: OscalExport): OscalPart {
  const { report } = one.source;
  const items = subjectItems(one);
  const approvers = approverParties(one);
  return {
    'assessment-results': {
      uuid: one.ids.ofRun('assessment-results'),
      metadata: metadata(one, oscalWords.results, {
        version: report.evaluationsDigest,
        roles: approvers.length === 0 ? [] : roles(one, ['approver']),
        parties: approvers,
      }),
      'import-ap': { href: 'assessment-plan.json' },
      results: [
        {
          uuid: one.ids.ofRun('result'),
          title: say(one, oscalWords.results),
          description: say(one, oscalWords.resultNote),
          start: one.moment,
          props: resultProperties(one),
          'local-definitions': items.length === 0 ? undefined : { 'inventory-items': items },
          'reviewed-controls': everyControl(),
          observations: some(observations(one)),
          risks: some(risks(one)),
          findings: some(one.clauses.filter(isJudged).map((clause) => clauseFinding(one, clause))),
        },
      ],
      'back-matter': { resources: [evidenceResource(one)] },
    },
  };
}

/** Where every evaluation stands, passes too; its digest is the one that the gate's certificate names. */
export function evidenceResource(one: OscalExport): OscalPart {
  return {
    uuid: evidenceUuid(one),
    title: say(one, oscalWords.allEvaluations),
    rlinks: [
      {
        href: `../${EVALUATIONS_FILE}`,
        'media-type': 'application/json',
        hashes: [{ algorithm: 'SHA-256', value: one.source.report.evaluationsDigest.replace(/^sha256:/, '') }],
      },
    ],
  };
}

function resultProperties(one: OscalExport): readonly OscalPart[] {
  const { verdict, evaluations, counts, rules, clauseStates, ...report } = one.source.report;
  return [
    property('verdict', verdict),
    property('rules', rules.length),
    property('evaluations', evaluations),
    ...Object.entries(counts).map(([name, count]) => property('count', count, { class: name })),
    ...Object.entries(clauseStates).map(([name, count]) => property('clauses', count, { class: name })),
    property('assembly-digest', report.assemblyDigest),
    property('bundle-digest', report.bundleDigest),
    property('evaluations-digest', report.evaluationsDigest),
    ...propertyIfAny('valid-through', report.validThrough),
    ...report.unknownKinds.map((kind) => property('kind-not-read', kind)),
  ];
}

function observations(one: OscalExport): readonly OscalPart[] {
  const { rules } = one.source.report;
  const open = rules.flatMap((rule) => (one.open.get(rule.id) ?? []).map((each) => openObservation(one, rule, each)));
  return [
    ...faultObservations(one),
    ...rules.map((rule) => ruleObservation(one, rule)),
    ...open,
    ...one.clauses.filter(isSilent).map((clause) => silentObservation(one, clause)),
  ];
}
