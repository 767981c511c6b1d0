import type { SiteFact } from '../../../model/facts/site-fact';

export default {
  kind: 'leased',
  officialName: { vi: 'Năng lực thuê tại Hà Nội', en: 'Leased capacity in Hà Nội' },
  slot: 100,
  location: {
    latitude: 21.03,
    longitude: 105.8,
    country: 'VN',
    basis: 'parameter',
    note: {
      vi: 'Địa điểm thuê trong nước; là tham số, không phải hợp đồng có thật.',
      en: 'A rented place in the country; a parameter, not a real contract.',
    },
  },
  operator: 'mps',
  provider: 'aws',
  placement: 'outposts',
  // Control data only; state data stays on the placement in the country (Decree 163/2024 Art. 30.1).
  controlRegion: 'ap-southeast-1',
  availabilityZone: 'ap-southeast-1a',
  // Identifiers of the right form that belong to nobody.
  outpostId: 'op-0123456789abcdef0',
  accountId: '111122223333',
  keyStore: { id: 'ndc-1-external-key-store', country: 'VN' },
  contract: { id: 'LEASE-PARAMETER-01', securityDuties: true },
} satisfies SiteFact;
