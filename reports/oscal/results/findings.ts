import type { Text } from '../../../model/text';
import type { ClauseState, ReportClause } from '../../report';
import { stateTexts } from '../../text/messages';
import { markProperty, statementId } from '../documents/catalog';
import { requirementUuid } from '../documents/security-plan';
import { oscalWords } from '../parts/oscal-words';
import { countProperties, property, say, some, type OscalExport, type OscalPart } from '../parts/oscal-export';
import { markup } from '../parts/oscal-text';
import { attestedUuid } from './attested';
import { isSilent, recordsOn, ruleObservationUuid, type SilentClause } from './observations';
import { riskUuidsOf } from './risks';

/** A clause of which a rule said something. */
export type JudgedClause = Exclude<ReportClause, SilentClause> & {
  readonly state: Exclude<ClauseState, SilentClause['state']>;
};

/** OSCAL knows two states: only a clause that holds whole is satisfied, and what can't be told says so as another reason. */
const statuses: Readonly<
  Record<JudgedClause['state'], { readonly state: string; readonly reason: string; readonly remarks?: Text }>
> = {
  holds: { state: 'satisfied', reason: 'pass' },
  fails: { state: 'not-satisfied', reason: 'fail' },
  unknown: { state: 'not-satisfied', reason: 'other', remarks: oscalWords.cannotTell },
  excepted: { state: 'not-satisfied', reason: 'other', remarks: oscalWords.exceptedOnly },
  'in-part': { state: 'not-satisfied', reason: 'other', remarks: oscalWords.inPart },
};

/** Whether a rule said something of a clause. */
export function isJudged(clause: ReportClause): clause is JudgedClause {
  return !isSilent(clause);
}

/** The UUID of the finding on a clause. */
export function findingUuid({ ids }: Pick<OscalExport, 'ids'>, control: string): string {
  return ids.ofRun('finding', control);
}

/** What the rules together say of a clause. */
export function clauseFinding(one: OscalExport, clause: JudgedClause): OscalPart {
  const { id, citation, title, mark, state, why, rules, counts } = clause;
  const status = statuses[state];
  const open = rules.flatMap((rule) => one.open.get(rule) ?? []);
  return {
    uuid: findingUuid(one, id),
    title: markup(citation[one.language]),
    description: `${say(one, stateTexts[state])}: ${say(one, title)}`,
    props: [property('clause', id), property('state', state), markProperty(one, mark), ...countProperties(counts)],
    target: {
      type: 'statement-id',
      'target-id': statementId(id),
      status: {
        state: status.state,
        reason: status.reason,
        remarks: status.remarks === undefined ? undefined : say(one, status.remarks),
      },
    },
    'implementation-statement-uuid': requirementUuid(one, id),
    'related-observations': some([
      ...rules.map((rule) => ({ 'observation-uuid': ruleObservationUuid(one, rule) })),
      ...open.map(({ uuid }) => ({ 'observation-uuid': uuid })),
      ...recordsOn(one, id).map((record) => ({ 'observation-uuid': attestedUuid(one, record) })),
    ]),
    'related-risks': some(
      [...new Set(rules.flatMap((rule) => riskUuidsOf(one, rule)))].map((uuid) => ({ 'risk-uuid': uuid })),
    ),
    remarks: why === undefined ? undefined : say(one, why),
  };
}
