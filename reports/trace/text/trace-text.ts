import { compareText, firstOrder } from '../../../model/build/sort';
import { clauseStates } from '../../report';
import { stateTexts, markTexts } from '../../text/messages';
import { visibleText } from '../../text/visible-text';
import type { Trace, TraceClause, TraceJudgement, TraceObject, TraceRule } from '../trace';
import { countJudgements, verdictOrder } from '../trace-index';
import { counted, indent, listed, shownOf, verdictCounts, worstRank, worstSign, type PageStyle } from './counted';
import { evidenceLines, signatureLines } from './evidence-lines';
import { factLines, objectLines } from './object-lines';
import { evidenceTexts, pointTexts, roleTexts, startTexts, traceWords, verdictSigns } from './trace-words';

/** Clauses that are told one by one with their rules; of more, each gets a line. */
const WHOLE_CLAUSES_MAX = 3;

/** A chain as text of about one screen: where it starts, then step by step to its ends, each step further in. */
export function traceText(trace: Trace, style: PageStyle): string {
  const lines = [...stepsFrom(trace, style), ...evidenceLines(trace, style), ...signatureLines(trace, style)];
  return lines.map((line) => `${visibleText(line)}\n`).join('');
}

function stepsFrom(trace: Trace, style: PageStyle): readonly string[] {
  const { start } = trace;
  if ('controls' in start) return fromClauses(trace, style);
  if (start.kind === 'rule') return fromRule(trace, style);
  return start.kind === 'subject' ? fromSubject(trace, style) : fromMany(trace, style);
}

function fromClauses(trace: Trace, style: PageStyle): readonly string[] {
  const { clauses, start } = trace;
  const facts = factLines(trace, style);
  if (clauses.length <= WHOLE_CLAUSES_MAX) {
    return [...clauses.flatMap((one) => [...clauseLines(one, style), ...indent(rulesOf(one, trace, style))]), ...facts];
  }
  const [first] = clauses;
  const head = `${startTexts[start.kind][style.language]} ${start.id}: ${first?.officialName[style.language] ?? ''}`;
  const told = listed(`${counted(clauses.length, 'clause', style.language)}:`, clausesInBrief(clauses, style));
  return [head, ...indent(told), ...indent(ruleSummary(trace, style)), ...facts];
}

function fromRule(trace: Trace, style: PageStyle): readonly string[] {
  const { rules, clauses } = trace;
  const told = listed(`${traceWords.answersFor[style.language]}:`, clausesInBrief(clauses, style));
  return [...rules.flatMap((one) => ruleLines(one, trace, style)), ...indent(told), ...factLines(trace, style)];
}

function fromSubject(trace: Trace, style: PageStyle): readonly string[] {
  const { language } = style;
  const judged = shownOf(worstFirst(trace.rules), style, (rule) => [
    `${worstSign(countJudgements(rule.judgements))} ${rule.id}  [${rule.force}]  ${pointsText(rule, style)}`,
    ...indent(rule.judgements.flatMap((one) => foundLines(one, style))),
    `  ${rule.clauses.join(', ')}`,
  ]);
  const wholes = trace.wholes.map(({ id, rules, counts }) => {
    if (rules.length === 0) return `${id}  – ${traceWords.notJudged[language]}`;
    return `${id}  ${counted(rules.length, 'rule', language)}: ${verdictCounts(counts, language)}`;
  });
  return [
    ...trace.objects.flatMap((one) => objectLines(one, style)),
    ...indent(judgedBy(trace, judged, style)),
    ...indent(listed(`${traceWords.partOf[language]}:`, wholes)),
    ...indent(clauseSummary(trace, style)),
  ];
}

/** A system, a tenant, a file, a fact or a digest: many things at once, so counts first and then the first of each. */
function fromMany(trace: Trace, style: PageStyle): readonly string[] {
  const { language } = style;
  const { start, objects } = trace;
  const kind = start.kind === 'group' ? start.of : start.kind;
  const also = alsoNamed(trace, style);
  const kinds = kindCounts(objects);
  const leads = start.kind === 'source' && objects.length === 0 ? [traceWords.leadsNowhere[language]] : [];
  const named = worstObjects(trace);
  const things = `${counted(objects.length, 'object', language)}: ${kinds}`;
  return [
    `${startTexts[kind][language]} ${start.id}${also}`,
    ...indent(leads),
    ...indent(
      objects.length === 0
        ? []
        : listed(
            things,
            shownOf(named, style, (one) => [one]),
          ),
    ),
    ...indent(ruleSummary(trace, style)),
    ...indent(clauseSummary(trace, style)),
    ...factLines(trace, style),
  ];
}

