import { citationOf, findInstrument, type CatalogControl } from '../../model/controls/control';
import { crosswalkMarks, frameworkNames, frameworks } from '../../model/controls/crosswalk';
import { findLegalDate } from '../../model/controls/legal-date';
import { parameterUnits, type ParameterName } from '../../model/controls/parameter';
import type { Language, Text } from '../../model/text';
import { policyCatalog } from '../../policies/catalog';
import { daysText } from '../../reports/text/days-text';
import { effectiveText } from '../../reports/text/effective-text';
import { markTexts, messages } from '../../reports/text/messages';

/** A control as data: what the catalog says of it, its date seen from a day, and the rules that answer it. */
export function controlData(control: CatalogControl, today: string): object {
  const due = findLegalDate(control, today);
  const seen = due === undefined ? {} : { due: { date: due.date, yearly: due.yearly, days: due.days } };
  const citation = { vi: citationOf(control, 'vi'), en: citationOf(control, 'en') };
  return { ...control, citation, ...seen, rules: rulesOf(control) };
}

/** A control in words: where it stands, what it asks of whom and when, what answers it, and what corresponds to it. */
export function describeControl(control: CatalogControl, language: Language, today: string): string {
  const { officialName } = findInstrument(control.instrument);
  const levels = control.levels.length === 0 ? messages.noLevels[language] : control.levels.join(', ');
  return [
    `${control.id}  (${markTexts[control.mark][language]})`,
    `${citationOf(control, language)}: ${officialName[language]}`,
    control.title[language],
    '',
    control.requirement[language],
    '',
    `${messages.levels[language]}: ${levels}`,
    `${messages.inForceFrom[language]}: ${effectiveText(control.effectiveFrom)[language]}`,
    ...dueLine(control, language, today),
    ...parameterLines(control, language),
    `${messages.mark[language]}: ${control.sourceKeys.join(', ')}`,
    '',
    ...answerLines(control, language),
    ...crosswalkLines(control, language),
    '',
  ].join('\n');
}

const headings = {
  due: { vi: 'Thời hạn', en: 'Due' },
  thresholds: { vi: 'Ngưỡng', en: 'Thresholds' },
  crosswalk: { vi: 'Đối chiếu', en: 'Crosswalk' },
} as const satisfies Readonly<Record<string, Text>>;

function dueLine(control: CatalogControl, language: Language, today: string): readonly string[] {
  const due = findLegalDate(control, today);
  if (due === undefined) return [];
  const yearly = due.yearly ? `, ${messages.yearly[language]}` : '';
  return [`${headings.due[language]}: ${due.date}${yearly}, ${daysText(due.days)[language]}`];
}

function parameterLines({ parameters = {} }: CatalogControl, language: Language): readonly string[] {
  const rows = Object.entries(parameters) as readonly (readonly [ParameterName, number])[];
  if (rows.length === 0) return [];
  const told = rows.map(([name, value]) => `${name} ${value} ${parameterUnits[name]}`);
  return [`${headings.thresholds[language]}: ${told.join(', ')}`];
}

/** The rules that answer, and why they don't answer alone. */
function answerLines(control: CatalogControl, language: Language): readonly string[] {
  const { automation } = control;
  const rules = rulesOf(control);
  const why = automation.kind === 'rule' ? [] : [`  ${automation.why[language]}`];
  const answered = rules.length > 0 || why.length > 0 ? [...rules.map((one) => `  ${one}`), ...why] : ['  —'];
  return [`${messages.rules[language]}:`, ...answered];
}

function crosswalkLines({ crosswalk = {} }: CatalogControl, language: Language): readonly string[] {
  const rows = frameworks.flatMap((one) => {
    const places = crosswalk[one];
    if (places === undefined) return [];
    return [`  ${frameworkNames[one]}: ${places.join(', ')}  (${markTexts[crosswalkMarks[one]][language]})`];
  });
  return rows.length === 0 ? [] : ['', `${headings.crosswalk[language]}:`, ...rows];
}

function rulesOf(control: CatalogControl): readonly string[] {
  return policyCatalog.filter(({ policy }) => policy.controls.includes(control.id)).map(({ id }) => id);
}
