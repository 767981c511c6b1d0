import type { JsonObject } from '../../../../resources/resource';
import { edit, listAt, objectAt, takeOut, textAt, type Path } from './json-edit';
import type { Change, ChangeMaker, KnownValues } from './mutant';
import { isCilium, selectorPaths } from './policy-places';

/** A label that no pod carries yet, among those that make identities. */
export const NEW_LABEL = 'ndc.gov.vn/narrowed';

/** A value that no label has yet. */
export const NEW_VALUE = 'another';

const PLACE = /^(?:k8s:)?(?:io\.cilium\.k8s\.namespace\.labels\.)?/;
const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** Every change of the selectors of a policy in one place. */
export function changeSelectors(body: JsonObject, change: ChangeMaker, known: KnownValues): readonly Change[] {
  const [subject = [], ...peers] = selectorPaths(body);
  const label = [...subject, 'matchLabels', `${isCilium(body) ? 'k8s:' : ''}${NEW_LABEL}`];
  const narrowed = change('subject-narrowed', label, edit(body, label, 'x'));
  return [narrowed, ...[subject, ...peers].flatMap((path) => changeSelector(body, path, { change, known }))];
}

interface Changing {
  readonly change: ChangeMaker;
  readonly known: KnownValues;
}

function changeSelector(body: JsonObject, path: Path, { change, known }: Changing): readonly Change[] {
  const labels = Object.keys(objectAt(body, [...path, 'matchLabels']));
  const expressions = [...path, 'matchExpressions'];
  const count = labels.length + listAt(body, expressions).length;
  if (count === 0) return [];
  const several = count > 1;
  return [
    change('selector-emptied', path, edit(body, path, {})),
    ...labels.flatMap((key) => {
      const label = [...path, 'matchLabels', key];
      const values = [...othersOf(key, textAt(body, label), known), NEW_VALUE];
      return [
        ...(several ? [change('label-out', label, edit(body, label, undefined))] : []),
        ...values.map((value) => change('label-value', label, edit(body, label, value))),
      ];
    }),
    ...listAt(body, expressions).flatMap((_, index) => {
      const place = [...expressions, index];
      const values = [...place, 'values'];
      const without = several ? [change('label-out', place, takeOut(body, expressions, index))] : [];
      const listed = listAt(body, values);
      const fewer = listed.length < 2 ? [] : listed.map((__, at) => edit(body, [...values, at], undefined));
      const others = listed.map((__, at) => edit(body, [...values, at], NEW_VALUE));
      return [...without, ...[...fewer, ...others].map((by) => change('label-value', values, by))];
    }),
  ];
}

/** One other value that the cluster knows for a label: the next one after it. */
function othersOf(key: string, value: string, known: KnownValues): readonly string[] {
  const plain = key.replace(PLACE, '');
  const values = known.get(plain === 'io.kubernetes.pod.namespace' ? NAMESPACE_NAME : plain) ?? [];
  const next = values[(values.indexOf(value) + 1) % values.length];
  return next === undefined || next === value ? [] : [next];
}
