import type { DerivableInput } from '../../build/add-stand-ins';
import { complain, type Report } from '../../build/build-input';
import { groupBy } from '../../group-by';
import type { Model } from '../../model';
import type { System } from '../../tenancy/system';

/** Checks that no two copies of a system would be made at one site on one medium, as when `standby` and `id` mean one site. */
export function checkCopies(model: Model, derived: DerivableInput, report: Report): void {
  const reported = new Set<string>();
  for (const system of model.systems) {
    const { origin } = system;
    for (const [key, [, second]] of groupBy(copiesOf(system, derived), (copy) => copy.key)) {
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

interface KeyedCopy {
  readonly key: string;
  readonly index: number;
}

/** Each copy by medium and site: by the site's declared name where nobody knows which site that is. */
function copiesOf({ backup, owner, declaration }: System, { input, standIns }: DerivableInput): readonly KeyedCopy[] {
  const declared = input.facts.systems.get(declaration)?.value.backup;
  const names = declared === undefined || 'managedElsewhere' in declared ? [] : declared.copies;
  const isVague = standIns.sites.size > 0 || standIns.tenants.has(owner);
  return (backup?.copies ?? []).map(({ site, medium }, index) => {
    const name = names[index - 1]?.site ?? site;
    const shown = typeof name === 'string' ? name : name.id;
    return { key: `${medium} at ${isVague ? shown : site}`, index };
  });
}
