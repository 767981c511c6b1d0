import type { Mark } from './mark';

/** Places in other frameworks that treat the topic of a control; ranges as their owners write them. */
export interface Crosswalk {
  /** CIS Kubernetes Benchmark, as coded in kube-bench cis-1.12.
   * @default - no place there
   */
  readonly cis?: readonly string[];
  /** Chapters of the NSA/CISA Kubernetes Hardening Guide v1.2.
   * @default - no place there
   */
  readonly nsa?: readonly string[];
  /** NIST SP 800-53 r5.
   * @default - no place there
   */
  readonly nist80053?: readonly string[];
  /** ISO/IEC 27001:2022 Annex A.
   * @default - no place there
   */
  readonly iso27001?: readonly string[];
  /** Parts of EN 50600 (data center facilities), and ISO/IEC 30134 where it measures the same.
   * @default - no place there
   */
  readonly dataCenter?: readonly string[];
}

/** How far each framework's places were confirmed. */
export const crosswalkMarks: Readonly<Record<keyof Crosswalk, Mark>> = {
  cis: 'read',
  nsa: 'own-knowledge',
  nist80053: 'own-knowledge',
  iso27001: 'own-knowledge',
  dataCenter: 'own-knowledge',
};

/** Each framework's name. */
export const frameworkNames: Readonly<Record<keyof Crosswalk, string>> = {
  cis: 'CIS Kubernetes Benchmark 1.12',
  nsa: 'NSA/CISA Kubernetes Hardening Guide v1.2',
  nist80053: 'NIST SP 800-53 r5',
  iso27001: 'ISO/IEC 27001:2022 Annex A',
  dataCenter: 'EN 50600',
};

