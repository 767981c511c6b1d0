import { compareText, firstOrder } from '../../../model/build/sort';
import { groupBy } from '../../../model/group-by';
import type { Language, Text } from '../../../model/text';
import type { Point } from '../../../policies/engine/points/points';
import { clauseStates } from '../../report';
import { stateTexts } from '../../text/messages';
import { visibleText } from '../../text/visible-text';
import type { ClauseGap, IdleRule, ObjectGap, PointGap, TraceGaps } from '../find-gaps';
import type { EvidenceLink } from '../evidence-link';
import type { FactGap } from '../fact-gaps';
import { indent, listed, shownOf, type PageStyle } from './counted';
import { evidenceTexts, pointTexts, traceWords } from './trace-words';

/** One kind of gap: what lacks its other end, how many, and each of them. */
interface GapPart {
  readonly title: Text;
  /** Undefined where nobody could look; `unread` says why. */
  readonly lines?: readonly (readonly string[])[] | undefined;
  /** How many of which sort.
   * @default - they are all of one sort
   */
  readonly split?: string;
  /** Why nobody could look.
   * @default - everybody can
   */
  readonly unread?: Text;
}

const titles = {
  clauses: { vi: 'điều khoản không có quy tắc', en: 'clauses without a rule' },
  inPart: { vi: 'điều khoản mà quy tắc chỉ trả lời một phần', en: 'clauses that rules answer in part' },
  noClause: { vi: 'quy tắc không có điều khoản', en: 'rules without a clause' },
  idle: { vi: 'quy tắc không đánh giá gì', en: 'rules that judged nothing' },
  unjudged: { vi: 'đối tượng không quy tắc nào đánh giá', en: 'objects that no rule judged' },
  sourceless: { vi: 'đối tượng không có dữ kiện nguồn', en: 'objects without a fact behind them' },
  facts: { vi: 'dữ kiện không dẫn đến đối tượng nào', en: 'facts that lead to no object' },
  points: {
    vi: 'kiểm soát mà quy tắc chỉ có hiệu lực tại vài điểm',
    en: 'controls whose rules act at some points only',
  },
  outside: { vi: 'bằng chứng không có trong gói', en: 'pieces of evidence that the bundle lacks' },
  unsigned: { vi: 'bằng chứng không có chữ ký', en: 'pieces of evidence with no signature' },
  kinds: { vi: 'loại đối tượng không đọc được', en: 'kinds that no reader knows' },
} as const satisfies Readonly<Record<string, Text>>;

const words = {
  head: { vi: 'khoảng trống', en: 'gaps' },
  noFacts: {
    vi: 'bộ tạo tác không mang các dữ kiện tạo ra nó (chạy lại ndc synth)',
    en: 'the assembly doesn’t carry the facts that it was made from (run ndc synth again)',
  },
  noBundle: { vi: 'chưa nêu gói bằng chứng nào (thêm --bundle)', en: 'no bundle was given (add --bundle)' },
  departs: { vi: 'chỗ bộ tạo tác khác bản kê', en: 'places where the assembly isn’t as its manifest says' },
  at: { vi: 'tại', en: 'at' },
  judged: { vi: 'chỉ mô hình được đánh giá', en: 'judged in the model alone' },
} as const satisfies Readonly<Record<string, Text>>;

/** What stands on no whole chain: the counts of every kind first, then the first of each. */
export function gapsText(gaps: TraceGaps, style: PageStyle): string {
  const { language } = style;
  const parts = partsOf(gaps, language);
  const counts = parts.map(({ title, lines, split = '' }) => {
    const told = `${String(lines?.length ?? '?').padStart(5)}  ${title[language]}`;
    return split === '' ? told : `${told}: ${split}`;
  });
  const departures =
    gaps.departures === 0 ? [] : [`${String(gaps.departures).padStart(5)}  ${words.departs[language]}`];
  const lists = parts.flatMap(({ title, lines, unread }) => {
    const head = `${title[language]}:`;
    if (lines === undefined) return ['', head, ...indent(unread === undefined ? [] : [unread[language]])];
    return lines.length === 0
      ? []
      : [
          '',
          ...listed(
            head,
            shownOf(lines, style, ([first = '', ...rest]) => [first, ...indent(rest)]),
          ),
        ];
  });
  const head = `${words.head[language]}: ${gaps.environment}, ${traceWords.judged[language]} ${gaps.today}`;
  return [head, ...counts, ...departures, ...lists].map((line) => `${visibleText(line)}\n`).join('');
}