/** What else the start is called: the official name, the path of a fact, the file of a digest. */
function alsoNamed({ start, officialName }: Trace, { language }: PageStyle): string {
  if (officialName !== undefined) return `  ${officialName[language]}`;
  if (start.kind === 'source' && start.fact !== undefined) return `  ${start.fact}`;
  if (start.kind !== 'evidence') return '';
  return `  ${start.links.map(({ kind, name }) => (name === '' ? evidenceTexts[kind][language] : name)).join(', ')}`;
}

function clauseLines(clause: TraceClause, { language }: PageStyle): readonly string[] {
  const { id, citation, officialName, title, mark, sources, levels, state, why } = clause;
  const level = levels.length === 0 ? '' : `; ${traceWords.levels[language]} ${levels.join(', ')}`;
  return [
    `${startTexts.clause[language]} ${citation[language]}: ${officialName[language]}`,
    `  ${startTexts.control[language]} ${id}  ${stateTexts[state][language]}`,
    `    ${title[language]}`,
    `    ${traceWords.source[language]}: ${markTexts[mark][language]} (${sources.map((one) => one.title).join('; ')})${level}`,
    ...(why === undefined ? [] : [`    ${why[language]}`]),
  ];
}

function rulesOf(clause: TraceClause, trace: Trace, style: PageStyle): readonly string[] {
  const answering = worstFirst(trace.rules.filter(({ id }) => clause.rules.includes(id)));
  if (answering.length === 0) return [`  ${traceWords.noRule[style.language]}`];
  const each = { ...style, limit: Math.max(1, Math.floor(style.limit / answering.length)) };
  // Of many rules each gets a line, and what it judged first another one.
  const isBrief = answering.length * 2 > style.limit;
  const told = shownOf(answering, style, (rule) => (isBrief ? ruleInBrief : ruleLines)(rule, trace, each));
  const head = `${counted(answering.length, 'rule', style.language)}: ${verdictCounts(clause.counts, style.language)}`;
  return indent(isBrief ? listed(head, told) : told);
}

function ruleInBrief(rule: TraceRule, trace: Trace, style: PageStyle): readonly string[] {
  const { language } = style;
  const counts = verdictCounts(countJudgements(rule.judgements), language);
  const first = judgedLines({ ...rule, judgements: rule.judgements.slice(0, 1) }, trace, style);
  return [`${startTexts.rule[language]} ${rule.id}  [${rule.force}]  ${counts}`, ...indent(first)];
}

/** A rule with what it judged, worst first. */
function ruleLines(rule: TraceRule, trace: Trace, style: PageStyle): readonly string[] {
  const { language } = style;
  const { id, force, title, judgements, vacuous, mayBeVacuous } = rule;
  const why = (mayBeVacuous ?? traceWords.mustJudge)[language];
  const counts = verdictCounts(countJudgements(judgements), language);
  return [
    `${startTexts.rule[language]} ${id}  [${force}]  ${pointsText(rule, style)}`,
    `  ${title[language]}`,
    `  ${vacuous === 'no' ? counts : `${counts}: ${why}`}`,
    ...indent(indent(judgedLines(rule, trace, style))),
  ];
}

/** What a rule judged, each with the fact behind it and what was found. */
function judgedLines({ judgements }: TraceRule, { objects }: Trace, style: PageStyle): readonly string[] {
  return shownOf(judgements, style, (one) => [
    `${verdictSigns[one.verdict]} ${one.subject}${causeOf(one.subject, objects, style)}`,
    ...indent(foundLines(one, style)),
  ]);
}

/** The fact that something was made from. */
function causeOf(subject: string, objects: readonly TraceObject[], { language }: PageStyle): string {
  const facts = objects.find(({ id }) => id === subject)?.facts ?? [];
  const cause = facts.find(({ as }) => as === 'cause');
  return cause === undefined ? '' : `  ${roleTexts.cause[language]} ${cause.place}`;
}

