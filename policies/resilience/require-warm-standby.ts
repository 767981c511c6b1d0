import { levelRules } from '../../model/level';
import type { System } from '../../model/tenancy/system';
import { booleanAt } from '../../resources/json-path';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { systemSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Hệ thống từ cấp độ 4 có bản dự phòng ấm: mọi không gian tên và bản sao chạy theo của cơ sở dữ liệu ở nơi thứ hai',
    en: 'From level 4 a system stands warm at a second site: all its namespaces, and databases that follow the home’s',
  },
  force: 'block',
  controls: ['d331-14.2', 'd331-30.5-4', 'tcvn-14423-6.11.2.1b', 'tcvn-14423-5.12.2.2a-hot-standby'],
  why: {
    vi: 'Hệ thống 24/7 không thể chờ dựng lại từ bản sao khi cả trung tâm dữ liệu ngừng.',
    en: 'A system that runs around the clock can’t wait to be rebuilt from copies when a data center is lost.',
  },
  fix: {
    vi: 'Khai báo địa điểm dự phòng và sinh lại; không xóa không gian tên, bản sao ở nơi dự phòng.',
    en: 'Declare the standby and synthesize again; don’t delete namespaces or replicas at the standby.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể chưa có hệ thống từ cấp độ 4.',
    en: 'A nation may have no system from level 4 on.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems.filter(({ level }) => levelRules[level].warmStandby)),
  check({ of: system }, { view }) {
    const [home, standby] = [placementOf(system, 'home'), placementOf(system, 'standby')];
    if (home === undefined || standby === undefined) return fail('placements', 'no standby', 'a standby placement');
    if (home.site === standby.site) return fail('placements', `both at ${home.site}`, 'two sites');
    const names = new Set(view.model.namespacesOf(system.id).map((one) => one.name));
    for (const { cluster } of [home, standby]) {
      const missing = [...names].find((name) => view.resources.tryFind(`${cluster}/Namespace/-/${name}`) === undefined);
      if (missing !== undefined) return fail(cluster, `no Namespace ${missing}`, 'every namespace of the system');
    }
    return judgeReplicas(view, system, standby.cluster);
  },
});

function placementOf({ placements }: System, role: 'home' | 'standby') {
  return placements.find((one) => one.role === role);
}

/** Databases at the standby follow those at home instead of living on their own. */
function judgeReplicas(view: AssemblyView, system: System, cluster: string): Judgement {
  for (const { name: dataSet, engine, zone } of system.dataSets) {
    if (engine !== 'postgresql') continue;
    const name = `${system.shortName}-${dataSet}`;
    const namespace = view.model
      .namespacesOf(system.id)
      .find((one) => one.cluster === cluster && one.zone === zone && !one.communePart);
    const database = view.resources.tryFind(`${cluster}/Cluster/${namespace?.name ?? '-'}/${name}`);
    if (database === undefined) return fail(cluster, `no database ${name}`, 'a replica of the home’s database');
    if (booleanAt(database.body, 'spec', 'replica', 'enabled') !== true) {
      return fail(`${cluster}: ${name}: spec.replica.enabled`, 'not a replica', 'true');
    }
  }
  return pass;
}
