import { printCount } from '../../../model/print-count';
import type { Language } from '../../../model/text';
import type { VerdictCounts } from '../../../policies/evaluation';
import { verdictOrder } from '../trace-index';
import { traceWords, verdictSigns, verdictTexts } from './trace-words';

/** What is counted, in both languages; Vietnamese nouns stay as they are. */
const nouns = {
  object: { vi: 'đối tượng', one: 'object', many: 'objects' },
  rule: { vi: 'quy tắc', one: 'rule', many: 'rules' },
  clause: { vi: 'điều khoản', one: 'clause', many: 'clauses' },
  fact: { vi: 'dữ kiện', one: 'fact', many: 'facts' },
  judgement: { vi: 'lần đánh giá', one: 'judgement', many: 'judgements' },
} as const;

/** A number of things of a chain: `3 rules`, `3 quy tắc`. */
export function counted(count: number, noun: keyof typeof nouns, language: Language): string {
  const { vi, one, many } = nouns[noun];
  return language === 'vi' ? `${count} ${vi}` : printCount(count, one, many);
}

/** How many judgements ended how, worst first; what didn't happen is left out. */
export function verdictCounts(counts: VerdictCounts, language: Language): string {
  const told = verdictOrder.filter((verdict) => counts[verdict] > 0);
  if (told.length === 0) return `– ${traceWords.nothingJudged[language]}`;
  return told
    .map((verdict) => {
      const [sign = '', ...words] = verdictTexts[verdict][language].split(' ');
      return `${sign} ${counts[verdict]} ${words.join(' ')}`;
    })
    .join(', ');
}

/** The sign of the worst that was judged; a dash where nothing was. */
export function worstSign(counts: VerdictCounts): string {
  const worst = verdictOrder.find((verdict) => counts[verdict] > 0);
  return worst === undefined ? '–' : verdictSigns[worst];
}

/** The place of the worst judgement in the order of verdicts, for sorting; what judged nothing comes last. */
export function worstRank(counts: VerdictCounts): number {
  const rank = verdictOrder.findIndex((verdict) => counts[verdict] > 0);
  return rank === -1 ? verdictOrder.length : rank;
}

/** How a page is written. */
export interface PageStyle {
  readonly language: Language;
  /** The most that a list shows. */
  readonly limit: number;
}

/** Lines one step further in. */
export function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** The first of a list as lines, and how many are left out. */
export function shownOf<T>(
  list: readonly T[],
  { language, limit }: PageStyle,
  write: (item: T) => readonly string[],
): readonly string[] {
  const left = list.length - limit;
  const more = left > 0 ? [`… ${left} ${traceWords.more[language]}`] : [];
  return [...list.slice(0, limit).flatMap(write), ...more];
}

/** A heading with what it lists one step further in; nothing where nothing is listed. */
export function listed(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...indent(lines)];
}
