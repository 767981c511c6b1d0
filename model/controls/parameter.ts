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
  | 'people'
  | 'gigabits per second'
  | 'kilowatt-hours per month'
  | 'square meters';

/** Every threshold that a control may carry, with its unit; `Min` and `Max` say on which side it binds, `planned` that it is a figure of a plan. */
export const parameterUnits = {
  accountReviewDaysMax: 'days',
  addressReviewDaysMax: 'days',
  agencyCloudFirstPercentMin: 'percent',
  alertTuningDaysMax: 'days',
  allowListReviewDaysMax: 'days',
  appraisalWorkingDaysMax: 'working days',
  approvalWorkingDaysMax: 'working days',
  availabilityPercentMin: 'percent',
  backupCentersMin: 'count',
  backupLinksMin: 'count',
  cameraRetentionDaysMin: 'days',
  citizenRecordsMax: 'people',
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
  exchangeFromWarehousesPercentMin: 'percent',
  exerciseDaysMax: 'days',
  fiberGbpsMin: 'gigabits per second',
  firstNoticeHoursMax: 'hours',
  inactiveAccountDaysMax: 'days',
  incidentReportHoursMax: 'hours',
  incompleteReplyWorkingDaysMax: 'working days',
  inspectionDaysMax: 'days',
  internationalDirectionsMin: 'count',
  largeUserKwhPerMonthMin: 'kilowatt-hours per month',
  lockoutFailuresSensitiveMax: 'count',
  logKindsMin: 'count',
  logRetentionDaysMin: 'days',
  logReviewDaysMax: 'days',
  mainDeviceReplicasMin: 'count',
  managementGroupsMin: 'count',
  mediaMin: 'count',
  metroNetworksMin: 'count',
  migratedSystemsPercentMin: 'percent',
  mobileCoveragePercentMin: 'percent',
  multiPurposeDataCentersMin: 'count',
  nationalCloudPlatformsMin: 'count',
  nationalDataCentersMin: 'count',
  nationalDatabasesOnCloudPercentMin: 'percent',
  networkOperationCentersMin: 'count',
  networkZonesMin: 'count',
  offsiteCopiesMin: 'count',
  operationsCentersMin: 'count',
  opticalDirectionsMin: 'count',
  passwordAgeDaysMax: 'days',
  passwordClassesMin: 'count',
  passwordHistoryMin: 'count',
  passwordLengthMin: 'count',
  passwordLengthWithMfaMin: 'count',
  penetrationTestDaysMax: 'days',
  planPartsMin: 'count',
  plannedFloorSquareMeters: 'square meters',
  plannedRacksLargeHall: 'count',
  plannedRacksSmallHall: 'count',
  powerFeedsMin: 'count',
  protectionMeasuresMin: 'count',
  protectionTasksMin: 'count',
  regionalCentersMin: 'count',
  restoreTestDaysMax: 'days',
  sbomRefreshDaysMax: 'days',
  scanDaysMax: 'days',
  scanImportantDaysMax: 'days',
  seaCablesMin: 'count',
  sensitiveRecordsMax: 'people',
  sensitiveRecordsMin: 'people',
  sessionLockAdminMinutesMax: 'minutes',
  sessionLockSensitiveMinutesMax: 'minutes',
  sessionLockUserMinutesMax: 'minutes',
  standbyDistanceKmMin: 'kilometers',
  technicalGroupsMin: 'count',
  transferDossierDaysMax: 'days',
  transitLayersMin: 'count',
} as const satisfies Readonly<Record<string, ParameterUnit>>;

/** Name of a threshold. */
export type ParameterName = keyof typeof parameterUnits;

/** The thresholds of one control. */
export type Parameters = Readonly<Partial<Record<ParameterName, number>>>;
