import { controls, findParameter, type ControlId } from '../../model/controls/control';
import type { ParameterName } from '../../model/controls/parameter';
import { levelRules, levels, type Level, type LevelRule } from '../../model/level';
import { requiredZones } from '../../model/segmentation/zone';

/** Each threshold of the law that a number of the level table stands for; `Max` binds from above. */
const thresholds: readonly (readonly [Level, keyof LevelRule, ControlId, ParameterName])[] = [
  [2, 'logRetentionDaysMin', 'tcvn-14423-4.8.2.1a', 'logRetentionDaysMin'],
  [3, 'logRetentionDaysMin', 'tcvn-14423-5.8.2.1a', 'logRetentionDaysMin'],
  [4, 'logRetentionDaysMin', 'tcvn-14423-6.8.2.1a', 'logRetentionDaysMin'],
  [5, 'logRetentionDaysMin', 'tcvn-14423-7.8.2.1a', 'logRetentionDaysMin'],
  [3, 'copiesMin', 'tcvn-14423-5.11.2.1', 'copiesMin'],
  [3, 'mediaMin', 'tcvn-14423-5.11.2.1', 'mediaMin'],
  [3, 'offsiteCopiesMin', 'tcvn-14423-5.11.2.1', 'offsiteCopiesMin'],
  [3, 'replicasMin', 'tcvn-14423-5.12.2.2a-hot-standby', 'mainDeviceReplicasMin'],
  [4, 'restoreTestDaysMax', 'tcvn-14423-6.11.2.5', 'restoreTestDaysMax'],
  [5, 'restoreTestDaysMax', 'tcvn-14423-7.11.2.5', 'restoreTestDaysMax'],
  [5, 'standbyDistanceKmMin', 'tcvn-14423-7.12.2.2a-standby-site', 'standbyDistanceKmMin'],
];

describe('levelRules', () => {
  test.each(thresholds)('state for level %i as %s what %s says', (level, field, control, parameter) => {
    expect(levelRules[level][field]).toBe(findParameter(control, parameter));
  });

  test('cover every threshold of TCVN 14423:2026 that the table has a column for', () => {
    const columns = new Set<string>(thresholds.map(([, , , parameter]) => parameter));
    const carriers = controls.filter(
      ({ instrument, parameters = {} }) =>
        instrument === 'tcvn-14423' && Object.keys(parameters).some((name) => columns.has(name)),
    );
    const named = new Set<ControlId>(thresholds.map(([, , control]) => control));
    expect(carriers.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });

  test('never grow weaker with the level', () => {
    const grown = (pick: (rule: LevelRule) => number): boolean =>
      levels.slice(1).every((level) => pick(levelRules[level]) >= pick(levelRules[(level - 1) as Level]));
    expect({
      logs: grown((rule) => rule.logRetentionDaysMin),
      copies: grown((rule) => rule.copiesMin),
      media: grown((rule) => rule.mediaMin),
      offsite: grown((rule) => rule.offsiteCopiesMin),
      encrypted: grown((rule) => Number(rule.encryptedCopies)),
      locked: grown((rule) => Number(rule.objectLock)),
      tested: grown((rule) => -rule.restoreTestDaysMax),
      standby: grown((rule) => Number(rule.warmStandby)),
      replicas: grown((rule) => rule.replicasMin),
    }).toEqual({
      logs: true,
      copies: true,
      media: true,
      offsite: true,
      encrypted: true,
      locked: true,
      tested: true,
      standby: true,
      replicas: true,
    });
  });

  test('keep level 5 alone physically apart, with keys in hardware', () => {
    expect(levels.filter((level) => levelRules[level].isolation === 'physical')).toEqual([5]);
    expect(levels.filter((level) => levelRules[level].hardwareKeys)).toEqual([5]);
  });

  test("can't be changed", () => {
    expect(levels.every((level) => Object.isFrozen(levelRules[level]))).toBe(true);
  });
});

describe('requiredZones()', () => {
  test.each([
    [1, 3, 'tt12-annex-1'],
    [2, 5, 'tcvn-14423-4.12.2.2b'],
    [3, 7, 'tcvn-14423-5.12.2.2b'],
    [4, 9, 'tcvn-14423-6.12.2.2b'],
    [5, 9, 'tcvn-14423-7.12.2.2b'],
  ] as const)('asks for the zones of level %i: %i with the conditional ones, as %s counts', (level, count, control) => {
    const zones = requiredZones(level, ['wireless', 'wan']);
    expect(zones).toHaveLength(count);
    expect(findParameter(control, 'networkZonesMin')).toBe(count);
  });

  test('leaves the conditional zones out of a system that has neither wireless nor WAN', () => {
    expect(requiredZones(2)).toEqual(['edge', 'dmz', 'internal', 'server']);
    expect(requiredZones(5)).toEqual([
      'edge',
      'dmz',
      'internal',
      'server',
      'database',
      'management',
      'device-management',
    ]);
    expect(requiredZones(4, ['wan'])).toContain('wan');
    expect(requiredZones(4, ['wan'])).not.toContain('wireless');
  });

  test('never drops a zone that a lower level asks for', () => {
    for (const level of [2, 3, 4, 5] as const) {
      const below = requiredZones((level - 1) as Level, ['wireless', 'wan']);
      expect(requiredZones(level, ['wireless', 'wan'])).toEqual(expect.arrayContaining([...below]));
    }
  });
});
