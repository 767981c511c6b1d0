import type { Level } from '../level';
import type { Text } from '../text';
import type { Automation } from './automation';
import type { Crosswalk } from './crosswalk';
import type { ControlSpec, InstrumentHead } from './define-instrument';
import type { Mark } from './mark';
import type { ParameterName, Parameters } from './parameter';
import type { SourceKey } from './sources';

/** TCVN 14423:2026, known from third-party paraphrases: good to build with, not to certify with. */
export const tcvn14423 = {
  id: 'tcvn-14423',
  officialName: {
    vi: 'Tiêu chuẩn quốc gia về yêu cầu cơ bản theo cấp độ hệ thống thông tin',
    en: 'National standard on basic requirements by level of information systems',
  },
  number: 'TCVN 14423:2026',
  status: 'in-force',
  style: 'clause',
  effectiveFrom: {
    unknown: {
      vi: 'nguồn chỉ nêu năm 2026; số và ngày của quyết định công bố (3243/QĐ-BKHCN, 24/7/2026) còn phải xác minh',
      en: 'the sources give the year 2026 only; number and day of its publication (3243/QĐ-BKHCN, 24 July 2026) are to be verified',
    },
  },
  sourceKey: 'MX',
  mark: 'secondary',
} as const satisfies InstrumentHead;

/** The chapter of the standard that speaks to a level. */
export const chapterOfLevel = { 1: '3', 2: '4', 3: '5', 4: '6', 5: '7' } as const satisfies Record<Level, string>;

/** The control id of a clause at a level. */
export type StandardControlId<
  First extends Level,
  Clause extends string,
  Topic extends string,
> = `tcvn-14423-${(typeof chapterOfLevel)[First]}.${Clause}${Topic extends '' ? '' : `-${Topic}`}`;

/** Levels that a clause treats alike, lowest first; the lowest gives the id. */
export interface LevelGroup<First extends Level = Level> {
  readonly levels: readonly [First, ...Level[]];
  /** What the clause asks at these levels.
   * @default - the common requirement
   */
  readonly requirement?: Text;
  /** @default - the common thresholds */
  readonly parameters?: Parameters;
}

/** A clause that returns under the same number in the chapters of several levels. */
export interface ClauseSpec<First extends Level, Clause extends string, Topic extends string = ''> {
  /** The number behind the chapter, such as `8.2.1a`. */
  readonly clause: Clause;
  /** Tells apart what one clause asks for.
   * @default - the clause asks for one thing
   */
  readonly topic?: Topic;
  readonly title: Text;
  readonly groups: readonly LevelGroup<First>[];
  readonly automation: Automation;
  /** @default - every group has its own */
  readonly requirement?: Text;
  /** @default - no threshold in numbers */
  readonly parameters?: Parameters;
  /** @default - no counterpart recorded */
  readonly crosswalk?: Crosswalk;
  /** @default - the standard's mark */
  readonly mark?: Mark;
}

/** The controls of a clause that returns at several levels, with the clause number of each level. */
export function clauseByLevel<const First extends Level, const Clause extends string, const Topic extends string = ''>(
  spec: ClauseSpec<First, Clause, Topic>,
): readonly ControlSpec<StandardControlId<First, Clause, Topic>>[] {
  const { clause, topic, groups, requirement: common, ...rest } = spec;
  return groups.map((group) => {
    const [first] = group.levels;
    const requirement = group.requirement ?? common;
    if (requirement === undefined) throw new Error(`clause ${clause} asks nothing at level ${first}`);
    const id = `tcvn-14423-${chapterOfLevel[first]}.${clause}${topic === undefined ? '' : `-${topic}`}`;
    return {
      ...rest,
      ...(group.parameters === undefined ? {} : { parameters: group.parameters }),
      id: id as StandardControlId<First, Clause, Topic>,
      clause: group.levels.map((level) => placeAtLevel(level, clause)).join('; '),
      requirement,
      levels: group.levels,
      sourceKeys: sourcesOfLevels(group.levels),
    };
  });
}

/** How often something must be done, in days and in words. */
export interface Period extends Text {
  readonly days: number;
}

/** The periods of the standard. */
export const periods = {
  year: { days: 365, vi: 'ít nhất mỗi năm một lần', en: 'at least once a year' },
  halfYear: { days: 180, vi: 'ít nhất 6 tháng một lần', en: 'at least every 6 months' },
  quarter: { days: 90, vi: 'ít nhất mỗi quý một lần', en: 'at least once a quarter' },
  month: { days: 30, vi: 'ít nhất mỗi tháng một lần', en: 'at least once a month' },
} as const satisfies Readonly<Record<string, Period>>;

/** A duty in words plus its period: one group of levels for each period. */
export function everyPeriod<const First extends Level>(
  parameter: ParameterName,
  duty: Text,
  rows: readonly (readonly [Period, readonly [First, ...Level[]]])[],
): readonly LevelGroup<First>[] {
  return rows.map(([period, levels]) => ({
    levels,
    requirement: { vi: `${duty.vi} ${period.vi}.`, en: `${duty.en} ${period.en}.` },
    parameters: { [parameter]: period.days },
  }));
}

/** The paraphrases that the requirements of some levels were taken from. */
export function sourcesOfLevels(levels: readonly Level[]): readonly SourceKey[] {
  const checklists = { 1: [], 2: ['CK2'], 3: ['CK3'], 4: ['CK4'], 5: ['CK5'] } as const;
  return ['MX', ...levels.flatMap((level) => checklists[level])];
}

/**
 * A citation whose clause number is known for the first of the levels only; the source states the
 * duty for the others without a number, and none is made up.
 */
export function clauseOfFirst(place: string): Text {
  return {
    vi: `mục ${place} (số mục của cấp độ thấp nhất; nguồn không nêu số mục của các cấp độ khác)`,
    en: `clause ${place} (number at the lowest level; the source gives none for the others)`,
  };
}

/** A citation of a group of clauses where the source names no clause inside it. */
export function clauseWithin(group: string): Text {
  return {
    vi: `nhóm mục ${group} (nguồn không nêu số mục chi tiết)`,
    en: `clause group ${group} (the source names no clause inside it)`,
  };
}

function placeAtLevel(level: Level, clause: string): string {
  return `${chapterOfLevel[level]}.${clause.replace(/(\d)([a-zđ])$/, '$1 $2')}`;
}
