import { dueRows, dutyId } from '../../../model/attestations/due';
import { legalDates } from '../../../model/controls/legal-date';
import type { Model } from '../../../model/model';
import type { Language } from '../../../model/text';
import { reportDate } from '../../../reports/build-report';
import { renderCalendar } from '../../../reports/due/calendar';
import { openRows, renderDueList, type DueList } from '../../../reports/due/due-list';
import { plainRow } from '../../../reports/due/report-due';
import { sortedJson } from '../../../reports/sorted-json';
import { dutyColumns } from '../../../reports/tables/attestation-tables';
import { tableCsv } from '../../../reports/tables/table';
import { printableJson } from '../../../reports/text/printable-json';
import { dayOption } from '../../attest/day-option';
import { readAttestations } from '../../attest/judge-stated';
import {
  defineCommand,
  environmentOption,
  exitCodes,
  formatOption,
  languageOf,
  languageOption,
  textOption,
} from '../../command';
import { countOption } from '../../delivery/session/delivery-options';
import { loadModel } from '../../load-model';
import { DEFAULT_ENVIRONMENT, findEnvironment } from '../../project';

const WITHIN_DAYS_MAX = 3_650;

interface Asked {
  readonly list: DueList;
  readonly model: Pick<Model, 'environment' | 'nation'>;
  readonly language: Language;
}

/** How duties are printed, by the name of the format; a calendar is in both languages and holds every day, soon or not. */
const formats: Readonly<Record<string, (asked: Asked) => string>> = {
  text: ({ list, language }) => renderDueList(list, language),
  json: ({ list, model }) => `${printableJson(sortedJson(dataOf(model.environment, list)))}\n`,
  csv: ({ list, language }) => tableCsv(dutyColumns, openRows(list), language),
  calendar: ({ list, model: { environment, nation } }) =>
    renderCalendar({
      ...list,
      environment,
      officialName: nation.officialName,
      dates: legalDates(list.today).map(reportDate),
    }),
};

export default defineCommand({
  summary: 'list what must be attested by hand: overdue, not met, due soon and never attested',
  for: 'auditor',
  arguments: [],
  options: [
    environmentOption(DEFAULT_ENVIRONMENT),
    { name: 'within', meaning: 'list what is due within so many days', value: 'days', default: '30' },
    { name: 'on', meaning: 'judge as on this day (default: today)', value: 'date' },
    languageOption,
    { ...formatOption, choices: Object.keys(formats) },
  ],
  run(input, io) {
    const place = findEnvironment(textOption(input, 'env') ?? DEFAULT_ENVIRONMENT, io);
    const today = dayOption(input, 'on', io);
    const withinDays = countOption(input, 'within', { min: 0, max: WITHIN_DAYS_MAX });
    const { model } = loadModel(place, { now: io.now() });
    // On an earlier day the later records were not there.
    const attestations = readAttestations(model, io.now()).filter(({ doneOn }) => doneOn <= today);
    const due = dueRows(model, attestations, today).map(plainRow);
    const asked = { list: { due, attestations, today, withinDays }, model, language: languageOf(input) };
    io.out(formats[textOption(input, 'format') ?? 'text']?.(asked) ?? '');
    return Promise.resolve(due.some(({ state }) => state === 'overdue') ? exitCodes.findings : exitCodes.clean);
  },
});

function dataOf(environment: string, list: DueList) {
  const rows = openRows(list);
  const named = new Set(rows.flatMap(({ last, met }) => [last, met]));
  const attestations = list.attestations.filter(({ id }) => named.has(id));
  const due = rows.map((row) => ({ id: dutyId(row), ...row }));
  return { environment, today: list.today, withinDays: list.withinDays, due, attestations };
}
