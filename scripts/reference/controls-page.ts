import {
  citationOf,
  controls,
  controlsOfInstrument,
  instrumentHeads,
  type CatalogControl,
} from '../../model/controls/control';
import { frameworks, frameworkNames } from '../../model/controls/crosswalk';
import type { InstrumentHead } from '../../model/controls/define-instrument';
import { parameterUnits, type ParameterName } from '../../model/controls/parameter';
import { policyCatalog } from '../../policies/catalog';
import { effectiveText } from '../../reports/text/effective-text';
import { markTexts } from '../../reports/text/messages';
import { markdownPage, markdownTable } from './markdown';

/** The control catalog: by instrument, each clause with its levels, mark, day of effect, thresholds and crosswalk. */
export function controlsPage(): string {
  const answered = controls.filter(({ id }) => countRules(id) > 0).length;
  return markdownPage('Controls', [
    `${controls.length} controls of ${instrumentHeads.length} instruments; rules answer ${answered}, and dated records or people the others. The texts are in our own words and never certify conformity. \`ndc explain <control>\` tells one in full, with the days that are left.`,
    'The source of a clause is *read* (the article itself), *secondary* (a public page about it), *own knowledge*, *inference* or *uncertain*.',
    '## What the law dates',
    datesTable(),
    ...instrumentHeads.map((head) => instrumentBlock(head)),
  ]);
}

function datesTable(): string {
  const dated = controls.flatMap((control) => {
    const date = control.dueYearly === undefined ? control.dueOn : `every year before ${control.dueYearly}`;
    return date === undefined ? [] : [[date, `\`${control.id}\``, control.title.vi, markTexts[control.mark].en]];
  });
  const rows = dated.toSorted(([a = ''], [b = '']) => (a === b ? 0 : a < b ? -1 : 1));
  return markdownTable(['Date', 'Clause', 'Yêu cầu', 'Source'], rows);
}

function instrumentBlock(head: InstrumentHead): string {
  const own = controlsOfInstrument(head.id);
  const columns = [
    'Clause',
    'Place',
    'Yêu cầu',
    'Levels',
    'Source',
    'In force from',
    'Thresholds',
    'Crosswalk',
    'Rules',
  ];
  return [
    `## ${head.number}`,
    `${head.officialName.vi} (*${head.officialName.en}*). In force from: ${effectiveText(head.effectiveFrom).en}.`,
    own.length === 0
      ? 'Its text was not seen, so no clause of it is told.'
      : markdownTable(
          columns,
          own.map((control) => controlRow(control, head)),
        ),
  ].join('\n\n');
}

function controlRow(control: CatalogControl, head: InstrumentHead): readonly string[] {
  const { id, title, levels, mark, effectiveFrom, automation } = control;
  const rules = countRules(id);
  const kind = automation.kind === 'rule' ? '' : automation.kind;
  return [
    `\`${id}\``,
    citationOf(control, 'en').replace(`, ${head.number}`, ''),
    title.vi,
    levels.length === 0 ? 'all' : levels.join(', '),
    markTexts[mark].en,
    effectiveFrom === head.effectiveFrom ? '' : effectiveText(effectiveFrom).en,
    thresholds(control),
    places(control),
    [rules === 0 ? '' : String(rules), kind].filter((part) => part !== '').join(', '),
  ];
}

function thresholds({ parameters = {} }: CatalogControl): string {
  const rows = Object.entries(parameters) as readonly (readonly [ParameterName, number])[];
  return rows.map(([name, value]) => `${name} ${value} ${parameterUnits[name]}`).join('; ');
}

function places({ crosswalk = {} }: CatalogControl): string {
  return frameworks
    .flatMap((one) => {
      const list = crosswalk[one];
      return list === undefined
        ? []
        : [one === 'dataCenter' ? list.join(', ') : `${frameworkNames[one]}: ${list.join(', ')}`];
    })
    .join('; ');
}

function countRules(id: CatalogControl['id']): number {
  return policyCatalog.filter(({ policy }) => policy.controls.includes(id)).length;
}
