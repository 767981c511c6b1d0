import { byEvidence, byRule, records, topicOnly } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { clauseOfFirst, sourcesOfLevels, tcvn14423 } from '../../tcvn-14423';

const codeChecks = byEvidence({
  vi: 'kết quả kiểm tra mã nguồn và thư viện',
  en: 'the result of checking code and libraries',
});

/** TCVN 14423:2026: secure development, components, environments and acceptance. */
export default defineInstrument({
  ...tcvn14423,
  controls: [
    {
      id: 'tcvn-14423-4-outsourced-development',
      clause: { vi: 'cấp độ 2 (nguồn không nêu số mục)', en: 'level 2 (the source gives no clause number)' },
      title: { vi: 'Điều khoản thuê ngoài phát triển', en: 'Terms for outsourced development' },
      requirement: {
        vi: 'Thuê ngoài phát triển phần mềm có điều khoản về an ninh mạng.',
        en: 'Outsourced development has terms on security.',
      },
      levels: [2],
      sourceKeys: sourcesOfLevels([2]),
      crosswalk: crosswalks.supplier,
      automation: records.contract,
    },
    {
      id: 'tcvn-14423-6.15',
      clause: '6.15',
      title: { vi: 'Nhà cung cấp, đám mây (chỉ rõ chủ đề)', en: 'Suppliers, cloud (topic known only)' },
      requirement: {
        vi: 'Nguồn chỉ nêu số nhóm mục này cho chủ đề nhà cung cấp và đám mây trong bảng đối chiếu; nội dung chưa được đọc.',
        en: 'The source names this clause group for the topic of suppliers and cloud in its crosswalk only; its content was not read.',
      },
      levels: [4],
      mark: 'uncertain',
      sourceKeys: ['MX', 'KB'],
      crosswalk: crosswalks.supplier,
      automation: topicOnly,
    },
    {
      id: 'tcvn-14423-5.17',
      clause: '5.17',
      title: { vi: 'Phát triển an toàn', en: 'Secure development' },
      requirement: {
        vi: 'Theo quy trình phát triển an toàn; kiểm tra điểm yếu của mã nguồn và thư viện trước khi vận hành.',
        en: 'Development follows a secure life cycle; code and libraries are checked for weaknesses before go-live.',
      },
      levels: [3],
      sourceKeys: sourcesOfLevels([3]),
      crosswalk: crosswalks.provenance,
      automation: codeChecks,
    },
    {
      id: 'tcvn-14423-6.16.2.9a',
      clause: clauseOfFirst('6.16.2.9 a'),
      title: { vi: 'Kiểm tra mã nguồn và thư viện', en: 'Check of code and libraries' },
      requirement: {
        vi: 'Kiểm tra điểm yếu của mã nguồn và thư viện trước khi đưa vào vận hành.',
        en: 'Code and libraries are checked for weaknesses before go-live.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      crosswalk: crosswalks.provenance,
      automation: codeChecks,
    },
    {
      id: 'tcvn-14423-6.16.2.4',
      clause: '6.16.2.4',
      title: { vi: 'Danh mục thành phần phần mềm', en: 'Software bill of materials' },
      requirement: {
        vi: 'Có danh mục thành phần phần mềm (SBOM) kèm rủi ro từng thành phần, cập nhật mỗi quý.',
        en: 'A bill of materials (SBOM) with the risk of each component is kept, refreshed every quarter.',
      },
      levels: [4],
      sourceKeys: sourcesOfLevels([4]),
      parameters: { sbomRefreshDaysMax: 90 },
      crosswalk: crosswalks.provenance,
      automation: records.billOfMaterials,
    },
    {
      id: 'tcvn-14423-7.16.2.4c',
      clause: '7.16.2.4 c',
      title: { vi: 'Danh mục thành phần phần mềm', en: 'Software bill of materials' },
      requirement: {
        vi: 'Có danh mục thành phần phần mềm (SBOM) kèm rủi ro từng thành phần, cập nhật mỗi tháng.',
        en: 'A bill of materials (SBOM) with the risk of each component is kept, refreshed every month.',
      },
      levels: [5],
      sourceKeys: sourcesOfLevels([5]),
      parameters: { sbomRefreshDaysMax: 30 },
      crosswalk: crosswalks.provenance,
      automation: records.billOfMaterials,
    },
    {
      id: 'tcvn-14423-6.16.2.5',
      clause: {
        vi: 'mục 6.16.2.5, 6.16.2.7 (số mục của cấp độ 4)',
        en: 'clauses 6.16.2.5, 6.16.2.7 (numbers at level 4)',
      },
      title: { vi: 'Tách môi trường phát triển', en: 'Separate environments, no secrets in code' },
      requirement: {
        vi: 'Môi trường phát triển, kiểm thử và vận hành tách nhau; mã nguồn không chứa thông tin bí mật.',
        en: 'Development, test and production are apart; code holds no secrets.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      crosswalk: crosswalks.configuration,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-5.12.2.3d',
      clause: '5.12.2.3 d',
      title: { vi: 'Giám sát độc lập kiểm thử, nghiệm thu', en: 'Independent supervision of acceptance' },
      requirement: {
        vi: 'Kiểm thử, nghiệm thu có bên giám sát độc lập với bên xây dựng.',
        en: 'Somebody independent of the builder supervises test and acceptance.',
      },
      levels: [3],
      sourceKeys: sourcesOfLevels([3]),
      crosswalk: crosswalks.configuration,
      automation: records.approval,
    },
    {
      id: 'tcvn-14423-6.12.2.7c',
      clause: clauseOfFirst('6.12.2.7 c'),
      title: { vi: 'Giám sát độc lập kiểm thử, nghiệm thu', en: 'Independent supervision of acceptance' },
      requirement: {
        vi: 'Kiểm thử, nghiệm thu có bên giám sát độc lập với bên xây dựng.',
        en: 'Somebody independent of the builder supervises test and acceptance.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      crosswalk: crosswalks.configuration,
      automation: records.approval,
    },
  ],
});
