import { canonicalJson } from '../../model/canonical-json';
import { groupBy } from '../../model/group-by';
import type { Model } from '../../model/model';
import type { Text } from '../../model/text';
import type { System } from '../../model/tenancy/system';
import { alike } from '../words/review-words';

/** One promise about losing no data and coming back, before and after, of all systems of one declaration alike. */
export interface RecoveryChange {
  readonly declaration: string;
  /** How many systems the declaration stands for and the change is about. */
  readonly systems: number;
  readonly promise: Text;
  /** @default - nothing was promised */
  readonly before?: string | undefined;
  /** @default - nothing is promised any more */
  readonly after?: string | undefined;
  readonly weaker: boolean;
}

/** Promises of a system; more is weaker, or less is. */
interface PromiseRow {
  readonly name: Text;
  readonly weakerWhen: 'more' | 'less';
  readonly of: (system: System) => number | undefined;
}

const promises: readonly PromiseRow[] = [
  { name: alike('rpoMinutes'), weakerWhen: 'more', of: ({ recovery }) => recovery.rpoMinutes },
  { name: alike('rtoMinutes'), weakerWhen: 'more', of: ({ recovery }) => recovery.rtoMinutes },
  { name: alike('backup.everyMinutes'), weakerWhen: 'more', of: ({ backup }) => backup?.everyMinutes },
  { name: alike('backup.retentionDays'), weakerWhen: 'less', of: ({ backup }) => backup?.retentionDays },
  { name: alike('backup.restoreTestDays'), weakerWhen: 'more', of: ({ backup }) => backup?.restoreTestDays },
  { name: alike('backup.copies'), weakerWhen: 'less', of: ({ backup }) => backup?.copies.length },
  {
    name: { vi: 'backup.copies ở các địa điểm khác nhau', en: 'backup.copies at different sites' },
    weakerWhen: 'less',
    of: ({ backup }) => sitesOf(backup?.copies),
  },
  {
    name: { vi: 'backup.copies được mã hóa', en: 'backup.copies encrypted' },
    weakerWhen: 'less',
    of: ({ backup }) => backup?.copies.filter((one) => one.encrypted).length,
  },
  {
    name: alike('backup.copies lockDays'),
    weakerWhen: 'less',
    of: ({ backup }) => sum(backup?.copies.map((one) => one.lockDays)),
  },
  { name: alike('placements'), weakerWhen: 'less', of: ({ placements }) => placements.length },
  {
    name: { vi: 'số bản chạy của các tập dữ liệu', en: 'instances of data sets' },
    weakerWhen: 'less',
    of: ({ dataSets }) => sum(dataSets.map((one) => one.instances)),
  },
  { name: alike('logRetentionDays'), weakerWhen: 'less', of: ({ logRetentionDays }) => logRetentionDays },
];

function sitesOf(copies: readonly { readonly site: string }[] | undefined): number | undefined {
  return copies === undefined ? undefined : new Set(copies.map(({ site }) => site)).size;
}

function sum(numbers: readonly number[] | undefined): number | undefined {
  return numbers?.reduce((all, one) => all + one, 0);
}

/** What was promised of systems that are in both models and is promised otherwise; by declaration and promise. */
export function recoveryChanges(before: Model | undefined, after: Model): readonly RecoveryChange[] {
  const old = new Map((before?.systems ?? []).map((one) => [one.id, one]));
  const found = after.systems.flatMap((now) => {
    const system = old.get(now.id);
    return system === undefined ? [] : changesOf(system, now);
  });
  return [...groupBy(found, (one) => canonicalJson(one))]
    .map(([, [one, ...rest]]) => ({ one, systems: 1 + rest.length }))
    .flatMap(({ one, systems }) => (one === undefined ? [] : [{ ...one, systems }]))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function changesOf(old: System, now: System): readonly Omit<RecoveryChange, 'systems'>[] {
  return promises.flatMap(({ name, weakerWhen, of }) => {
    const [before, after] = [of(old), of(now)];
    if (before === after) return [];
    const grew = before !== undefined && after !== undefined && after > before;
    const weaker = after === undefined || (before !== undefined && grew === (weakerWhen === 'more'));
    return [{ declaration: now.declaration, promise: name, before: textOf(before), after: textOf(after), weaker }];
  });
}

function textOf(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function keyOf({ declaration, promise, before, after }: RecoveryChange): string {
  return `${declaration}\n${promise.en}\n${before ?? ''}\n${after ?? ''}`;
}
