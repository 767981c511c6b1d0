import { metadata, roles } from '../parts/metadata';
import { oscalWords } from '../parts/oscal-words';
import {
  countProperties,
  property,
  propertyIfAny,
  say,
  some,
  type OscalExport,
  type OscalPart,
} from '../parts/oscal-export';
import { signerParties, signerRoles } from '../results/attested';
import { evidenceUuid } from '../results/observations';
import { OPEN_MAX } from '../results/open-evaluations';
import { approverParties } from '../results/risks';
import type { ToldResults } from '../results/told-results';
import { everyControl } from './assessment-plan';

/** The file of every evaluation, beside the folders of the languages. */
export const EVALUATIONS_FILE = 'evaluations.json';

/** What the rules found: an observation of each rule and of each evaluation that is no pass and of each signed record, a finding on each clause that rules answer. */
export function assessmentResultsDocument(one: OscalExport, told: ToldResults): OscalPart {
  const { report } = one.source;
  const approvers = approverParties(one);
  return {
    'assessment-results': {
      uuid: one.ids.ofRun('assessment-results'),
      metadata: metadata(one, oscalWords.results, {
        version: report.evaluationsDigest,
        roles: [...(approvers.length === 0 ? [] : roles(one, ['approver'])), ...signerRoles(one)],
        parties: [...approvers, ...signerParties(one)],
      }),
      'import-ap': { href: 'assessment-plan.json' },
      results: [
        {
          uuid: one.ids.ofRun('result'),
          title: say(one, oscalWords.results),
          description: say(one, oscalWords.resultNote),
          start: one.moment,
          props: resultProperties(one),
          'local-definitions': told.subjects.length === 0 ? undefined : { 'inventory-items': told.subjects },
          'reviewed-controls': everyControl(),
          observations: some([
            ...told.faults,
            ...told.rules.values(),
            ...told.open,
            ...told.silent.values(),
            ...told.attested.values(),
          ]),
          risks: some(told.risks),
          findings: some(told.findings.map(({ finding }) => finding)),
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
    ...countProperties(counts),
    ...Object.entries(clauseStates).map(([name, count]) => property('clauses', count, { class: name })),
    property('assembly-digest', report.assemblyDigest),
    property('bundle-digest', report.bundleDigest),
    property('evaluations-digest', report.evaluationsDigest),
    ...leftOut(one),
    ...propertyIfAny('valid-through', report.validThrough),
    ...report.unknownKinds.map((kind) => property('kind-not-read', kind)),
  ];
}

/** How many evaluations that are no pass stand in the file of evaluations alone. */
function leftOut(one: OscalExport): readonly OscalPart[] {
  const { findings, skipped } = one.source.report;
  const rest = findings.length + skipped.length - OPEN_MAX;
  return rest <= 0 ? [] : [property('observations-left-out', rest, { remarks: say(one, oscalWords.leftOut) })];
}
