import { printCount } from '../../model/print-count';
import { isDrifted, type ClusterDrift, type DriftedField, type DriftedObject } from './cluster-drift';

/** Objects of one cluster that are named; the rest is counted. */
const NAMED_MAX = 20;
const FIELDS_MAX = 5;

/** Drift for a person: each cluster with what is no longer as the assembly says, and who did it. */
export function driftText(drifts: readonly ClusterDrift[]): string {
  return `${drifts.flatMap(clusterLines).join('\n')}\n`;
}

function clusterLines(drift: ClusterDrift): readonly string[] {
  const { cluster, unreached, compared, drifted, states, leftOver, unmanaged } = drift;
  if (unreached !== undefined) return [`? ${cluster}: not reached (${unreached}); nothing is known of it`];
  const head = isDrifted(drift)
    ? `✘ ${cluster}: ${drifted.length} of ${printCount(compared, 'object')} departed`
    : `✔ ${cluster}: ${printCount(compared, 'object')} as the assembly says`;
  return [
    head,
    ...named(drifted.flatMap((one) => [objectLines(one)])),
    ...named(states.map(({ shard, address, what }) => [`  state ${shard} ${address}: ${what}`])),
    ...named(leftOver.map((id) => [`  left over ${id}: the assembly no longer has it; ndc retire removes it`])),
    ...(unmanaged.length === 0 ? [] : [`  made by others in our namespaces: ${unmanaged.length}`]),
    ...unmanaged.slice(0, FIELDS_MAX).map((id) => `    ${id}`),
  ];
}

function named(groups: readonly (readonly string[])[]): readonly string[] {
  const rest = groups.length - NAMED_MAX;
  return [...groups.slice(0, NAMED_MAX).flat(), ...(rest > 0 ? [`  … and ${rest} more`] : [])];
}

const words: Readonly<Record<DriftedObject['state'], string>> = {
  missing: 'is missing',
  'kind-missing': 'is of a kind that the cluster does not know',
  changed: 'was changed',
  'added-to': 'has more than it should',
  untold: 'could not be read',
};

function objectLines({ id, state, fields, because }: DriftedObject): readonly string[] {
  const rest = fields.length - FIELDS_MAX;
  return [
    `  ${id} ${words[state]}${because === undefined ? '' : `: ${because}`}`,
    ...fields.slice(0, FIELDS_MAX).map(fieldLine),
    ...(rest > 0 ? [`    … and ${printCount(rest, 'more field')}`] : []),
  ];
}

function fieldLine({ path, want, got, by, concern }: DriftedField): string {
  const who = by.length === 0 ? '' : `, by ${by.join(', ')}`;
  return `    ${path}: ${got ?? 'gone'} instead of ${want ?? 'nothing'}${who}${concern === undefined ? '' : ` (${concern})`}`;
}
