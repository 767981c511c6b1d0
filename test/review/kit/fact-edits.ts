import type { FactEdit } from './edited-sandbox';

const procedures = 'systems/services/province-procedures';
const reporting = 'systems/services/reporting';
const population = 'systems/data/population-database';

/** Edits of the facts of the sandbox. */
export const factEdits: readonly FactEdit[] = [
  {
    name: 'a ministry reads the databases of provinces over a platform',
    file: reporting,
    find: "via: 'lgsp',\n    },\n",
    put: "via: 'lgsp',\n    },\n    { name: 'cases', from: 'server', to: { system: 'province-procedures', zone: 'database' }, ports: [{ port: 5432, protocol: 'TCP' }], reason: { vi: 'Đọc', en: 'Reads' }, via: 'lgsp' },\n",
  },
  {
    name: 'a flow takes another port too',
    file: procedures,
    find: "ports: [{ port: 443, protocol: 'TCP' }]",
    put: "ports: [{ port: 443, protocol: 'TCP' }, { port: 8443, protocol: 'TCP' }]",
  },
  { name: 'more data may be lost', file: procedures, find: 'rpoMinutes: 60', put: 'rpoMinutes: 120' },
  { name: 'coming back may take longer', file: procedures, find: 'rtoMinutes: 480', put: 'rtoMinutes: 600' },
  {
    name: 'backups are kept for a shorter time',
    file: reporting,
    find: 'retentionDays: 180',
    put: 'retentionDays: 90',
  },
  {
    name: 'backups are kept for a longer time',
    file: procedures,
    find: 'retentionDays: 90',
    put: 'retentionDays: 180',
  },
  { name: 'copies are locked for a shorter time', file: reporting, find: 'lockDays: 90', put: 'lockDays: 30' },
  { name: 'a restore is tried less often', file: reporting, find: 'restoreTestDays: 90', put: 'restoreTestDays: 180' },
  {
    name: 'a system of level 5 gets more memory',
    file: population,
    find: 'database: { cpu: 4, memoryGiB: 32',
    put: 'database: { cpu: 4, memoryGiB: 40',
  },
  {
    name: 'a quota of a ministry is raised',
    file: reporting,
    find: 'server: { cpu: 4, memoryGiB: 16',
    put: 'server: { cpu: 5, memoryGiB: 17',
  },
  {
    name: 'a signer gets another role',
    file: 'approvals/signers/first',
    find: "roles: ['security', 'operations']",
    put: "roles: ['security', 'operations', 'data-protection']",
  },
  { name: 'a signer goes', file: 'approvals/signers/first', find: 'export', put: undefined },
  {
    name: 'a class of risk needs a third role less',
    file: 'approvals/requirements',
    find: "'tenant-path': { signatures: 2, of: ['security', 'operations', 'data-protection'] }",
    put: "'tenant-path': { signatures: 2, of: ['security', 'operations'] }",
  },
  {
    name: 'a waiver is added',
    file: 'exceptions/drill-2026',
    put: "export default { policy: 'tenancy/require-quota-within-capacity', resource: 'ndc-1-shared-0/Namespace/-/p01-procedures-database', value: 'x', owner: 'gov-office', reason: 'A drill that needs it open.', approver: 'The head', from: '2026-11-01', expires: '2026-12-31' };\n",
  },
  {
    name: 'a name in Vietnamese is corrected',
    file: reporting,
    find: 'Hệ thống thông tin báo cáo quốc gia',
    put: 'Hệ thống báo cáo quốc gia',
  },
];
