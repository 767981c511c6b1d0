import type { Level } from '../../model/level';
import { numberAt } from '../../resources/json-path';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { clusterSubjects } from '../subjects';

/** The class of the platform's own services. */
const PLATFORM = 'platform-critical';

export default definePolicy({
  title: {
    vi: 'Mỗi cụm có lớp ưu tiên tăng theo cấp độ, nền tảng cao nhất',
    en: 'Each cluster has priority classes that rise with the level, the platform above them all',
  },
  force: 'block',
  controls: ['d331-30.5-4', 'tcvn-14423-7.12.2.5f'],
  why: {
    vi: 'Khi cụm thiếu tài nguyên mà không có lớp ưu tiên, hệ thống cấp độ 4 có thể bị dừng trước cấp độ 1.',
    en: 'A cluster that runs short without classes may stop a level-4 system before a level-1 one.',
  },
  fix: {
    vi: 'Sinh lại PriorityClass của cụm.',
    en: 'Synthesize the PriorityClass objects of the cluster.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: { id } }, { view }) {
    const names = [...levelsIn(view, id).map((level) => `level-${level}`), PLATFORM];
    let last = { name: 'none', value: Number.NEGATIVE_INFINITY };
    for (const name of names) {
      const found = view.resources.tryFind(`${id}/PriorityClass/-/${name}`);
      if (found === undefined) return fail(`PriorityClass ${name}`, 'none', 'a priority class');
      const value = numberAt(found.body, 'value');
      if (value === undefined) return unknown(`PriorityClass ${name}: value`, 'no number', 'a number');
      if (value <= last.value)
        return fail(`PriorityClass ${name}: value`, `${value}, ${last.name} ${last.value}`, 'more');
      last = { name, value };
    }
    return pass;
  },
});

/** The levels of the systems in a cluster, low to high. */
function levelsIn({ model }: AssemblyView, cluster: string): readonly Level[] {
  const placed = model.systems.filter(({ placements }) => placements.some((one) => one.cluster === cluster));
  return [...new Set(placed.map((one) => one.level))].toSorted((a, b) => a - b);
}
