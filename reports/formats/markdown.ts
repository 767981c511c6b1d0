import type { Text } from '../../model/text';
import { defineFormat, type ReportSource } from '../define-format';
import { attestationsPart } from '../markdown/attestations-part';
import { code, line } from '../markdown/escape';
import { both, table, title } from '../markdown/parts';
import { attestedText } from '../due/due-texts';
import { clauseWhereItRuns } from '../points/point-sums';
import { pointsPart } from '../points/points-markdown';
import { clauseStates, type Report, type ReportClause, type ReportCount } from '../report';
import { countClauseGroups } from '../text/clause-groups';
import { daysText } from '../text/days-text';
import { effectiveText } from '../text/effective-text';
import { markTexts, messages, stateTexts, verdictCountTexts } from '../text/messages';
import { countTexts, endText, pathMessages, totalTexts } from '../text/path-messages';
import { dossierTexts, faultTexts, integrityTexts, mediumTexts, roleTexts } from '../text/terms';

/** Findings that the file holds; the JSON file holds all. */
const FINDINGS_MAX = 1_000;

export default defineFormat({
  summary: { vi: 'toàn bộ báo cáo dạng văn bản Markdown', en: 'the whole report as Markdown' },
  reader: 'reviewer',
  file: 'report.md',
  mediaType: 'text/markdown',
  render,
});

function render({ report }: Pick<ReportSource, 'report'>): string {
  const parts = [
    heading(report),
    blockers(report),
    summary(report),
    ...(report.live === undefined ? [] : [pointsPart(report.live)]),
    findings(report),
    dates(report),
    attestationsPart(report),
    law(report),
    rules(report),
    reachability(report),
    inventory(report),
    systems(report),
    exceptions(report),
  ];
  return `${parts.join('\n\n')}\n`;
}

function heading({ officialName, environment, today, verdict, assemblyDigest }: Report): string {
  return [
    `# ${line(both(messages.title))}: ${line(both(officialName))}`,
    `**${both(messages[verdict])}**`,
    `${both(messages.environment)}: ${line(environment)}. ${both(messages.date)}: ${today}. ${both(messages.assemblyDigest)}: ${code(assemblyDigest)}.`,
    both(messages.honesty),
  ].join('\n\n');
}

function blockers(report: Report): string {
  const items = report.blockers.map(blocker);
  const nothing = report.verdict === 'passed' ? [both(messages.nothingBlocks)] : [];
  const groups = countClauseGroups(report);
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  const rows = [...groups.map(({ text, count }) => [line(both(text)), count]), [line(both(messages.ofClauses)), all]];
  const known = `### ${both(messages.clausesKnown)}\n\n${table([messages.state, messages.count], rows)}`;
  return [title(messages.blocks), ...(items.length === 0 ? nothing : [items.join('\n')]), known].join('\n\n');
}

function blocker({ id, title: text, fix, count, examples }: Report['blockers'][number]): string {
  const lines = examples.map(
    ({ subject, got, want, place }) =>
      `  - ${code(subject)}: ${both(messages.got)} ${line(got)}; ${both(messages.want)} ${line(want)}${place === '' ? '' : `; ${code(place)}`}`,
  );
  return [
    `- ✘ ${code(id)} ${line(both(text))} (${count})`,
    ...lines,
    `  - ${both(messages.toDo)}: ${line(both(fix))}`,
  ].join('\n');
}

function summary({ counts, rules: all, evaluations, clauseStates: states }: Report): string {
  const numbers = [
    [line(both(messages.rulesCount)), all.length],
    [line(both(messages.evaluations)), evaluations],
    ...verdictCountTexts.map(([verdict, text]) => [line(both(text)), counts[verdict]] as const),
  ] as const;
  const clauses = clauseStates.map((state) => [line(both(stateTexts[state])), states[state]] as const);
  const columns = [messages.name, messages.count];
  return [title(messages.summary), table(columns, numbers), table([messages.state, messages.count], clauses)].join(
    '\n\n',
  );
}

function findings({ findings: all }: Report): string {
  if (all.length === 0) return `${title(messages.findings)}\n\n${both(messages.noFindings)}`;
  const rows = all
    .slice(0, FINDINGS_MAX)
    .map(({ policy, subject, where, got, want, source }) => [
      code(policy),
      code(subject),
      line(where),
      line(got),
      line(want),
      line(source ?? ''),
    ]);
  const rest = all.length - rows.length;
  const columns = [messages.rule, messages.subject, messages.where, messages.got, messages.want, messages.place];
  const more = rest > 0 ? `\n\n${rest} ${both(messages.moreFindings)}` : '';
  return `${title(messages.findings)}\n\n${table(columns, rows)}${more}`;
}

function dates({ dates: all }: Report): string {
  const columns = [messages.dueDate, messages.daysLeft, messages.citation, messages.requirement, messages.mark];
  const rows = all.map(({ control, citation, title: text, mark, date, yearly, days }) => [
    yearly ? `${date} (${line(both(messages.yearly))})` : date,
    line(both(daysText(days))),
    `${line(both(citation))} ${code(control)}`,
    line(both(text)),
    line(both(markTexts[mark])),
  ]);
  return [title(messages.dates), both(messages.datesNote), table(columns, rows)].join('\n\n');
}

