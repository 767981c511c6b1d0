import type { DataCenterFact } from '../../../model/facts/site-fact';
import type { Host, Site } from '../../../model/site/site';
import type { Text } from '../../../model/text';

/** Texts of the architecture in a dossier (Decree 331/2026 Art. 22.3 d); a missing language doesn't compile. */
export const architectureWords = {
  kindOfSite: { vi: 'Loại địa điểm', en: 'Kind of site' },
  location: { vi: 'Vị trí', en: 'Location' },
  siteOperator: { vi: 'Đơn vị quản lý địa điểm', en: 'Who runs the site' },
  standard: { vi: 'Tiêu chuẩn, mức', en: 'Standard and rating' },
  standbyDistance: { vi: 'Khoảng cách đến địa điểm dự phòng (km)', en: 'Kilometers to its standby' },
  link: { vi: 'Đường truyền', en: 'Link' },
  linkKind: { vi: 'Loại đường truyền', en: 'Kind of link' },
  carrier: { vi: 'Nhà cung cấp', en: 'Carrier' },
  way: { vi: 'Hướng vật lý', en: 'Physical way' },
  gbps: { vi: 'Gb/s', en: 'Gb/s' },
  software: { vi: 'Phần mềm nền tảng', en: 'Software of the platform' },
  capacity: { vi: 'Năng lực của cụm', en: 'Capacity of the cluster' },
  carriedBy: { vi: 'Qua nền tảng', en: 'Carried by' },
  provider: { vi: 'Hệ thống cung cấp', en: 'Who provides' },
  asker: { vi: 'Hệ thống yêu cầu', en: 'Who asks' },
  dataClass: { vi: 'Loại thông tin', en: 'Class of information' },
  granted: { vi: 'Tài nguyên được cấp', en: 'Granted' },
  nodeImage: { vi: 'Ảnh đĩa máy chủ', en: 'Disk image of the hosts' },
  addresses: { vi: 'Dùng cho', en: 'Used for' },
  machines: { vi: 'máy chủ', en: 'hosts' },
  pods: { vi: 'pod', en: 'pods' },
  services: { vi: 'dịch vụ trong cụm', en: 'services in the cluster' },
  entry: { vi: 'cổng vào của cụm', en: 'way into the cluster' },
  host: { vi: 'Máy chủ', en: 'Host' },
  hall: { vi: 'Phòng máy', en: 'Hall' },
  rackGroup: { vi: 'Nhóm tủ', en: 'Rack group' },
  cores: { vi: 'Lõi', en: 'Cores' },
  memory: { vi: 'Bộ nhớ (GiB)', en: 'Memory (GiB)' },
  disk: { vi: 'Đĩa (GiB)', en: 'Disk (GiB)' },
  spare: { vi: 'dự phòng, chưa thuộc cụm nào', en: 'a spare of no cluster' },
} as const satisfies Record<string, Text>;

/** Kinds of sites in words. */
export const siteKindTexts: Readonly<Record<Site['kind'], Text>> = {
  'national-data-center': { vi: 'trung tâm dữ liệu quốc gia', en: 'national data center' },
  leased: { vi: 'hạ tầng thuê trong nước', en: 'leased in the country' },
  'tslcd-regional': { vi: 'trung tâm vùng của mạng TSLCD', en: 'regional center of TSLCD' },
  'tslcd-backup': { vi: 'trung tâm dự phòng của mạng TSLCD', en: 'backup center of TSLCD' },
  'tslcd-metro': { vi: 'mạng đô thị của mạng TSLCD', en: 'metro network of TSLCD' },
  'tslcd-provincial': { vi: 'trung tâm tỉnh của mạng TSLCD', en: 'provincial center of TSLCD' },
};

/** Kinds of links in words. */
export const linkKindTexts: Readonly<Record<DataCenterFact['uplinks'][number]['kind'], Text>> = {
  tslcd: { vi: 'mạng truyền số liệu chuyên dùng', en: 'party and state network (TSLCD)' },
  'inter-site': { vi: 'giữa các địa điểm', en: 'between sites' },
  'internet-domestic': { vi: 'Internet trong nước', en: 'domestic Internet' },
  'internet-international': { vi: 'Internet quốc tế', en: 'international Internet' },
};

/** Roles of hosts in words. */
export const hostRoleTexts: Readonly<Record<Host['role'], Text>> = {
  control: { vi: 'máy chủ điều khiển cụm', en: 'server that controls the cluster' },
  worker: { vi: 'máy chủ chạy ứng dụng', en: 'server that runs applications' },
  storage: { vi: 'máy chủ lưu trữ', en: 'server that stores' },
};
