import type { JsonObject } from '../../../../resources/resource';
import { NEW_VALUE } from './change-selectors';
import { edit, labelsAt } from './json-edit';
import type { Change, KnownValues } from './mutant';

const LABELS = ['metadata', 'labels'];

/** The API server sets it again. */
const KEPT = 'kubernetes.io/metadata.name';

/** Every way to take out a label of a namespace, or to give it another value: the next that the cluster knows, and a new one. */
export function namespaceMutants(body: JsonObject, known: KnownValues): readonly Change[] {
  const labels = Object.entries(labelsAt(body, LABELS)).filter(([key]) => key !== KEPT);
  return labels.flatMap(([key, value]) => {
    const path = [...LABELS, key];
    const values = known.get(key) ?? [];
    const next = values[(values.indexOf(value) + 1) % values.length] ?? NEW_VALUE;
    const others = [...new Set([next, NEW_VALUE])].filter((one) => one !== value);
    return [
      { kind: 'namespace-label-out', body: edit(body, path, undefined), where: `${key}=${value} → nothing` },
      ...others.map((other): Change => ({
        kind: 'namespace-label-value',
        body: edit(body, path, other),
        where: `${key}=${value} → ${other}`,
      })),
    ] satisfies readonly Change[];
  });
}
