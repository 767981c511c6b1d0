import { printCount } from '../../../model/print-count';
import type { BeforeAfter } from './before-after';
import { added, at, items, same, texts } from './json-parts';

/** Admission policies: CEL is not compared for meaning, so whatever is gone or changed may admit more. */
export function widenedAdmission({ before, after }: BeforeAfter): readonly string[] {
  if (after === undefined) return ['an admission policy is taken away'];
  if (before === undefined) return [];
  const lost = added(items(at(after, 'spec', 'validations')), items(at(before, 'spec', 'validations'))).length;
  const others = ['matchConstraints', 'matchConditions', 'variables', 'paramKind'] as const;
  return [
    ...(lost === 0
      ? []
      : [`${printCount(lost, 'of its conditions is', 'of its conditions are')} taken away or changed`]),
    ...others
      .filter((key) => !same(at(before, 'spec', key), at(after, 'spec', key)))
      .map((key) => `its ${key} changes`),
    ...(at(before, 'spec', 'failurePolicy') !== 'Ignore' && at(after, 'spec', 'failurePolicy') === 'Ignore'
      ? ['it admits what it cannot judge']
      : []),
  ];
}

/** Bindings of admission policies: they must go on denying, and in the same places. */
export function widenedBinding({ before, after }: BeforeAfter): readonly string[] {
  if (after === undefined) return ['an admission policy is no longer bound'];
  if (before === undefined) return [];
  const denies = (one: typeof before): boolean => texts(at(one, 'spec', 'validationActions')).includes('Deny');
  const others = ['policyName', 'matchResources', 'paramRef'] as const;
  return [
    ...(denies(before) && !denies(after) ? ['it no longer denies'] : []),
    ...others
      .filter((key) => !same(at(before, 'spec', key), at(after, 'spec', key)))
      .map((key) => `its ${key} changes`),
  ];
}
