import type { TslcdFact } from '../../../model/facts/network-fact';

export default {
  officialName: {
    vi: 'Mạng truyền số liệu chuyên dùng cho cơ quan Đảng, Nhà nước',
    en: 'Data network of party and state agencies',
  },
  operator: 'cpo',
  regional: [
    {
      id: 'tslcd-regional-north',
      officialName: { vi: 'Trung tâm vùng miền Bắc (Hà Nội)', en: 'TSLCD regional center: north (Hà Nội)' },
      slot: 103,
      province: '01',
    },
    {
      id: 'tslcd-regional-center',
      officialName: { vi: 'Trung tâm vùng miền Trung (Đà Nẵng)', en: 'TSLCD regional center: center (Đà Nẵng)' },
      slot: 104,
      province: '48',
    },
    {
      id: 'tslcd-regional-south',
      officialName: {
        vi: 'Trung tâm vùng miền Nam (TP. Hồ Chí Minh)',
        en: 'TSLCD regional center: south (TP. Hồ Chí Minh)',
      },
      slot: 105,
      province: '79',
    },
  ],
  // Decision 33/2025/QĐ-TTg asks for three; their places are parameters of ours.
  backup: [
    {
      id: 'tslcd-backup-north',
      officialName: { vi: 'Trung tâm dự phòng miền Bắc', en: 'TSLCD backup center: north' },
      slot: 106,
      province: '31',
    },
    {
      id: 'tslcd-backup-center',
      officialName: { vi: 'Trung tâm dự phòng miền Trung', en: 'TSLCD backup center: center' },
      slot: 107,
      province: '46',
    },
    {
      id: 'tslcd-backup-south',
      officialName: { vi: 'Trung tâm dự phòng miền Nam', en: 'TSLCD backup center: south' },
      slot: 108,
      province: '92',
    },
  ],
  metro: [
    {
      id: 'tslcd-metro-ha-noi',
      officialName: { vi: 'Mạng đô thị Hà Nội', en: 'TSLCD metro network: Hà Nội' },
      slot: 109,
      province: '01',
    },
    {
      id: 'tslcd-metro-da-nang',
      officialName: { vi: 'Mạng đô thị Đà Nẵng', en: 'TSLCD metro network: Đà Nẵng' },
      slot: 110,
      province: '48',
    },
    {
      id: 'tslcd-metro-ho-chi-minh',
      officialName: { vi: 'Mạng đô thị TP. Hồ Chí Minh', en: 'TSLCD metro network: TP. Hồ Chí Minh' },
      slot: 111,
      province: '79',
    },
  ],
  provincial: 'every-province',
  addressRegistration: { id: 'TSLCD-PARAMETER-02', reviewedOn: '2026-10-01' },
} satisfies TslcdFact;