/** What was found where a judgement isn't a pass. */
function foundLines({ where, got, want, exception }: TraceJudgement, { language }: PageStyle): readonly string[] {
  if (got === undefined) return [];
  const excused = exception === undefined ? '' : `  (${traceWords.excusedBy[language]} ${exception})`;
  return [
    `${where === undefined || where === '' ? '' : `${where}: `}${traceWords.got[language]} ${got}; ${traceWords.want[language]} ${want ?? ''}${excused}`,
  ];
}

function pointsText({ points, notAt }: TraceRule, { language }: PageStyle): string {
  const acts = `${traceWords.actsAt[language]} ${points.map((one) => pointTexts[one][language]).join(', ')}`;
  const missing = (Object.keys(notAt) as (keyof typeof notAt)[]).map((one) => pointTexts[one][language]);
  return missing.length === 0 ? acts : `${acts}; ${traceWords.notAt[language]} ${missing.join(', ')}`;
}

function ruleSummary(trace: Trace, style: PageStyle): readonly string[] {
  const rules = shownOf(worstFirst(trace.rules), style, (rule) => {
    const counts = countJudgements(rule.judgements);
    return [`${worstSign(counts)} ${rule.id}  [${rule.force}]  ${verdictCounts(counts, style.language)}`];
  });
  return judgedBy(trace, rules, style);
}

function judgedBy(
  { rules, counts, objects }: Trace,
  lines: readonly string[],
  { language }: PageStyle,
): readonly string[] {
  if (rules.length === 0) return objects.length === 0 ? [] : [traceWords.notJudged[language]];
  const head = `${traceWords.judgedBy[language]} ${counted(rules.length, 'rule', language)}: ${verdictCounts(counts, language)}`;
  return listed(head, lines);
}

function clauseSummary({ clauses }: Trace, style: PageStyle): readonly string[] {
  const { language } = style;
  const head = `${traceWords.answersFor[language]} ${counted(clauses.length, 'clause', language)}:`;
  return listed(head, clausesInBrief(clauses, style));
}

function clausesInBrief(clauses: readonly TraceClause[], style: PageStyle): readonly string[] {
  const { language } = style;
  const sorted = clauses.toSorted((a, b) =>
    firstOrder(clauseStates.indexOf(a.state) - clauseStates.indexOf(b.state), compareText(a.id, b.id)),
  );
  return shownOf(sorted, style, ({ id, citation, title, mark, state }) => [
    `${stateTexts[state][language].slice(0, 1)} ${id}  ${citation[language]} (${markTexts[mark][language]})  ${title[language]}`,
  ]);
}

function worstFirst(rules: readonly TraceRule[]): readonly TraceRule[] {
  const ranked = rules.map((rule) => ({ rule, rank: worstRank(countJudgements(rule.judgements)) }));
  return ranked
    .toSorted((a, b) => firstOrder(a.rank - b.rank, compareText(a.rule.id, b.rule.id)))
    .map(({ rule }) => rule);
}

function kindCounts(objects: readonly TraceObject[]): string {
  const counts = new Map<string, number>();
  for (const { objectKind, kind } of objects) {
    const name = objectKind ?? kind;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([a, m], [b, n]) => firstOrder(n - m, compareText(a, b)));
  const shown = sorted.slice(0, KINDS_MAX).map(([name, count]) => `${count} ${name}`);
  return [...shown, ...(sorted.length > KINDS_MAX ? ['…'] : [])].join(', ');
}

/** Kinds of objects that one line names. */
const KINDS_MAX = 8;

/** The objects of a chain, each with the sign of the worst that was judged of it, worst first. */
function worstObjects({ objects, rules }: Trace): readonly string[] {
  const ranks = new Map<string, number>();
  for (const { subject, verdict } of rules.flatMap(({ judgements }) => judgements)) {
    ranks.set(subject, Math.min(ranks.get(subject) ?? verdictOrder.length, verdictOrder.indexOf(verdict)));
  }
  const rankOf = (id: string): number => ranks.get(id) ?? verdictOrder.length;
  return objects
    .toSorted((a, b) => rankOf(a.id) - rankOf(b.id))
    .map(({ id }) => {
      const verdict = verdictOrder[rankOf(id)];
      return `${verdict === undefined ? '–' : verdictSigns[verdict]} ${id}`;
    });
}
