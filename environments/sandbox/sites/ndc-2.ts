import type { SiteFact } from '../../../model/facts/site-fact';

export default {
  kind: 'national-data-center',
  officialName: { vi: 'Trung tâm dữ liệu thử nghiệm số 2', en: 'Sandbox data center No. 2' },
  slot: 98,
  podSlot: 1,
  location: {
    latitude: 15.98,
    longitude: 108.12,
    country: 'VN',
    basis: 'parameter',
    note: { vi: 'Địa điểm thử nghiệm.', en: 'A sandbox place.' },
  },
  operator: 'mps',
  standby: 'ndc-3',
  serves: ['04'],
  feeds: [
    { id: 'feed-a', substation: 'Substation A of ndc-2', mw: 1 },
    { id: 'feed-b', substation: 'Substation B of ndc-2', mw: 1 },
  ],
  // Carriers and ways are placeholders of parameters, not contracts.
  uplinks: [
    { id: 'tslcd-1', kind: 'tslcd', carrier: 'Carrier A', path: 'ndc-2-tslcd-way-1', gbps: 100 },
    { id: 'tslcd-2', kind: 'tslcd', carrier: 'Carrier B', path: 'ndc-2-tslcd-way-2', gbps: 100 },
    { id: 'inter-site-1', kind: 'inter-site', carrier: 'Carrier A', path: 'ndc-2-backbone-way-1', gbps: 400 },
    { id: 'inter-site-2', kind: 'inter-site', carrier: 'Carrier B', path: 'ndc-2-backbone-way-2', gbps: 400 },
    { id: 'domestic-1', kind: 'internet-domestic', carrier: 'Carrier A', path: 'ndc-2-exchange-way-1', gbps: 100 },
    { id: 'domestic-2', kind: 'internet-domestic', carrier: 'Carrier C', path: 'ndc-2-exchange-way-2', gbps: 100 },
    {
      id: 'international-1',
      kind: 'internet-international',
      carrier: 'Carrier C',
      path: 'ndc-2-sea-cable-way',
      gbps: 40,
    },
    {
      id: 'international-2',
      kind: 'internet-international',
      carrier: 'Carrier D',
      path: 'ndc-2-land-cable-way',
      gbps: 40,
    },
  ],
  pueDesign: 1.38,
  tier: { scheme: 'TCVN 9250:2021', rating: 3, lightning: 'QCVN 32:2020/BTTTT', earthing: 'QCVN 9:2016/BTTTT' },
  physical: { cameraRetentionDays: 365, entryFactors: 2, supervision: 'around-the-clock' },
  halls: [
    {
      id: 'hall-a',
      rackGroups: [
        {
          id: 'r1',
          racks: 4,
          powerKw: 40,
          hosts: [
            { class: 'control-8', count: 3 },
            { class: 'worker-64', count: 4 },
            { class: 'storage-30t', count: 2 },
          ],
        },
        {
          id: 'r2',
          racks: 4,
          powerKw: 40,
          hosts: [
            { class: 'control-8', count: 3 },
            { class: 'worker-64', count: 4 },
            { class: 'storage-30t', count: 2 },
          ],
        },
        {
          id: 'r3',
          racks: 4,
          powerKw: 40,
          hosts: [
            { class: 'control-8', count: 3 },
            { class: 'worker-64', count: 4 },
            { class: 'storage-30t', count: 2 },
          ],
        },
      ],
    },
  ],
} satisfies SiteFact;
