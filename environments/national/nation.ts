import type { NationFact } from '../../model/facts/nation-fact';

export default {
  officialName: {
    vi: 'Hạ tầng trung tâm dữ liệu và điện toán đám mây quốc gia',
    en: 'National data center and cloud platform',
  },
  addresses: {
    nodes4: '10.0.0.0/8',
    pods4: '100.64.0.0/10',
    services4: '172.16.0.0/12',
    // The documentation block of RFC 3849, until the allocation of the nation is stated.
    unicast6: '2001:db8::/32',
    // A number of our own: the registration with the manager of TSLCD addresses takes its place.
    registration: { id: 'TSLCD-PARAMETER-01', reviewedOn: '2026-10-01' },
  },
  target: { kubernetes: '1.36', cilium: '1.18.2' },
  // Every host name below is a parameter; none is a statement about a real host.
  domain: 'ndc.gov.vn',
  timeServers: ['time-1.ndc.gov.vn', 'time-2.ndc.gov.vn', 'time-3.ndc.gov.vn'],
  imageRegistry: 'registry.ndc.gov.vn',
  identity: {
    issuer: 'identity.ndc.gov.vn',
    clientId: 'ndc-kubernetes',
    multiFactor: true,
    breakGlassAccounts: 2,
    sessionMinutesMax: 480,
    adminSessionMinutesMax: 60,
  },
  security: {
    siem: 'siem.ndc.gov.vn',
    nationalCenter: 'national-center.ndc.gov.vn',
    certificateAuthority: 'ca.ndc.gov.vn',
  },
  terraformBackend: { kind: 's3', bucket: 'ndc-national-state', region: 'vn-1', endpoint: 'state.ndc.gov.vn' },
  reserveShare: 0.2,
  overcommit: { cpu: 2, memory: 1 },
} satisfies NationFact;
