import type { Text } from '../../model/text';
import { defineFormat } from '../define-format';
import { cell, code, line } from '../markdown/escape';
import { clauseStates, type Report, type ReportCount } from '../report';
import { markTexts, messages, stateTexts } from '../text/messages';

/** Findings that the file holds; the JSON file holds all. */
const FINDINGS_MAX = 1_000;

export default defineFormat({ extension: 'md', mediaType: 'text/markdown', render });

function render(report: Report): string {
  const parts = [
    heading(report),
    summary(report),
    findings(report),
    law(report),
    rules(report),
    inventory(report),
    systems(report),
  ];
  return `${parts.join('\n\n')}\n`;
}

function both({ vi, en }: Text): string {
  return vi === en ? vi : `${vi} / ${en}`;
}

function title(text: Text): string {
  return `## ${both(text)}`;
}

function table(columns: readonly Text[], rows: readonly (readonly (string | number)[])[]): string {
  const head = columns.map((column) => cell(both(column)));
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function heading({ officialName, environment, today, verdict, assemblyDigest }: Report): string {
  return [
    `# ${line(both(messages.title))}: ${line(both(officialName))}`,
    `**${both(messages[verdict])}**`,
    `${both(messages.environment)}: ${line(environment)}. ${both(messages.date)}: ${today}. ${both(messages.assemblyDigest)}: ${code(assemblyDigest)}.`,
    both(messages.honesty),
  ].join('\n\n');
}

function summary({ counts, rules: all, evaluations, clauseStates: states }: Report): string {
  const numbers = [
    [cell(both(messages.rulesCount)), all.length],
    [cell(both(messages.evaluations)), evaluations],
    [cell(both(messages.pass)), counts.pass],
    [cell(both(messages.fail)), counts.fail],
    [cell(both(messages.unknown)), counts.unknown],
    [cell(both(messages.skipped)), counts.skip],
    [cell(both(messages.error)), counts.error],
  ] as const;
  const clauses = clauseStates.map((state) => [cell(both(stateTexts[state])), states[state]] as const);
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
      cell(where),
      cell(got),
      cell(want),
      cell(source ?? ''),
    ]);
  const rest = all.length - rows.length;
  const columns = [messages.rule, messages.subject, messages.where, messages.got, messages.want, messages.place];
  const more = rest > 0 ? `\n\n${rest} ${both(messages.moreFindings)}` : '';
  return `${title(messages.findings)}\n\n${table(columns, rows)}${more}`;
}

function law({ instruments }: Report): string {
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
    .map(({ number, officialName, clauses }) => {
      const rows = clauses.map((clause) => [
        `${cell(both(clause.citation))} ${code(clause.id)}`,
        cell(both(clause.title)),
        cell(both(markTexts[clause.mark])),
        clause.levels.join(', '),
        cell(`${both(stateTexts[clause.state])}${clause.why === undefined ? '' : `: ${both(clause.why)}`}`),
        clause.rules.map(code).join(' '),
      ]);
      return `### ${line(number)} – ${line(both(officialName))}\n\n${table(columns, rows)}`;
    });
  return [title(messages.law), ...parts].join('\n\n');
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
    `${code(id)} ${cell(both(text))}`,
    cell(both(messages[force])),
    subjects,
    counts.pass,
    counts.fail,
    counts.unknown,
    counts.skip,
  ]);
  return `${title(messages.rules)}\n\n${table(columns, rows)}`;
}

function inventory({ inventory: { bySite, byLevel, byProvince, byKind } }: Report): string {
  const part = (text: Text, counts: readonly ReportCount[]): string => {
    const rows = counts.map(({ names, officialName, count }) => {
      const shown = officialName === undefined ? names.join(' ') : both(officialName);
      return [cell(shown === '' ? both(messages.none) : shown), count];
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
    `${cell(both(officialName))} ${code(id)}`,
    cell(owner),
    level,
    cell(sites.join(', ')),
    dossier,
    cell(copies.join(', ')),
    found,
  ]);
  return `${title(messages.systems)}\n\n${table(columns, rows)}`;
}