function law({ instruments, live }: Report): string {
  const columns = [
    messages.citation,
    messages.requirement,
    messages.mark,
    messages.levels,
    messages.state,
    messages.rules,
  ];
  const parts = instruments
    .filter(({ clauses }) => clauses.length > 0)
    .map(({ number, officialName, effectiveFrom, clauses }) => {
      const rows = clauses.map((clause) => [
        `${line(both(clause.citation))} ${code(clause.id)}`,
        line(both(clause.title)),
        line(both(markTexts[clause.mark])),
        clause.levels.length === 0 ? line(both(messages.noLevels)) : clause.levels.join(', '),
        line(stateOf(clause, live)),
        clause.rules.map(code).join(' '),
      ]);
      const force = `${both(messages.inForceFrom)}: ${line(both(effectiveText(effectiveFrom)))}.`;
      return [`### ${line(number)} – ${line(both(officialName))}`, force, table(columns, rows)].join('\n\n');
    });
  return [title(messages.law), ...parts].join('\n\n');
}

/** The state of a clause, why it is so, and what signed records say of it. */
function stateOf({ state, why, attested, rules: answering }: ReportClause, live: Report['live']): string {
  const runs = clauseWhereItRuns(live, answering);
  const beside = runs === undefined ? '' : ` – ${both(runs.text)} (${runs.rules.length})`;
  const words = `${both(stateTexts[state])}${beside}${why === undefined ? '' : `: ${both(why)}`}`;
  return attested === undefined ? words : `${words} [${both(attestedText(attested))}]`;
}

function rules({ rules: all }: Report): string {
  const columns = [
    messages.rule,
    messages.force,
    messages.subjects,
    messages.pass,
    messages.fail,
    messages.unknown,
    messages.skipped,
  ];
  const rows = all.map(({ id, title: text, force, subjects, counts }) => [
    `${code(id)} ${line(both(text))}`,
    line(both(messages[force])),
    subjects,
    counts.pass,
    counts.fail,
    counts.unknown,
    counts.skip,
  ]);
  return `${title(messages.rules)}\n\n${table(columns, rows)}`;
}

/** The numbers of the pictures that the page has. */
function reachability({ reachability: { totals, zones } }: Report): string {
  const counts = totalTexts.map(([count, text]) => [line(both(text)), totals[count]]);
  const nameOf = (index: number): string => line(both(endText(zones.ends[index])));
  const rows = zones.cells.map(({ from, to, ...cell }) => [
    nameOf(from),
    nameOf(to),
    ...countTexts.map(([count]) => cell[count]),
  ]);
  const columns = [pathMessages.caller, pathMessages.called, ...countTexts.map(([, text]) => text)];
  return [
    title(pathMessages.title),
    both(pathMessages.honesty),
    table([messages.name, messages.count], counts),
    `### ${both(pathMessages.zones)}`,
    table(columns, rows),
  ].join('\n\n');
}

function inventory({ inventory: { bySite, byLevel, byProvince, byKind } }: Report): string {
  const part = (text: Text, counts: readonly ReportCount[]): string => {
    const rows = counts.map(({ names, officialName, count }) => {
      const shown = officialName === undefined ? names.join(' ') : both(officialName);
      return [line(shown === '' ? both(messages.none) : shown), count];
    });
    return `### ${both(text)}\n\n${table([messages.name, messages.count], rows)}`;
  };
  return [
    title(messages.inventory),
    part(messages.bySite, bySite),
    part(messages.byLevel, byLevel),
    part(messages.byProvince, byProvince),
    part(messages.byKind, byKind),
  ].join('\n\n');
}

function systems({ systems: all }: Report): string {
  const columns = [
    messages.name,
    messages.owner,
    messages.level,
    messages.sites,
    messages.dossier,
    messages.copies,
    messages.findings,
  ];
  const rows = all.map(({ id, officialName, owner, level, sites, dossier, copies, findings: found }) => [
    `${line(both(officialName))} ${code(id)}`,
    line(owner),
    level,
    sites.map(({ site, role }) => line(`${site}: ${both(roleTexts[role])}`)).join(', '),
    line(both(dossierTexts[dossier])),
    copies.map(({ site, medium }) => line(`${site}: ${both(mediumTexts[medium])}`)).join(', '),
    found,
  ]);
  return `${title(messages.systems)}\n\n${table(columns, rows)}`;
}

function exceptions({ skipped, exceptions: faulty, integrity, unknownKinds }: Report): string {
  const used = skipped.map(({ exception, policy, subject, got }) => [
    line(exception),
    code(policy),
    code(subject),
    line(got),
  ]);
  const faults = faulty.map(({ exception, fault }) => [line(exception), line(both(faultTexts[fault]))]);
  const departed = integrity.map(({ kind, file, address, detail }) => [
    line(both(integrityTexts[kind])),
    code(file),
    code(address),
    line(detail),
  ]);
  return [
    title(messages.exceptions),
    used.length === 0
      ? both(messages.noExceptions)
      : table([messages.exception, messages.rule, messages.subject, messages.got], used),
    faults.length === 0 ? '' : table([messages.exception, messages.fault], faults),
    departed.length === 0
      ? both(messages.intact)
      : table([messages.state, messages.place, messages.subject, messages.detail], departed),
    `### ${both(messages.unknownKinds)}`,
    unknownKinds.length === 0 ? both(messages.noUnknownKinds) : unknownKinds.map(code).join(', '),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
