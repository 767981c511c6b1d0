/** Medium of a copy. */
export type Medium = 'primary' | 'object' | 'tape' | 'block-snapshot';

/** One copy of a system's data; the first is the primary. */
export interface Copy {
  readonly site: string;
  readonly medium: Medium;
  readonly encrypted: boolean;
  /** Days during which the copy can't be changed or deleted; 0 is none. */
  readonly lockDays: number;
}

/** How a system's data is copied and proven to come back. */
export interface BackupPlan {
  readonly everyMinutes: number;
  readonly retentionDays: number;
  readonly restoreTestDays: number;
  readonly copies: readonly Copy[];
}

/** Somebody else manages it, with the evidence. */
export interface ManagedElsewhere {
  readonly by: string;
  readonly evidence: string;
}
