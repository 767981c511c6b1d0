import type { Text } from '../../model/text';
import type { Cluster } from '../../model/site/cluster';
import type { Isolation } from '../../model/level';
import type { DataSet } from '../../model/tenancy/system';

/** Texts of a level dossier in the terms of Decree 331/2026 Art. 21–24, 29; a missing language doesn't compile. */
export const dossierWords = {
  title: { vi: 'Hồ sơ đề xuất cấp độ', en: 'Level dossier' },
  list: { vi: 'Các hồ sơ đề xuất cấp độ', en: 'The level dossiers' },
  level: { vi: 'Cấp độ đề xuất', en: 'Proposed level' },
  state: { vi: 'Trạng thái', en: 'State' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  articles: {
    vi: 'Điều 21, 22, 29 Nghị định 331/2026/NĐ-CP',
    en: 'Articles 21, 22 and 29 of Decree 331/2026/NĐ-CP',
  },
  item: { vi: 'Nội dung', en: 'Content' },
  value: { vi: 'Giá trị', en: 'Value' },
  owner: { vi: 'Chủ quản hệ thống thông tin', en: 'Owner' },
  operator: { vi: 'Đơn vị vận hành', en: 'Operator' },
  securityUnit: { vi: 'Đơn vị chuyên trách về an ninh mạng', en: 'Dedicated security unit' },
  type: { vi: 'Loại hệ thống', en: 'Type of system' },
  dataClasses: { vi: 'Loại thông tin được xử lý', en: 'Classes of information' },
  basicSubjects: { vi: 'Chủ thể dữ liệu cá nhân cơ bản', en: 'Persons with basic data' },
  sensitiveSubjects: { vi: 'Chủ thể dữ liệu cá nhân nhạy cảm', en: 'Persons with sensitive data' },
  communes: { vi: 'Xã, phường, đặc khu làm việc trong hệ thống', en: 'Communes that work in it' },
  cores: { vi: 'Lõi xử lý được cấp', en: 'Cores granted' },
  memory: { vi: 'Bộ nhớ được cấp (GiB)', en: 'Memory granted (GiB)' },
  storage: { vi: 'Lưu trữ được cấp (GiB)', en: 'Storage granted (GiB)' },
  isolation: { vi: 'Phân tách với hệ thống khác', en: 'Kept apart from others' },
  zone: { vi: 'Vùng mạng', en: 'Zone' },
  site: { vi: 'Địa điểm', en: 'Site' },
  cluster: { vi: 'Cụm', en: 'Cluster' },
  role: { vi: 'Vai trò', en: 'Role' },
  hosts: { vi: 'Số máy chủ', en: 'Hosts' },
  racks: { vi: 'Số nhóm tủ', en: 'Rack groups' },
  storagePool: { vi: 'Cụm lưu trữ', en: 'Storage pool' },
  device: { vi: 'Thiết bị', en: 'Device' },
  place: { vi: 'Vị trí triển khai', en: 'Place' },
  purpose: { vi: 'Mục đích sử dụng', en: 'Purpose' },
  number: { vi: 'Số lượng', en: 'Number' },
  mainNetworkDevice: { vi: 'thiết bị mạng chính', en: 'main network device' },
  serverOfClass: { vi: 'máy chủ', en: 'server' },
  storageOfCluster: { vi: 'lưu trữ của cụm', en: 'storage of the cluster' },
  application: { vi: 'Ứng dụng, dịch vụ', en: 'Application or service' },
  namespace: { vi: 'Không gian tên', en: 'Namespace' },
  make: { vi: 'Chủng loại', en: 'Make or class' },
  operatingSystem: { vi: 'Hệ điều hành máy chủ', en: 'Operating system' },
  private4: { vi: 'Địa chỉ nội bộ IPv4', en: 'Private IPv4' },
  private6: { vi: 'Địa chỉ nội bộ IPv6', en: 'Private IPv6' },
  public: { vi: 'Địa chỉ công khai', en: 'Public addresses' },
  from: { vi: 'Từ', en: 'From' },
  to: { vi: 'Đến', en: 'To' },
  ports: { vi: 'Cổng', en: 'Ports' },
  reason: { vi: 'Lý do', en: 'Reason' },
  internet: { vi: 'Internet', en: 'the Internet' },
  platform: { vi: 'nền tảng', en: 'platform' },
  citation: { vi: 'Điều khoản', en: 'Clause' },
  requirement: { vi: 'Yêu cầu', en: 'Requirement' },
  mark: { vi: 'Nguồn', en: 'Source' },
  judgements: { vi: 'Lần đánh giá', en: 'Judgements' },
  part: { vi: 'Phần của phương án', en: 'Part of the plan' },
  told: { vi: 'Mô hình cho biết', en: 'What the model tells' },
  missing: { vi: 'Chưa có', en: 'Missing' },
  step: { vi: 'Bước', en: 'Step' },
  date: { vi: 'Ngày', en: 'Date' },
  system: { vi: 'Hệ thống thông tin', en: 'Information system' },
  direction: { vi: 'Quan hệ', en: 'Relation' },
  calls: { vi: 'gọi đến', en: 'is called' },
  called: { vi: 'được gọi từ', en: 'calls it' },
  more: { vi: 'dòng nữa trong tệp XLSX bên cạnh', en: 'more rows in the workbook beside' },
  critical: { vi: 'Quan trọng về an ninh quốc gia (Điều 16)', en: 'Critical to national security (Art. 16)' },
  programme: { vi: 'Nội dung của chương trình mà hệ thống đáp ứng', en: 'Rows of the programme that it answers' },
  broker: { vi: 'Vai trò nền tảng chia sẻ dữ liệu', en: 'Sharing platform that it is' },
  dataVolume: { vi: 'Dữ liệu lưu giữ (GiB)', en: 'Data kept (GiB)' },
  podsGranted: { vi: 'Số pod được cấp', en: 'Pods granted' },
  atStandby: { vi: 'tại địa điểm dự phòng', en: 'at the standby' },
  asks: { vi: 'yêu cầu dữ liệu qua nền tảng', en: 'is asked over a platform' },
  provides: { vi: 'nhận yêu cầu dữ liệu qua nền tảng', en: 'asks over a platform' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  found: { vi: 'Đối tượng, nội dung phát hiện', en: 'Subject and finding' },
  exception: { vi: 'Ngoại lệ', en: 'Exception' },
  lastRecord: { vi: 'Hồ sơ gần nhất', en: 'Newest record' },
  dueOn: { vi: 'Hạn', en: 'Due' },
  rhythm: { vi: 'Chu kỳ', en: 'How often' },
  declaredNote: {
    vi: 'Hồ sơ này sinh từ mô hình và kết quả đánh giá. ▤ là khai báo, ✔ là quy tắc đã chứng minh, ○ là điều mô hình không có và người lập hồ sơ phải bổ sung; mọi điều còn thiếu được liệt kê ở mục cuối.',
    en: 'This dossier is made from the model and the judgements. ▤ is declared, ✔ is proved by rules, ○ isn’t in the model and who makes the dossier must add it; the last section lists all that is missing.',
  },
} as const satisfies Record<string, Text>;

/** How a system is kept apart, in words (Decree 331/2026 Art. 30.8, 30.9). */
export const isolationTexts: Readonly<Record<Isolation, Text>> = {
  logical: { vi: 'tách lô-gic', en: 'logically' },
  physical: { vi: 'tách vật lý', en: 'physically' },
};

/** What a cluster is for, in words. */
export const clusterRoleTexts: Readonly<Record<Cluster['role'], Text>> = {
  management: { vi: 'quản trị', en: 'management' },
  shared: { vi: 'dùng chung', en: 'shared' },
  dedicated: { vi: 'dành riêng', en: 'dedicated' },
};

/** What keeps a data set, in words. */
export const engineTexts: Readonly<Record<DataSet['engine'], Text>> = {
  postgresql: { vi: 'cơ sở dữ liệu PostgreSQL', en: 'PostgreSQL database' },
  'object-store': { vi: 'kho đối tượng', en: 'object store' },
};
