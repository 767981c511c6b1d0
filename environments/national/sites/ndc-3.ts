import type { SiteFact } from '../../../model/facts/site-fact';

export default {
  kind: 'national-data-center',
  officialName: { vi: 'Trung tâm Dữ liệu quốc gia số 3', en: 'National Data Center No. 3' },
  slot: 99,
  podSlot: 2,
  location: {
    latitude: 10.95,
    longitude: 106.82,
    country: 'VN',
    basis: 'parameter',
    note: {
      vi: 'Pháp luật chưa xác định địa điểm; chọn khu vực gần Thành phố Hồ Chí Minh làm tham số.',
      en: 'The law has not fixed the place; a place near TP. Hồ Chí Minh is chosen as a parameter.',
    },
  },
  operator: 'mps',
  standby: 'ndc-1',
  serves: ['75', '79', '80', '82', '86', '91', '92', '96'],
  feeds: [
    { id: 'feed-a', substation: 'Substation A of ndc-3', mw: 10 },
    { id: 'feed-b', substation: 'Substation B of ndc-3', mw: 10 },
  ],
  // Carriers and ways are placeholders of parameters, not contracts.
  uplinks: [
    { id: 'tslcd-1', kind: 'tslcd', carrier: 'Carrier A', path: 'ndc-3-tslcd-way-1', gbps: 100 },
    { id: 'tslcd-2', kind: 'tslcd', carrier: 'Carrier B', path: 'ndc-3-tslcd-way-2', gbps: 100 },
    { id: 'inter-site-1', kind: 'inter-site', carrier: 'Carrier A', path: 'ndc-3-backbone-way-1', gbps: 400 },
    { id: 'inter-site-2', kind: 'inter-site', carrier: 'Carrier B', path: 'ndc-3-backbone-way-2', gbps: 400 },
    { id: 'domestic-1', kind: 'internet-domestic', carrier: 'Carrier A', path: 'ndc-3-exchange-way-1', gbps: 100 },
    { id: 'domestic-2', kind: 'internet-domestic', carrier: 'Carrier C', path: 'ndc-3-exchange-way-2', gbps: 100 },
    {
      id: 'international-1',
      kind: 'internet-international',
      carrier: 'Carrier C',
      path: 'ndc-3-sea-cable-way',
      gbps: 40,
    },
    {
      id: 'international-2',
      kind: 'internet-international',
      carrier: 'Carrier D',
      path: 'ndc-3-land-cable-way',
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
          racks: 100,
          powerKw: 1000,
          hosts: [
            { class: 'control-32', count: 4 },
            { class: 'worker-128', count: 26 },
            { class: 'storage-360t', count: 7 },
          ],
        },
        {
          id: 'r2',
          racks: 100,
          powerKw: 1000,
          hosts: [
            { class: 'control-32', count: 4 },
            { class: 'worker-128', count: 26 },
            { class: 'storage-360t', count: 7 },
          ],
        },
        {
          id: 'r3',
          racks: 100,
          powerKw: 1000,
          hosts: [
            { class: 'control-32', count: 4 },
            { class: 'worker-128', count: 26 },
            { class: 'storage-360t', count: 7 },
          ],
        },
        {
          id: 'r4',
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
    {
      id: 'hall-b',
      rackGroups: [
        {
          id: 'r5',
          racks: 60,
          powerKw: 600,
          hosts: [
            { class: 'control-32', count: 4 },
            { class: 'worker-128', count: 26 },
            { class: 'storage-360t', count: 7 },
          ],
        },
        {
          id: 'r6',
          racks: 60,
          powerKw: 600,
          hosts: [
            { class: 'control-32', count: 4 },
            { class: 'worker-128', count: 26 },
            { class: 'storage-360t', count: 7 },
          ],
        },
        {
          id: 'r7',
          racks: 60,
          powerKw: 600,
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
