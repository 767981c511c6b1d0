import type { Text } from '../../model/text';
import { points } from '../../policies/engine/points/points';
import { code, line } from '../markdown/escape';
import { messages } from '../text/messages';
import { pointTexts } from '../trace/text/trace-words';
import type { AdmissionResult, LiveReport, PointResult, RulePoints } from './live-report';
import { pointFindingColumns } from './point-columns';
import { examplesOf, verdictsText, worst } from './point-sums';
import { departureTexts, pointStateTexts, pointWords as words, unseenTexts } from './point-words';

/** Rows of departed objects and of findings that the file holds; the JSON file holds all. */
const SHOWN_MAX = 200;

/** What clusters say of every rule, in Markdown: first what passes as written and doesn't hold where it runs. */
export function pointsPart(live: LiveReport): string {
  const ranks = { fails: 0, unknown: 1, well: 2 };
  const rows = live.rules
    .toSorted((a, b) => ranks[worst(a)] - ranks[worst(b)])
    .map((rule) => [code(rule.rule), ...points.map((point) => cellOf(rule, point))]);
  return [
    `## ${both(words.title)}`,
    both(words.note),
    askedPart(live),
    ...listPart(words.onlyAsWritten, live.onlyAsWritten),
    ...(live.onlyAsWritten.length === 0 ? [both(words.noneOnlyAsWritten)] : []),
    ...listPart(words.untold, live.untold),
    table([messages.rule, ...points.map((point) => pointTexts[point])], rows),
    ...departedPart(live),
    ...findingsPart(live),
  ].join('\n\n');
}

function both({ vi, en }: Text): string {
  return vi === en ? vi : `${vi} / ${en}`;
}

function table(columns: readonly Text[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => line(both(column)));
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function askedPart({ day, clusters, unreached, leftOut, compared, equal, departed }: LiveReport): string {
  const lines = [
    `${both(words.askedOn)}: ${day}`,
    `${both(words.asked)}: ${clusters.map(code).join(', ')}`,
    ...unreached.map(({ cluster, why }) => `${both(words.unreached)}: ${code(cluster)} ${line(why)}`),
    ...(leftOut.length === 0 ? [] : [`${both(words.leftOut)}: ${leftOut.map(code).join(', ')}`]),
    `${compared} ${both(words.compared)}, ${equal} ${both(words.equal)}, ${departed.length} ${both(words.departedCount)}`,
  ];
  return lines.map((one) => `- ${one}`).join('\n');
}

function listPart(title: Text, rules: readonly string[]): readonly string[] {
  if (rules.length === 0) return [];
  return [`### ${both(title)} (${rules.length})`, rules.map((id) => `- ${code(id)}`).join('\n')];
}

function cellOf(rule: RulePoints, point: (typeof points)[number]): string {
  const result: PointResult | AdmissionResult = rule[point];
  const { state, counts, unseen } = result;
  const told = [
    both(pointStateTexts[state]),
    verdictsText(counts),
    ...unseen.map(({ cause, count }) => `${count} ${both(words.unseen)} (${both(unseenTexts[cause])})`),
    ...('standings' in result ? answersOf(result) : []),
  ];
  return line(told.filter((one) => one !== '').join(' · '));
}

function answersOf(result: AdmissionResult): readonly string[] {
  const asked = examplesOf(result);
  return (['refused', 'refusedByOther', 'untried', 'letIn'] as const)
    .filter((key) => asked[key] > 0)
    .map((key) => `${asked[key]} ${both(words[key])}`);
}

function departedPart({ departed }: LiveReport): readonly string[] {
  if (departed.length === 0) return [];
  const rows = departed
    .slice(0, SHOWN_MAX)
    .map(({ id, kind, fields }) => [code(id), line(both(departureTexts[kind])), line(fields.join(', '))]);
  const list = table([messages.subject, messages.state, words.fields], rows);
  return [`### ${both(words.departed)}`, list, ...morePart(departed.length - rows.length, words.moreObjects)];
}

function findingsPart({ findings }: LiveReport): readonly string[] {
  if (findings.length === 0) return [];
  const rows = findings
    .slice(0, SHOWN_MAX)
    .map(({ rule, point, verdict, subject, where, got, want }) => [
      code(rule),
      line(both(pointTexts[point])),
      line(both(messages[verdict])),
      code(subject),
      line(where),
      line(got),
      line(want),
    ]);
  return [
    `### ${both(words.findings)}`,
    table(pointFindingColumns, rows),
    ...morePart(findings.length - rows.length, messages.moreFindings),
  ];
}

function morePart(rest: number, text: Text): readonly string[] {
  return rest > 0 ? [`${rest} ${both(text)}`] : [];
}
