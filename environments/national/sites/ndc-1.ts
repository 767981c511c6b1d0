import type { SiteFact } from '../../../model/facts/site-fact';

export default {
  kind: 'national-data-center',
  officialName: { vi: 'Trung tâm Dữ liệu quốc gia số 1', en: 'National Data Center No. 1' },
  slot: 97,
  podSlot: 0,
  location: {
    latitude: 21.01,
    longitude: 105.53,
    country: 'VN',
    basis: 'law',
    note: {
      vi: 'Lô RD11.1, Khu Công nghệ cao Hòa Lạc, Hà Nội; tọa độ gần đúng.',
      en: 'Lot RD11.1, Hòa Lạc Hi-tech Park, Hà Nội; the coordinates are approximate.',
    },
  },
  operator: 'mps',
  standby: 'ndc-2',
  serves: ['01', '04', '08', '11', '12', '14', '15', '19', '20', '22', '24', '25', '31', '33', '37'],
  feeds: [
    { id: 'feed-a', substation: 'Substation A of ndc-1', mw: 20 },
    { id: 'feed-b', substation: 'Substation B of ndc-1', mw: 20 },
  ],
  // Carriers and ways are placeholders of parameters, not contracts.
  uplinks: [
    { id: 'tslcd-1', kind: 'tslcd', carrier: 'Carrier A', path: 'ndc-1-tslcd-way-1', gbps: 100 },
    { id: 'tslcd-2', kind: 'tslcd', carrier: 'Carrier B', path: 'ndc-1-tslcd-way-2', gbps: 100 },
    { id: 'inter-site-1', kind: 'inter-site', carrier: 'Carrier A', path: 'ndc-1-backbone-way-1', gbps: 400 },
    { id: 'inter-site-2', kind: 'inter-site', carrier: 'Carrier B', path: 'ndc-1-backbone-way-2', gbps: 400 },
    { id: 'domestic-1', kind: 'internet-domestic', carrier: 'Carrier A', path: 'ndc-1-exchange-way-1', gbps: 100 },
    { id: 'domestic-2', kind: 'internet-domestic', carrier: 'Carrier C', path: 'ndc-1-exchange-way-2', gbps: 100 },
    {
      id: 'international-1',
      kind: 'internet-international',
      carrier: 'Carrier C',
      path: 'ndc-1-sea-cable-way',
      gbps: 40,
    },
    {
      id: 'international-2',
      kind: 'internet-international',
      carrier: 'Carrier D',
      path: 'ndc-1-land-cable-way',
      gbps: 40,
    },
  ],
  pueDesign: 1.35,
  tier: { scheme: 'TCVN 9250:2021', rating: 3, lightning: 'QCVN 32:2020/BTTTT', earthing: 'QCVN 9:2016/BTTTT' },
  physical: { cameraRetentionDays: 365, entryFactors: 2, supervision: 'around-the-clock' },
  // Two halls of 1,000 and 300 racks were planned (press on Resolution 175/NQ-CP); the hosts are the first equipment, a parameter.
  halls: [
    {
      id: 'hall-a',
      rackGroups: [
        {
          id: 'r1',
          racks: 250,
          powerKw: 2500,
          hosts: [
            { class: 'control-32', count: 4 },
            { class: 'worker-128', count: 26 },
            { class: 'storage-360t', count: 7 },
          ],
        },
        {
          id: 'r2',
          racks: 250,
          powerKw: 2500,
          hosts: [
            { class: 'control-32', count: 4 },
            { class: 'worker-128', count: 26 },
            { class: 'storage-360t', count: 7 },
          ],
        },
        {
          id: 'r3',
          racks: 250,
          powerKw: 2500,
          hosts: [
            { class: 'control-32', count: 4 },
            { class: 'worker-128', count: 26 },
            { class: 'storage-360t', count: 7 },
          ],
        },
        {
          id: 'r4',
          racks: 250,
          powerKw: 2500,
          hosts: [
            { class: 'control-32', count: 4 },
            { class: 'worker-128', count: 26 },
            { class: 'storage-360t', count: 7 },
          ],
        },
      ],
    },
    {
      id: 'hall-b',
      rackGroups: [
        {
          id: 'r5',
          racks: 100,
          powerKw: 1000,
          hosts: [
            { class: 'control-32', count: 4 },
            { class: 'worker-128', count: 26 },
            { class: 'storage-360t', count: 7 },
          ],
        },
        {
          id: 'r6',
          racks: 100,
          powerKw: 1000,
          hosts: [
            { class: 'control-32', count: 4 },
            { class: 'worker-128', count: 26 },
            { class: 'storage-360t', count: 7 },
          ],
        },
        {
          id: 'r7',
          racks: 100,
          powerKw: 1000,
          hosts: [
            { class: 'control-32', count: 4 },
            { class: 'worker-128', count: 26 },
            { class: 'storage-360t', count: 7 },
          ],
        },
      ],
    },
  ],
} satisfies SiteFact;
