import type { Level } from '../level';
import type { Text } from '../text';

/** Where the workloads of a zone live: in Kubernetes namespaces, or in network equipment and offices. */
export type ZoneHosting = 'namespace' | 'network';

/** A zone that a system declares only when it has such equipment (TCVN 14423:2026: "nếu có"). */
export type ZoneCondition = 'wireless' | 'wan';

/** A security zone of an information system (TCVN 14423:2026 4–7.12.2.2 b; level 1: TT 12/2022 Annex I). */
export interface ZoneRow {
  readonly name: string;
  /** Place in the address plan, 0 to 15; never reused. */
  readonly slot: number;
  readonly officialName: Text;
  /** The lowest level that must have the zone. */
  readonly requiredFromLevel: Level;
  readonly hosting: ZoneHosting;
  /** The zone is needed only when the system says that it has one.
   * @default - always needed from its level on
   */
  readonly condition?: ZoneCondition;
}

/** The zone table: adding a zone is one row here. */
export const zoneTable = [
  {
    name: 'edge',
    slot: 0,
    officialName: { vi: 'Vùng mạng biên', en: 'Edge' },
    requiredFromLevel: 1,
    hosting: 'network',
  },
  {
    name: 'dmz',
    slot: 1,
    officialName: { vi: 'Vùng DMZ', en: 'DMZ' },
    requiredFromLevel: 1,
    hosting: 'namespace',
  },
  {
    name: 'internal',
    slot: 2,
    officialName: { vi: 'Vùng mạng nội bộ', en: 'Internal' },
    requiredFromLevel: 1,
    hosting: 'network',
  },
  {
    name: 'server',
    slot: 3,
    officialName: { vi: 'Vùng máy chủ nội bộ', en: 'Internal servers' },
    requiredFromLevel: 2,
    hosting: 'namespace',
  },
  {
    name: 'wireless',
    slot: 4,
    officialName: { vi: 'Vùng mạng không dây', en: 'Wireless' },
    requiredFromLevel: 2,
    hosting: 'network',
    condition: 'wireless',
  },
  {
    name: 'database',
    slot: 5,
    officialName: { vi: 'Vùng máy chủ cơ sở dữ liệu', en: 'Database servers' },
    requiredFromLevel: 3,
    hosting: 'namespace',
  },
  {
    name: 'management',
    slot: 6,
    officialName: { vi: 'Vùng quản trị', en: 'Management' },
    requiredFromLevel: 3,
    hosting: 'namespace',
  },
  {
    name: 'wan',
    slot: 7,
    officialName: { vi: 'Vùng kết nối mạng diện rộng', en: 'WAN' },
    requiredFromLevel: 4,
    hosting: 'network',
    condition: 'wan',
  },
  {
    name: 'device-management',
    slot: 8,
    officialName: { vi: 'Vùng quản trị thiết bị hệ thống', en: 'Device management' },
    requiredFromLevel: 4,
    hosting: 'network',
  },
] as const satisfies readonly ZoneRow[];

/** Name of a zone. */
export type ZoneName = (typeof zoneTable)[number]['name'];

/** Every zone name, in slot order. */
export const zoneNames: readonly ZoneName[] = zoneTable.map((row) => row.name);

/** The row of a zone. */
export function findZone(name: ZoneName): ZoneRow {
  const row = zoneTable.find((one) => one.name === name);
  if (row === undefined) throw new Error(`no zone named ${name}`);
  return row;
}

/** The zones that a system of a level must declare; conditional ones only when their condition is present. */
export function requiredZones(level: Level, conditions: readonly ZoneCondition[] = []): readonly ZoneName[] {
  return zoneTable
    .filter((row) => row.requiredFromLevel <= level)
    .filter((row) => !('condition' in row) || conditions.includes(row.condition))
    .map((row) => row.name);
}
