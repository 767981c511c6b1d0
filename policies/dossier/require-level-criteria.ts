import { findParameter, tryFindControl } from '../../model/controls/control';
import type { Level } from '../../model/level';
import { findDataClass } from '../../model/tenancy/data-class';
import type { System } from '../../model/tenancy/system';
import type { TenantKind } from '../../model/tenancy/tenant';
import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

/** Twin of `checkLevels` over the facts. */
export default definePolicy({
  title: {
    vi: 'Cấp độ của hệ thống không thấp hơn tiêu chí cao nhất mà hệ thống thỏa',
    en: 'A system’s level is not lower than the highest criterion that it meets',
  },
  force: 'block',
  controls: ['d331-8.2', 'd331-12', 'd331-13', 'd331-13.3', 'd331-9.1'],
  why: {
    vi: 'Cấp độ khai thấp làm mọi biện pháp phía sau yếu đi mà không ai thấy.',
    en: 'A level that is declared too low weakens every measure behind it, unseen.',
  },
  fix: {
    vi: 'Nâng cấp độ và các biện pháp, hoặc sửa loại dữ liệu, số chủ thể dữ liệu.',
    en: 'Raise the level with its measures, or correct the data classes and numbers of persons.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems),
  check({ of: system }, { view }) {
    if (system.levelBasis.length === 0) return fail('levelBasis', 'none', 'the criterion that gives the level');
    const owner = view.model.tryTenant(system.owner)?.kind;
    const highest = criteria(system, owner).toSorted((a, b) => b.level - a.level)[0];
    if (highest === undefined || highest.level <= system.level) return pass;
    return fail('level', `${system.level}, ${highest.why}`, `at least ${highest.level}`);
  },
});

interface Criterion {
  readonly level: Level;
  readonly why: string;
}

function criteria(system: System, owner: TenantKind | undefined): readonly Criterion[] {
  const { basic, sensitive } = system.dataSubjects;
  const many =
    basic >= findParameter('d331-13', 'citizenRecordsMin') ||
    sensitive >= findParameter('d331-13', 'sensitiveRecordsMin');
  const serves = owner === 'province' || owner === 'ministry';
  return [
    ...system.dataClasses.map((name) => ({ level: findDataClass(name).levelMin, why: `holds ${name} data` })),
    ...system.levelBasis.flatMap((id) => {
      const level = tryFindControl(id)?.levels[0];
      return level === undefined ? [] : [{ level, why: `cites ${id}` }];
    }),
    ...(system.type === 'citizen-service' && many ? [{ level: 3, why: `serves ${basic} persons` } as const] : []),
    ...(system.type === 'infrastructure' && serves ? [{ level: 3, why: `serves a ${owner}` } as const] : []),
  ];
}
