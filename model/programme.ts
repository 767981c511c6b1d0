import type { Text } from './text';

/** The five press texts on Decision 2629/QĐ-TTg and Plan 02-KH/BCĐTW, as the sources of the programme number them. */
export const programmeDocuments = ['000', '001', '002', '003', '004'] as const;

/** Number of a programme document. */
export type ProgrammeDocument = (typeof programmeDocuments)[number];

/** One row of the programme: a system that must exist, or a target that is measured. */
export interface ProgrammeRow {
  /** Stable id that system facts name in `programme`. */
  readonly id: string;
  readonly officialName: Text;
  /** `system` must be answered by at least one declared system; `target` is measured, and may be. */
  readonly kind: 'system' | 'target';
  readonly documents: readonly ProgrammeDocument[];
  /** The figure or date that the documents state.
   * @default - the documents state none
   */
  readonly figure?: Text;
  /** Where the documents say different things.
   * @default - they agree, or only one speaks of it
   */
  readonly difference?: Text;
}

const ALL_BUT_003: readonly ProgrammeDocument[] = ['000', '001', '002', '004'];
const INFRASTRUCTURE: readonly ProgrammeDocument[] = ['001', '004'];

/**
 * The programme of the digital government as its documents state it (documents 000–004 on Decision
 * 2629/QĐ-TTg and Plan 02-KH/BCĐTW), and the monitoring center that document 003 reports from.
 */
