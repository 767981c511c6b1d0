import { groupBy } from '../../../model/group-by';
import { markdownTable } from '../markdown';
import { causes } from './causes';
import type { Confusion } from '../../../bench/rules/measure/agreement';
import type { Spread } from '../../../bench/rules/measure/statistics';
import type { TimedRow } from '../../../bench/rules/measure/timing';
import type { Results } from './results';

/** The tools by version and flags, and those that were skipped. */
export function toolTable({ tools, skipped, nag }: Results): string {
  const missing = [
    ...skipped,
    ...(nag.skipped === undefined ? [] : [{ id: 'cdk-nag', version: '', reason: nag.skipped }]),
  ];
  return [
    markdownTable(
      ['Tool', 'Version', 'Judges', 'Flags'],
      tools.map(({ id, version, judges, flags }) => [id, version, judges, `\`${flags}\``]),
    ),
    ...missing.map(({ id, version, reason }) => `**Skipped:** ${id} ${version} could not be had: ${reason}`),
  ].join('\n\n');
}

/** The estates with their digests. */
export function corpusTable({ corpus }: Results): string {
  const sorted = corpus.estates.toSorted((a, b) => compareInTurn([a.objects - b.objects, a.density - b.density]));
  return markdownTable(
    ['Objects', 'Violating', 'Violations', 'MB', 'Digest'],
    sorted.map((one) => [
      String(one.objects),
      `${one.density * 100} %`,
      String(one.violations),
      String(one.megabytes),
      `\`${one.digest}\``,
    ]),
  );
}

/** For each intent, how each tool agrees with the truth. */
export function agreementTable({ agreement, tools }: Results): string {
  const judging = tools.filter(({ judges }) => judges === 'intents');
  return markdownTable(
    ['Intent', 'What must hold', 'Violated', 'Our rules', 'Checks of Checkov', ...judging.map(({ id }) => id)],
    agreement.map((one) => [
      one.intent,
      one.meaning,
      String(violated(one.tools)),
      one.rules.map((rule) => `\`${rule}\``).join(', '),
      listOr(one.checkov),
      ...judging.map(({ id }) => verdictOf(one.tools[id] ?? null)),
    ]),
  );
}

/** The first difference that there is. */
function compareInTurn(differences: readonly number[]): number {
  return differences.find((one) => one !== 0) ?? 0;
}

function listOr(list: readonly string[]): string {
  return list.length === 0 ? '–' : list.join(', ');
}

function violated(tools: Readonly<Record<string, Confusion | null>>): number {
  const known = Object.values(tools).find((one) => one !== null);
  return known === undefined || known === null ? 0 : known.found + known.missed;
}

function verdictOf(confusion: Confusion | null): string {
  if (confusion === null) return 'no check';
  const { missed, wronglyFound } = confusion;
  const faults = [
    ...(missed === 0 ? [] : [`${missed} missed`]),
    ...(wronglyFound === 0 ? [] : [`${wronglyFound} wrong`]),
  ];
  return faults.length === 0 ? '✔' : faults.join(', ');
}

/** What a tool got wrong, with the cause. */
export function mismatchTable({ mismatches }: Results): string {
  const groups = groupBy(mismatches, ({ tool, intent, kind }) => `${tool} ${intent} ${kind}`);
  return markdownTable(
    ['Tool', 'Intent', 'Verdict', 'Objects', 'Where', 'Cause'],
    [...groups.values()].map((list) => {
      const [first] = list;
      const where = list.toSorted((a, b) => b.count - a.count).slice(0, WHERE_MAX);
      return [
        first?.tool ?? '',
        first?.intent ?? '',
        first?.kind ?? '',
        String(list.reduce((sum, { count }) => sum + count, 0)),
        `${where.map(({ how, count }) => `${how} (${count})`).join('; ')}${list.length > WHERE_MAX ? '; …' : ''}`,
        causes[`${first?.tool ?? ''} ${first?.intent ?? ''}`] ?? 'not looked into',
      ];
    }),
  );
}

