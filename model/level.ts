/** Security level of an information system, 1 to 5 (Law 116/2025 Art. 8.1; Decree 331/2026 Art. 11–15). */
export type Level = 1 | 2 | 3 | 4 | 5;

/** How a system is kept apart from the others on a leased data center or cloud (Decree 331/2026 Art. 30.8, 30.9). */
export type Isolation = 'logical' | 'physical';

/** What follows from a level; durations in days, distances in kilometers. */
export interface LevelRule {
  readonly level: Level;
  /** Art. 30.8 (logical, levels 3–4; applied to 1–2 as the strict default) and 30.9 (physical, level 5). */
  readonly isolation: Isolation;
  /** TCVN 14423:2026 x.8.2.1 a: 1, 3, 6 and 12 months; level 1 states none, so level 2's month is the default. */
  readonly logRetentionDaysMin: number;
  /** Copies of the data with the primary: 3-2-1 from level 3 (5.11.2.1–5.11.2.3), two below. */
  readonly copiesMin: number;
  /** Distinct media among the copies (3-2-1). */
  readonly mediaMin: number;
  /** Copies outside the home site (3-2-1; 4.11.2.4 asks for separate infrastructure from level 2). */
  readonly offsiteCopiesMin: number;
  /** Encrypted copies of important data (5.11.2.3 b). */
  readonly encryptedCopies: boolean;
  /** Immutable copies (6.8.2.2 for logs; carried over to backups as the strict default). */
  readonly objectLock: boolean;
  /** Days between restore tests: 6.11.2.5 (6 months), 7.11.2.5 (quarter); yearly is our default below. */
  readonly restoreTestDaysMax: number;
  /** 7.12.2.2 a: the standby site stands at least 30 km away. */
  readonly standbyDistanceKmMin: number;
  /** A warm copy of the namespaces stands at the standby site (24/7 without unplanned stop, Decree 331/2026 Art. 14.2). */
  readonly warmStandby: boolean;
  /** Replicas of what serves: hot standby from level 3 (5.12.2.2 a). */
  readonly replicasMin: number;
  /** Keys in a hardware module (7.4.2.4). */
  readonly hardwareKeys: boolean;
}

const MONTH_DAYS = 30;

/** The five levels and what follows from each; the only place where a level's numbers stand. */
export const levelRules: Readonly<Record<Level, LevelRule>> = {
  1: rule(1, { logRetentionDaysMin: MONTH_DAYS, copiesMin: 2, mediaMin: 1, restoreTestDaysMax: 365, replicasMin: 1 }),
  2: rule(2, {
    logRetentionDaysMin: MONTH_DAYS,
    copiesMin: 2,
    mediaMin: 1,
    offsiteCopiesMin: 1,
    restoreTestDaysMax: 365,
    replicasMin: 1,
  }),
  3: rule(3, { logRetentionDaysMin: 90, offsiteCopiesMin: 1, encryptedCopies: true, restoreTestDaysMax: 365 }),
  4: rule(4, {
    logRetentionDaysMin: 180,
    offsiteCopiesMin: 1,
    encryptedCopies: true,
    objectLock: true,
    restoreTestDaysMax: 180,
    warmStandby: true,
  }),
  5: rule(5, {
    isolation: 'physical',
    logRetentionDaysMin: 365,
    offsiteCopiesMin: 2,
    encryptedCopies: true,
    objectLock: true,
    restoreTestDaysMax: 90,
    standbyDistanceKmMin: 30,
    warmStandby: true,
    hardwareKeys: true,
  }),
};

/** All levels, low to high. */
export const levels = [1, 2, 3, 4, 5] as const satisfies readonly Level[];

function rule(level: Level, parts: Partial<LevelRule>): LevelRule {
  const common: LevelRule = {
    level,
    isolation: 'logical',
    logRetentionDaysMin: 365,
    copiesMin: 3,
    mediaMin: 2,
    offsiteCopiesMin: 0,
    encryptedCopies: false,
    objectLock: false,
    restoreTestDaysMax: 365,
    standbyDistanceKmMin: 0,
    warmStandby: false,
    replicasMin: 2,
    hardwareKeys: false,
  };
  return Object.freeze({ ...common, ...parts });
}
