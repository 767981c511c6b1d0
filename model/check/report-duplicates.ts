import { complain, type Report } from '../build/build-input';
import { groupBy } from '../group-by';
import type { FactPath } from '../problem';

/** Something that must be unique, and where it stands. */
export interface Keyed {
  readonly key: string;
  readonly at: FactPath;
}

/** Reports every second and later place of a key that must be unique. */
export function reportDuplicates(report: Report, items: readonly Keyed[], noun: string): void {
  for (const [key, [first, ...others]] of groupBy(items, (item) => item.key)) {
    for (const { at } of others) {
      complain(report, at, {
        code: `duplicate-${noun.replaceAll(' ', '-')}`,
        what: `two facts have the same ${noun}`,
        got: `${key}, also at ${first?.at.join('.') ?? ''}`,
        want: `a ${noun} that nobody else has`,
        next: 'change one of the two',
      });
    }
  }
}
