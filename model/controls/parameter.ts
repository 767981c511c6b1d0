/** What a threshold of a control is counted in. */
export type ParameterUnit =
  | 'days'
  | 'working days'
  | 'hours'
  | 'minutes'
  | 'months'
  | 'kilometers'
  | 'count'
  | 'percent'
  | 'ratio'
  | 'people';

/** Every threshold that a control may carry, with its unit; `Min` and `Max` say on which side it binds. */
export const parameterUnits = {
  accountReviewDaysMax: 'days',
  agencyCloudFirstPercentMin: 'percent',
  alertTuningDaysMax: 'days',
  allowListReviewDaysMax: 'days',
  appraisalWorkingDaysMax: 'working days',
  approvalWorkingDaysMax: 'working days',
  backupLinksMin: 'count',
  cameraRetentionDaysMin: 'days',
  citizenRecordsMin: 'people',
  clustersMin: 'count',
  connectionAccountWorkingDaysMax: 'working days',
  copiesMin: 'count',
  cybersecurityBudgetPercentMin: 'percent',
  dataAccessLogReviewDaysMax: 'days',
  dataPermissionReviewDaysMax: 'days',
  dataRetentionMonthsMin: 'months',
  deletionHoursMax: 'hours',
  designPueMax: 'ratio',
  deviceLockoutFailuresMax: 'count',
  deviceSearchDaysMax: 'days',
  diagramRefreshDaysMax: 'days',
  endOfLifeCheckDaysMax: 'days',
  entryFactorsMin: 'count',
  exerciseDaysMax: 'days',
  firstNoticeHoursMax: 'hours',
  inactiveAccountDaysMax: 'days',
  incidentReportHoursMax: 'hours',
  incompleteReplyWorkingDaysMax: 'working days',
  internationalDirectionsMin: 'count',
  lockoutFailuresSensitiveMax: 'count',
  logRetentionDaysMin: 'days',
  logReviewDaysMax: 'days',
  mainDeviceReplicasMin: 'count',
  mediaMin: 'count',
  migratedSystemsPercentMin: 'percent',
  multiPurposeDataCentersMin: 'count',
  nationalCloudPlatformsMin: 'count',
  nationalDatabasesOnCloudPercentMin: 'percent',
  networkZonesMin: 'count',
  offsiteCopiesMin: 'count',
  opticalDirectionsMin: 'count',
  passwordAgeDaysMax: 'days',
  passwordHistoryMin: 'count',
  passwordLengthMin: 'count',
  passwordLengthWithMfaMin: 'count',
  penetrationTestDaysMax: 'days',
  powerFeedsMin: 'count',
  regionalCentersMin: 'count',
  restoreTestDaysMax: 'days',
  sbomRefreshDaysMax: 'days',
  scanDaysMax: 'days',
  scanImportantDaysMax: 'days',
  sensitiveRecordsMin: 'people',
  sessionLockAdminMinutesMax: 'minutes',
  sessionLockSensitiveMinutesMax: 'minutes',
  sessionLockUserMinutesMax: 'minutes',
  standbyDistanceKmMin: 'kilometers',
  transferDossierDaysMax: 'days',
  transitLayersMin: 'count',
} as const satisfies Readonly<Record<string, ParameterUnit>>;

/** Name of a threshold. */
export type ParameterName = keyof typeof parameterUnits;

/** The thresholds of one control. */
export type Parameters = Readonly<Partial<Record<ParameterName, number>>>;
