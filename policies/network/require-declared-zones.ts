import { labels, zoneNamespaceName } from '../../model/naming';
import { findZone, requiredZones, type ZoneName } from '../../model/segmentation/zone';
import type { Placement, System } from '../../model/tenancy/system';
import { isUnresolved, textAt, valueAt } from '../../resources/json-path';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { systemSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Mỗi hệ thống có đủ các vùng mạng của cấp độ, mỗi vùng là một không gian tên riêng',
    en: 'every system has the zones of its level, each in a namespace of its own',
  },
  force: 'block',
  controls: [
    'tcvn-14423-4.12.2.2b',
    'tcvn-14423-5.12.2.2b',
    'tcvn-14423-6.12.2.2b',
    'tcvn-14423-7.12.2.2b',
    'tt12-annex-1',
    'tt12-annex-2',
    'tt12-annex-3',
    'tt12-annex-4',
    'd331-30.8',
  ],
  why: {
    vi: 'Thiếu một vùng thì cổng dịch vụ, ứng dụng và cơ sở dữ liệu nằm chung, một lỗ hổng lộ tất cả.',
    en: 'Without a zone, front, application and database stand together, and one hole exposes all of them.',
  },
  fix: {
    vi: 'Khai báo đủ vùng và dung lượng của vùng trong tệp của hệ thống rồi tạo lại hiện vật.',
    en: "Declare all zones and their footprints in the system's facts and make the artifacts again.",
  },
  subjects: ({ view }) => systemSubjects(view.model.systems),
  check: ({ of: system }, { view }) => {
    const missing = requiredZones(system.level).find((zone) => !system.zones.includes(zone));
    if (missing !== undefined) return fail('zones', `no ${missing}`, `the zones of level ${system.level}`);
    const hosted = system.zones.filter((zone) => findZone(zone).hosting === 'namespace');
    for (const placement of system.placements) {
      for (const zone of hosted) {
        const judgement = checkNamespace(system, { placement, zone }, view);
        if (judgement.verdict !== 'pass') return judgement;
      }
    }
    return pass;
  },
});

interface Place {
  readonly placement: Placement;
  readonly zone: ZoneName;
}

function checkNamespace(system: System, { placement, zone }: Place, { resources }: AssemblyView): Judgement {
  const name = zoneNamespaceName(system.owner, system.shortName, zone);
  const where = `${placement.cluster}/${name}`;
  const namespace = resources.tryFind(`${placement.cluster}/Namespace/-/${name}`);
  if (namespace === undefined) return fail(where, 'no namespace', `a namespace for the zone ${zone}`);
  const wanted = {
    [labels.system]: system.id,
    [labels.zone]: zone,
    [labels.level]: String(system.level),
    [labels.site]: placement.site,
  };
  for (const [label, value] of Object.entries(wanted)) {
    const at = `${where} ${label}`;
    if (isUnresolved(valueAt(namespace.body, 'metadata', 'labels', label))) {
      return unknown(at, 'what Terraform alone can tell', value);
    }
    const got = textAt(namespace.body, 'metadata', 'labels', label);
    if (got !== value) return fail(at, got ?? 'no label', value);
  }
  return pass;
}