/** The places by topic. */
export const crosswalks = {
  networkPolicy: {
    cis: ['5.3.1', '5.3.2'],
    nsa: ['Network separation'],
    nist80053: ['SC-7', 'SC-7(5)', 'AC-4', 'SC-7(21)'],
    iso27001: ['A.8.20', 'A.8.22'],
  },
  tenantBoundary: {
    cis: ['5.6.1', '5.6.4'],
    nsa: ['Network separation: namespaces'],
    nist80053: ['SC-2', 'SC-4', 'SC-39'],
    iso27001: ['A.8.22', 'A.5.23'],
  },
  physicalIsolation: { nsa: ['Node separation'], nist80053: ['SC-7(21)', 'SC-32'], iso27001: ['A.8.22', 'A.7.8'] },
  podSecurity: {
    cis: ['5.2.1-5.2.12', '5.6.2', '5.6.3'],
    nsa: ['Pod security'],
    nist80053: ['CM-6', 'CM-7', 'AC-6'],
    iso27001: ['A.8.9', 'A.8.18'],
  },
  rbac: {
    cis: ['1.2.6-1.2.8', '5.1.1-5.1.13'],
    nsa: ['Authentication and authorization'],
    nist80053: ['AC-2', 'AC-3', 'AC-5', 'AC-6'],
    iso27001: ['A.5.15', 'A.5.18', 'A.8.2', 'A.8.3'],
  },
  authentication: {
    cis: ['1.2.1', '1.2.2', '3.1.1-3.1.3'],
    nsa: ['Authentication'],
    nist80053: ['IA-2(1)', 'IA-2(2)', 'IA-5', 'AC-17'],
    iso27001: ['A.8.5'],
  },
  secretsAtRest: {
    cis: ['1.2.27', '1.2.28', '5.4.1', '5.4.2'],
    nsa: ['Control plane: secrets'],
    nist80053: ['SC-12', 'SC-13', 'SC-28'],
    iso27001: ['A.8.24'],
  },
  transportEncryption: {
    cis: ['1.2.4', '1.2.5', '1.2.23-1.2.26', '1.2.29', '2.x', '4.2.x'],
    nsa: ['Control-plane hardening'],
    nist80053: ['SC-8', 'SC-17', 'SC-23'],
    iso27001: ['A.8.20', 'A.8.24'],
  },
  auditLog: {
    cis: ['1.2.16-1.2.19', '3.2.1', '3.2.2'],
    nsa: ['Audit logging and threat detection'],
    nist80053: ['AU-2', 'AU-3', 'AU-4', 'AU-6', 'AU-8', 'AU-9', 'AU-11', 'AU-12'],
    iso27001: ['A.8.15', 'A.8.17'],
  },
  monitoring: {
    cis: ['3.2.2'],
    nsa: ['Threat detection'],
    nist80053: ['SI-4', 'AU-6(4)', 'CA-7'],
    iso27001: ['A.8.16'],
  },
  backup: {
    cis: ['1.1.7', '1.1.11', '1.1.12'],
    nist80053: ['CP-4', 'CP-6', 'CP-9', 'CP-9(1)', 'CP-10'],
    iso27001: ['A.8.13'],
  },
  standbySite: { nist80053: ['CP-6(1)', 'CP-7', 'CP-8'], iso27001: ['A.5.29', 'A.5.30', 'A.8.14'] },
  provenance: {
    cis: ['5.5.1', '1.2.11'],
    nsa: ['Pod security: image scanning, admission'],
    nist80053: ['SR-3', 'SR-4', 'SR-11', 'SI-7', 'CM-14'],
    iso27001: ['A.5.21', 'A.8.28', 'A.8.30'],
  },
  vulnerability: { nsa: ['Upgrading and application security'], nist80053: ['RA-5', 'SI-2'], iso27001: ['A.8.8'] },
  penetrationTest: { nsa: ['Periodic review'], nist80053: ['CA-8'], iso27001: ['A.8.29', 'A.5.35'] },
  configuration: {
    cis: ['1.1.x', '4.1.x'],
    nsa: ['Upgrading'],
    nist80053: ['CM-2', 'CM-3', 'CM-6'],
    iso27001: ['A.8.9', 'A.8.32'],
  },
  inventory: { nist80053: ['CM-8'], iso27001: ['A.5.9'] },
  dataLoss: { nist80053: ['AC-4', 'SC-7(10)', 'SI-4'], iso27001: ['A.8.12'] },
  incident: { nist80053: ['IR-4', 'IR-6', 'IR-8'], iso27001: ['A.5.24-A.5.27', 'A.6.8'] },
  supplier: { nist80053: ['SA-9', 'SR-6'], iso27001: ['A.5.19-A.5.23'] },
  personalData: { nist80053: ['PT family', 'SI-12', 'SI-18'], iso27001: ['A.5.34'] },
  compliance: { nist80053: ['CA-2', 'CA-5', 'CA-7', 'PM-31'], iso27001: ['A.5.35', 'A.5.36'] },
  availability: { dataCenter: ['EN 50600-1'] },
  building: { dataCenter: ['EN 50600-2-1'] },
  power: { dataCenter: ['EN 50600-2-2'] },
  environmentalControl: { dataCenter: ['EN 50600-2-3'] },
  physicalSecurity: { dataCenter: ['EN 50600-2-5'] },
  powerUse: { dataCenter: ['EN 50600-4-2', 'ISO/IEC 30134-2'] },
  renewableEnergy: { dataCenter: ['EN 50600-4-3'] },
  greenMeasures: { dataCenter: ['EN 50600-4-2', 'EN 50600-4-3', 'EN 50600-4-6', 'EN 50600-4-8', 'EN 50600-4-9'] },
} as const satisfies Readonly<Record<string, Crosswalk>>;

/** The frameworks in the order in which a crosswalk tells them. */
export const frameworks = [
  'cis',
  'nsa',
  'nist80053',
  'iso27001',
  'dataCenter',
] as const satisfies readonly (keyof Crosswalk)[];

/** The places of two topics together, for a control that touches both; each framework's list in order. */
export function joinCrosswalks(first: Crosswalk, second: Crosswalk): Crosswalk {
  const joined = frameworks
    .map((one) => [one, [...new Set([...(first[one] ?? []), ...(second[one] ?? [])])]] as const)
    .filter(([, places]) => places.length > 0);
  return Object.fromEntries(joined);
}
