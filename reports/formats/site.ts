import { defineFormat } from '../define-format';
import { siteFiles } from '../site/site-files';

export default defineFormat({
  folder: 'site',
  summary: {
    vi: 'trang kiểm toán mở từ tệp: từng cơ quan, hệ thống, điều khoản, quy tắc và bằng chứng',
    en: 'the audit site, opened from its files: every agency, system, clause, rule and its evidence',
  },
  reader: 'auditor',

  kinds: [
    { paths: ['index.html'], holds: { vi: 'tổng quan, nơi bắt đầu', en: 'the overview, where to begin' } },
    {
      paths: ['{page}.html'],
      holds: { vi: 'danh sách, phát hiện, bằng chứng, tìm kiếm', en: 'lists, findings, evidence, search' },
    },
    {
      paths: ['{kind}/{page}.html'],
      holds: {
        vi: 'một cơ quan, hệ thống, địa điểm, cụm, văn bản, điều khoản hoặc quy tắc',
        en: 'one agency, system, site, cluster, instrument, clause or rule',
      },
    },
    {
      paths: ['figures.json'],
      holds: { vi: 'các con số chỉ có ở trang này', en: 'the numbers that only the site counts' },
    },
    {
      paths: ['{script}.js'],
      holds: { vi: 'mã và chỉ mục tìm kiếm của trang', en: 'script and search index of the pages' },
    },
    { paths: ['site.css'], holds: { vi: 'kiểu trình bày của trang', en: 'style of the pages' } },
  ],
  files: siteFiles,
});