function partsOf(gaps: TraceGaps, language: Language): readonly GapPart[] {
  return [
    {
      title: titles.clauses,
      split: splitBy(
        gaps.clausesWithoutRule.map(({ state }) => stateTexts[state][language]),
        ', ',
      ),
      lines: clausesByState(gaps.clausesWithoutRule).map((one) => clauseLines(one, language)),
    },
    { title: titles.inPart, lines: gaps.clausesInPart.map((one) => clauseLines(one, language)) },
    { title: titles.noClause, lines: gaps.rulesWithoutClause.map(({ id }) => [id]) },
    { title: titles.idle, lines: gaps.idleRules.map((one) => ruleLines(one, language)) },
    { title: titles.unjudged, lines: gaps.unjudgedObjects.map(objectLine) },
    { title: titles.sourceless, lines: gaps.objectsWithoutSource.map(objectLine) },
    {
      title: titles.facts,
      unread: words.noFacts,
      lines: gaps.factsWithoutObject?.map((one) => factLine(one, language)),
    },
    {
      title: titles.points,
      split: splitBy(
        gaps.controlsAtSomePoints.map((one) => `${words.at[language]} ${pointNames(one.points, language)}`),
        '; ',
      ),
      lines: gaps.controlsAtSomePoints.map((one) => pointLines(one, language)),
    },
    {
      title: titles.outside,
      unread: words.noBundle,
      lines: gaps.evidenceOutsideBundle?.map((one) => evidenceLine(one, language)),
    },
    {
      title: titles.unsigned,
      unread: words.noBundle,
      lines: gaps.evidenceWithoutSignature?.map((one) => evidenceLine(one, language)),
    },
    { title: titles.kinds, lines: gaps.unknownKinds.map((kind) => [kind]) },
  ];
}

function clauseLines({ id, citation, state, title, why }: ClauseGap, language: Language): readonly string[] {
  return [`${stateTexts[state][language]}  ${id}  ${citation[language]}: ${title[language]}`, why[language]];
}

function ruleLines({ id, why }: IdleRule, language: Language): readonly string[] {
  return [id, (why ?? traceWords.mustJudge)[language]];
}

function objectLine({ id, file }: ObjectGap): readonly string[] {
  return [`${id}  ${file}`];
}

function factLine({ place, fact, judged }: FactGap, language: Language): readonly string[] {
  return [`${place}  ${fact}${judged === 0 ? '' : `  (${words.judged[language]}: ${judged})`}`];
}

function evidenceLine({ kind, digest, name }: EvidenceLink, language: Language): readonly string[] {
  return [`${evidenceTexts[kind][language]}  ${digest}  ${name}`.trimEnd()];
}

/** A control at some points: where it acts, and each reason once with the points that it holds for. */
function pointLines({ id, points, notAt }: PointGap, language: Language): readonly string[] {
  const missing = Object.entries(notAt) as (readonly [Point, Text])[];
  return [
    `${id}  ${traceWords.actsAt[language]} ${pointNames(points, language)}`,
    ...[...groupBy(missing, ([, why]) => why[language])].map(([why, alike]) => {
      const names = pointNames(
        alike.map(([point]) => point),
        language,
      );
      return `${traceWords.notAt[language]} ${names}: ${why}`;
    }),
  ];
}

function pointNames(points: readonly Point[], language: Language): string {
  return points.map((one) => pointTexts[one][language]).join(', ');
}

/** What a rule could answer first, since somebody can write that rule. */
function clausesByState(clauses: readonly ClauseGap[]): readonly ClauseGap[] {
  return clauses.toSorted((a, b) => clauseStates.indexOf(a.state) - clauseStates.indexOf(b.state));
}

/** How many of which sort, most first: `120 ▤ needs evidence, 44 ☰ procedure`. */
function splitBy(sorts: readonly string[], separator: string): string {
  return [...groupBy(sorts, (one) => one)]
    .toSorted(([a, m], [b, n]) => firstOrder(n.length - m.length, compareText(a, b)))
    .map(([sort, alike]) => `${alike.length} ${sort}`)
    .join(separator);
}