const WHERE_MAX = 3;

/** The density of the estates whose size varies. */
const DENSITY = 0.05;

/** Time and memory by size, one core and all. */
export function timeTable({ rows, notRun, tools }: Results): string {
  const sorted = rows
    .filter(({ density }) => density === DENSITY)
    .toSorted((a, b) =>
      compareInTurn([
        a.objects - b.objects,
        a.density - b.density,
        a.cores - b.cores,
        order(tools, a) - order(tools, b),
      ]),
    );
  const table = markdownTable(
    ['Objects', 'Cores', 'Tool', 'Runs', 'Seconds', 'Processor seconds', 'MB', 'µs per object and intent'],
    sorted.map((row) => [
      String(row.objects),
      String(row.cores),
      row.tool,
      String(row.runs),
      spread(row.seconds),
      spread(row.processorSeconds),
      String(row.megabytes.median),
      row.microsecondsPerObjectAndIntent === undefined ? '–' : String(row.microsecondsPerObjectAndIntent),
    ]),
  );
  const missing = [...new Map(notRun.map((one) => [`${one.tool} ${one.objects}`, one])).values()];
  return [
    table,
    ...missing.map(
      ({ tool, objects, secondsExpected }) =>
        `**Not run:** ${tool} on ${objects} objects; by its time on fewer it takes about ${secondsExpected} s.`,
    ),
  ].join('\n\n');
}

function order(tools: Results['tools'], { tool }: TimedRow): number {
  return tools.findIndex(({ id }) => id === tool);
}

/** `median (quarter – three quarters)` in two digits. */
export function spread({ quarter, median, threeQuarters }: Spread): string {
  return `${median.toFixed(2)} (${quarter.toFixed(2)} – ${threeQuarters.toFixed(2)})`;
}

/** The estate as a plan. */
export function planTable({ plan }: Results): string {
  return markdownTable(
    [
      'Tool',
      'Intents',
      'Found',
      'Missed',
      'Wrong',
      'Missed by kind',
      'Open verdicts told as open',
      'Processor seconds',
    ],
    plan.rows.map((one) => [
      one.tool,
      String(one.intents),
      String(one.found),
      String(one.missed),
      String(one.wronglyFound),
      listOr(Object.entries(one.missedKinds).map(([kind, count]) => `${kind} ${count}`)),
      `${one.open.told} of ${one.open.there}`,
      one.processorSeconds.toFixed(2),
    ]),
  );
}

/** Our own commands on large input. */
export function gateTable({ own }: Results): string {
  return markdownTable(
    ['Command', 'Objects', 'MB read', 'Rules', 'Runs', 'Seconds', 'Target', 'Processor seconds', 'MB held'],
    own.gates.map((one) => [
      `\`${one.name}\``,
      String(one.objects),
      String(one.megabytes),
      String(own.rules),
      String(one.runs),
      spread(one.seconds),
      `≤ ${one.secondsTarget}`,
      spread(one.processorSeconds),
      String(one.megabytesHeld),
    ]),
  );
}

/** What validation adds to synth. */
export function nagTable({ nag }: Results): string {
  return markdownTable(
    ['Plugin', 'Resources', 'Rules', 'µs per resource', 'µs per resource and rule'],
    (nag.rows ?? []).map(({ plugin, of, rules, microsecondsPerResource }) => [
      plugin === 'nag' ? `cdk-nag ${nag.version ?? ''}, AwsSolutions` : 'ndc, CdkRules',
      `${nag.resources ?? 0} of ${of === 'aws' ? 'AWS' : 'Kubernetes, for EKS'}`,
      String(rules),
      String(microsecondsPerResource),
      rules === 0 ? '–' : (microsecondsPerResource / rules).toFixed(1),
    ]),
  );
}
