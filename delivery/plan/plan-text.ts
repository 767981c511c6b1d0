import { groupBy } from '../../model/group-by';
import { printCount } from '../../model/print-count';
import type { DeliveryPlan } from './delivery-plan';
import { judgeChanges, risks, type JudgedChange, type Risk } from './risk';

/** Objects of one group that are named; the rest is counted. */
const NAMED_MAX = 3;
/** Lines of all sections together: one page. */
const LINES_MAX = 60;

const words: Readonly<Record<Risk, string>> = {
  destroy: 'destroyed',
  replace: 'replaced',
  'access-widened': 'widen access',
  blocked: 'blocked',
  'access-new': 'grant access (new)',
  change: 'changed',
  create: 'created',
};

/**
 * A plan on one page, for a person: counts first, then what is worst, by site and tenant. A thousand changes give no
 * longer page than thirty do.
 */
export function planText(plan: DeliveryPlan): string {
  const judged = judgeChanges(plan.changes, plan);
  const sections = risks
    .map((risk) => ({ risk, changes: judged.filter((one) => one.risk === risk) }))
    .filter(({ changes }) => changes.length > 0);
  const lines: string[] = [];
  for (const [index, section] of sections.entries())
    lines.push(...sectionLines(section, Math.floor((LINES_MAX - lines.length) / (sections.length - index))));
  const unchanged = plan.changes.length - judged.length;
  const head = plan.changes.length === 0 ? 'nothing is known of any object' : countLine(judged, unchanged);
  return [head, ...notices(plan), ...lines, ''].join('\n');
}

function countLine(judged: readonly JudgedChange[], unchanged: number): string {
  const counts = risks
    .map((risk) => [risk, judged.filter((one) => one.risk === risk).length] as const)
    .filter(([, count]) => count > 0)
    .map(([risk, count]) => `${count} ${words[risk]}`);
  return [...counts, `${unchanged} unchanged`].join(', ');
}

function notices({ unreached, leftOut, leftOver, notDelivered, withoutDefinition }: DeliveryPlan): readonly string[] {
  return [
    ...unreached.map(({ cluster, why }) => `not reached: ${cluster} (${why}); nothing is known of it`),
    ...(leftOut.length === 0 ? [] : [`not part of this deploy: ${leftOut.join(', ')}`]),
    ...(leftOver.length === 0
      ? []
      : [`left over: ${printCount(leftOver.length, 'object')} that the assembly no longer has; see ndc retire`]),
    ...(withoutDefinition.length === 0
      ? []
      : [`without a definition that can be had, so left out: ${printCount(withoutDefinition.length, 'object')}`]),
    ...(notDelivered === 0
      ? []
      : [`brought by other tools: ${printCount(notDelivered, 'resource')} of leased capacity`]),
  ];
}

interface Section {
  readonly risk: Risk;
  readonly changes: readonly JudgedChange[];
}

function sectionLines({ risk, changes }: Section, linesMax: number): readonly string[] {
  const groups = [...groupBy(changes, ({ change }) => `${change.site}  ${change.tenant ?? 'platform'}`)].toSorted(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const lines = ['', `${words[risk].toUpperCase()} (${changes.length})`];
  let shown = 0;
  for (const [place, group] of groups) {
    const more = groupLines(risk, place, group);
    if (lines.length + more.length >= linesMax) break;
    lines.push(...more);
    shown += 1;
  }
  const hidden = groups.slice(shown);
  if (hidden.length === 0) return lines;
  const objects = hidden.reduce((sum, [, group]) => sum + group.length, 0);
  return [...lines, `  … and ${printCount(objects, 'object')} of ${printCount(hidden.length, 'more tenant')}`];
}

function groupLines(risk: Risk, place: string, group: readonly JudgedChange[]): readonly string[] {
  if (risk === 'create') return [`  ${place}  ${kindCounts(group)}`];
  const named = group.slice(0, NAMED_MAX).map((one) => `    ${one.change.id}${explain(one)}`);
  const rest = group.length - named.length;
  return [`  ${place}`, ...named, ...(rest === 0 ? [] : [`    … and ${rest} more`])];
}

function kindCounts(group: readonly JudgedChange[]): string {
  const kinds = [...groupBy(group, ({ change }) => change.kind)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return kinds.map(([kind, { length }]) => `${length} ${kind}`).join(', ');
}

function explain({ change, widens, grants }: JudgedChange): string {
  const access = [...widens, ...grants];
  if (access.length > 0) return `: ${access.slice(0, NAMED_MAX).join('; ')}`;
  if (change.because !== undefined) return `: ${change.because}`;
  const fields = change.fields
    .slice(0, NAMED_MAX)
    .map(({ path, before, after }) => `${path} ${before ?? '–'} → ${after ?? '–'}`);
  return fields.length === 0 ? '' : `: ${fields.join(', ')}`;
}
