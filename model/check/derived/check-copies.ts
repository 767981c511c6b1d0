import { complain, type Report } from '../../build/build-input';
import { groupBy } from '../../group-by';
import type { Model } from '../../model';

/** Checks that no two copies of a system would be made at one site on one medium, as when `standby` and `id` mean one site. */
export function checkCopies(model: Model, report: Report): void {
  const reported = new Set<string>();
  for (const { backup, origin } of model.systems) {
    const copies = (backup?.copies ?? []).map(({ site, medium }, index) => ({ key: `${medium} at ${site}`, index }));
    for (const [key, [, second]] of groupBy(copies, (copy) => copy.key)) {
      const file = String(origin[0]);
      if (second === undefined || reported.has(file)) continue;
      reported.add(file);
      complain(report, [...origin, 'backup', 'copies', second.index - 1], {
        code: 'copy-twice',
        what: 'two copies of a system stand at one site on one medium, so the second proves nothing',
        got: key,
        want: 'copies that differ in site or medium',
        next: 'choose another site or medium for one of them, or remove it',
      });
    }
  }
}
