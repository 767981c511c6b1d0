import { tryFindControl } from '../../../model/controls/control';
import { findZone, zoneNames, zoneTable, type ZoneName } from '../../../model/segmentation/zone';
import { zoneFlowTable } from '../../../model/segmentation/zone-flow';

describe('zoneTable', () => {
  test('gives every zone a name and a slot of the address plan of its own', () => {
    expect(new Set(zoneNames).size).toBe(zoneTable.length);
    expect(zoneTable.map(({ slot }) => slot)).toEqual(zoneTable.map((_, index) => index));
    expect(zoneTable.length).toBeLessThanOrEqual(16);
  });

  test('never moves a zone: these slots are in use', () => {
    expect(Object.fromEntries(zoneTable.map(({ name, slot }) => [name, slot]))).toEqual({
      edge: 0,
      dmz: 1,
      internal: 2,
      server: 3,
      wireless: 4,
      database: 5,
      management: 6,
      wan: 7,
      'device-management': 8,
    });
  });

  test('hosts in namespaces what runs on servers, and nothing else', () => {
    expect(zoneNames.filter((name) => findZone(name).hosting === 'namespace')).toEqual([
      'dmz',
      'server',
      'database',
      'management',
    ]);
  });
});

describe('zoneFlowTable', () => {
  const opens = (from: ZoneName, to: ZoneName): boolean =>
    zoneFlowTable.some((row) => row.from === from && row.to === to);

  test('names zones that exist, each pair once, never a zone with itself', () => {
    const pairs = zoneFlowTable.map(({ from, to }) => `${from} ${to}`);
    expect(zoneFlowTable.filter(({ from, to }) => !zoneNames.includes(from) || !zoneNames.includes(to))).toEqual([]);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(zoneFlowTable.filter(({ from, to }) => from === to)).toEqual([]);
  });

  test('cites an existing control and says why in both languages, on ports that are named', () => {
    for (const { control, reason, ports } of zoneFlowTable) {
      expect(tryFindControl(control)?.id).toBe(control);
      expect(reason.vi).not.toBe('');
      expect(reason.en).not.toBe('');
      expect(ports.length).toBeGreaterThan(0);
    }
  });

  test('lets only applications and administrators reach databases', () => {
    expect(zoneNames.filter((from) => opens(from, 'database'))).toEqual(['server', 'management']);
  });

  test('lets everything from outside in through the DMZ alone', () => {
    for (const from of ['edge', 'internal', 'wan'] as const)
      expect(zoneNames.filter((to) => opens(from, to))).toEqual(['dmz']);
  });

  test('lets nothing reach administration, and wireless or device management reach nothing', () => {
    expect(zoneNames.filter((from) => opens(from, 'management'))).toEqual([]);
    expect(zoneNames.filter((to) => opens('wireless', to) || opens('device-management', to))).toEqual([]);
  });
});