export const programmeRows = [
  {
    id: 'national-data-center-clusters',
    officialName: { vi: 'Các cụm trung tâm dữ liệu quốc gia', en: 'National data center clusters' },
    kind: 'system',
    documents: INFRASTRUCTURE,
    figure: { vi: 'ít nhất 3 cụm', en: 'at least 3' },
    difference: {
      vi: 'Con số ít nhất 3 cụm và Nghị quyết 175/NQ-CP chỉ có trong văn bản 001 và 004; 000 và 002 nói về trung tâm dữ liệu xanh quy mô lớn.',
      en: 'Only documents 001 and 004 state at least 3 clusters and Resolution 175/NQ-CP; 000 and 002 speak of large green data centers.',
    },
  },
  {
    id: 'unified-cloud',
    officialName: {
      vi: 'Trung tâm Dữ liệu quốc gia và hạ tầng điện toán đám mây thống nhất, hiệu năng cao',
      en: 'National Data Center and the unified high-performance cloud, with centralized storage and backup',
    },
    kind: 'system',
    documents: INFRASTRUCTURE,
  },
  {
    id: 'green-storage-and-compute',
    officialName: {
      vi: 'Hạ tầng lưu trữ, tính toán theo tiêu chuẩn quốc tế và tiêu chuẩn xanh',
      en: 'Storage and compute to international and green standards',
    },
    kind: 'system',
    documents: INFRASTRUCTURE,
    figure: {
      vi: 'theo Quyết định 1132/QĐ-TTg ngày 09/10/2024',
      en: 'under Decision 1132/QĐ-TTg of 9 October 2024',
    },
  },
  {
    id: 'tslcd-network',
    officialName: {
      vi: 'Hạ tầng mạng, Mạng truyền số liệu chuyên dùng cho cơ quan Đảng, Nhà nước',
      en: 'Network infrastructure and the data network of party and state agencies (TSLCD)',
    },
    kind: 'system',
    documents: INFRASTRUCTURE,
  },
  {
    id: 'public-duty-signature',
    officialName: {
      vi: 'Chứng thực chữ ký số chuyên dùng công vụ',
      en: 'Specialized public-duty signature authentication',
    },
    kind: 'system',
    documents: ['001', '003', '004'],
    figure: { vi: 'mọi cơ quan nhà nước', en: 'all state agencies' },
  },
  {
    id: 'online-meeting',
    officialName: {
      vi: 'Nền tảng họp trực tuyến quốc gia',
      en: 'National online meeting platform',
    },
    kind: 'system',
    documents: ['001', '003', '004'],
    figure: {
      vi: 'từ trung ương đến cơ sở; văn bản 003: tiêu chí đạt trên 90%',
      en: 'central to local; document 003: criterion above 90%',
    },
  },
  {
    id: 'shared-platforms',
    officialName: {
      vi: 'Nền tảng số quốc gia, nền tảng số dùng chung của ngành, lĩnh vực',
      en: 'National digital platforms and shared sector platforms',
    },
    kind: 'system',
    documents: ALL_BUT_003,
    figure: {
      vi: '100% hoàn thành và đưa vào sử dụng, 2025–2027',
      en: '100% complete and in use, 2025–2027',
    },
  },
  {
    id: 'databases',
    officialName: {
      vi: 'Cơ sở dữ liệu quốc gia, cơ sở dữ liệu chuyên ngành, cơ sở dữ liệu dùng chung',
      en: 'National, specialized and shared databases',
    },
    kind: 'system',
    documents: ALL_BUT_003,
  },
  {
    id: 'open-data',
    officialName: { vi: 'Dữ liệu mở', en: 'Open data' },
    kind: 'system',
    documents: ALL_BUT_003,
    figure: { vi: '100% cơ quan, 2028–2030', en: '100% of agencies, 2028–2030' },
  },
  {
    id: 'data-exchange',
    officialName: {
      vi: 'Nền tảng dữ liệu, sàn dữ liệu, thị trường dữ liệu',
      en: 'Data platform, exchange and market',
    },
    kind: 'system',
    documents: ALL_BUT_003,
  },
  {
    id: 'reporting-system',
    officialName: { vi: 'Hệ thống thông tin báo cáo', en: 'Reporting information system' },
    kind: 'system',
    documents: INFRASTRUCTURE,
    figure: { vi: '100% chế độ báo cáo, 2025–2027', en: '100% of report regimes, 2025–2027' },
  },
  {
    id: 'work-files',
    officialName: {
      vi: 'Xử lý hồ sơ công việc trên môi trường điện tử và ký số cá nhân',
      en: 'Electronic work-file handling and personal signatures',
    },
    kind: 'system',
    documents: ALL_BUT_003,
    figure: {
      vi: '100% ở bộ, tỉnh, xã, trừ bí mật nhà nước, 2025–2027',
      en: '100% in ministries, provinces and communes except state secrets, 2025–2027',
    },
  },
  {
    id: 'task-monitoring',
    officialName: {
      vi: 'Theo dõi nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao',
      en: 'Monitoring of tasks assigned by the Government and the Prime Minister',
    },
    kind: 'system',
    documents: INFRASTRUCTURE,
    figure: { vi: '100%, 2025–2027', en: '100%, 2025–2027' },
  },
  {
    id: 'online-public-services',
    officialName: { vi: 'Dịch vụ công trực tuyến', en: 'Online public services' },
    kind: 'system',
    documents: ALL_BUT_003,
    figure: {
      vi: 'toàn trình 100% thủ tục đủ điều kiện; doanh nghiệp cung cấp giấy tờ một lần 100%; mức hài lòng 95% rồi 99%',
      en: 'full process for 100% of eligible procedures; once-only for 100% of business documents; satisfaction 95%, then 99%',
    },
  },
  {
    id: 'ai-services',
    officialName: { vi: 'Dịch vụ có trí tuệ nhân tạo hỗ trợ', en: 'AI-supported services' },
    kind: 'system',
    documents: ALL_BUT_003,
    figure: { vi: '50% dịch vụ thiết yếu, 2028–2030', en: '50% of essential services, 2028–2030' },
    difference: {
      vi: '000 và 002: hỗ trợ chủ động theo vòng đời; 001 và 004: chủ động cung cấp, cá nhân hóa, thông báo, gợi ý bằng trí tuệ nhân tạo.',
      en: '000 and 002: actively supported through the life cycle; 001 and 004: deployed proactively with personalization, notice and suggestion.',
    },
  },
  {
    id: 'interconnection',
    officialName: {
      vi: 'Kết nối, liên thông hệ thống',
      en: 'Interconnection of systems through data-sharing services',
    },
    kind: 'system',
    documents: INFRASTRUCTURE,
    figure: { vi: '100%, 2028–2030', en: '100%, 2028–2030' },
  },
  {
    id: 'security-dossier',
    officialName: {
      vi: 'Hồ sơ cấp độ an ninh mạng được phê duyệt trước khi vận hành, kiểm tra, đánh giá định kỳ',
      en: 'Security dossier approved before operation, then periodic inspection and assessment',
    },
    kind: 'target',
    documents: ALL_BUT_003,
    figure: {
      vi: '100% hệ thống phục vụ chính phủ số',
      en: '100% of systems that serve digital government',
    },
  },
  {
    id: 'digitized-records',
    officialName: {
      vi: 'Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính và tái sử dụng',
      en: 'Digitized records and results, and their reuse',
    },
    kind: 'system',
    documents: ALL_BUT_003,
    figure: { vi: 'số hóa 100%; tái sử dụng 80%', en: '100% digitized; 80% reused' },
    difference: {
      vi: '000 và 002: ít nhất 80%; 001 và 004: 80%.',
      en: '000 and 002: at least 80%; 001 and 004: 80%.',
    },
  },
  {
    id: 'data-governance-maturity',
    officialName: { vi: 'Mức độ trưởng thành quản trị dữ liệu', en: 'Data-governance maturity' },
    kind: 'target',
    documents: ALL_BUT_003,
    figure: {
      vi: '100% mức 3 (2025–2027); 100% mức 4 và 90% mức 5 (2028–2030)',
      en: '100% level 3 (2025–2027); 100% level 4 and 90% level 5 (2028–2030)',
    },
    difference: {
      vi: 'Giai đoạn 2028–2030: 000 và 002 ghi mức 4, trong đó 90% mức 5; 001 và 004 ghi 100% mức 4 và 90% mức 5.',
      en: '2028–2030: 000 and 002 say level 4, of which 90% level 5; 001 and 004 say 100% level 4 and 90% level 5.',
    },
  },
  {
    id: 'ai-application-and-leaders',
    officialName: {
      vi: 'Ứng dụng trí tuệ nhân tạo ở mỗi cơ quan; lãnh đạo có chuyên môn công nghệ',
      en: 'An AI application in each agency; leaders with a technical background',
    },
    kind: 'target',
    documents: ALL_BUT_003,
    figure: {
      vi: 'ít nhất 1 ứng dụng; 25% lãnh đạo (001 và 004 ghi giai đoạn 2028–2030)',
      en: 'at least 1 application; 25% of leaders (dated 2028–2030 in 001 and 004)',
    },
  },
  {
    id: 'staff',
    officialName: {
      vi: 'Kỹ năng số cơ bản và chứng chỉ quản trị dữ liệu của cán bộ',
      en: 'Basic digital skills and data-governance certificates of staff',
    },
    kind: 'target',
    documents: INFRASTRUCTURE,
    figure: { vi: '100%; 50% rồi 100%', en: '100%; 50%, then 100%' },
  },
  {
    id: 'task-groups',
    officialName: {
      vi: 'Chín nhóm nhiệm vụ: thể chế; dữ liệu; ứng dụng, nền tảng; hạ tầng; an ninh mạng; nhân lực; hợp tác; tài chính; đo lường, giám sát',
      en: 'Nine task groups: institutions; data; applications and platforms; infrastructure; cybersecurity; people; cooperation; finance; measurement and monitoring',
    },
    kind: 'target',
    documents: ALL_BUT_003,
    figure: { vi: '9 nhóm', en: '9' },
  },
  {
    id: 'kh02-monitoring',
    officialName: {
      vi: 'Trung tâm giám sát, điều hành thực hiện Kế hoạch 02-KH/BCĐTW',
      en: 'Monitoring and operations center of Plan 02-KH/BCĐTW',
    },
    kind: 'system',
    documents: ['003'],
    figure: {
      vi: 'trạng thái xanh, vàng, đỏ theo tỉnh và xã; 34/34 tỉnh xanh (31/7/2025)',
      en: 'green, yellow or red by province and commune; 34 of 34 provinces green (31 July 2025)',
    },
  },
] as const satisfies readonly ProgrammeRow[];

/** Id of a programme row. */
export type ProgrammeId = (typeof programmeRows)[number]['id'];

/** The row of an id; undefined when the programme has none. */
export function findProgrammeRow(id: string): ProgrammeRow | undefined {
  return programmeRows.find((row) => row.id === id);
}
