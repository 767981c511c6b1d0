import { defineFormat } from '../define-format';
import { dossierFiles } from '../dossier-pack/dossier-files';

export default defineFormat({
  folder: 'dossiers',
  summary: {
    vi: 'hồ sơ đề xuất cấp độ của từng hệ thống thông tin',
    en: 'the level dossier of each information system',
  },
  reader: 'owner',
  print: true,
  kinds: [
    {
      paths: ['{language}/index.html', '{language}/index.md'],
      holds: { vi: 'danh sách hồ sơ', en: 'the list of dossiers' },
    },
    {
      paths: ['{language}/systems/{system}.html', '{language}/systems/{system}.md'],
      holds: { vi: 'hồ sơ của một hệ thống', en: 'the dossier of one system' },
    },
    {
      paths: ['{language}/systems/{system}.xlsx'],
      holds: { vi: 'các danh mục của hồ sơ đó, không rút gọn', en: 'the lists of that dossier, whole' },
    },
    {
      paths: ['{language}/flows.csv'],
      holds: { vi: 'các luồng của mọi hệ thống', en: 'the flows of all systems' },
    },
    {
      paths: ['{language}/exchanges.csv'],
      holds: { vi: 'các trao đổi qua nền tảng chia sẻ', en: 'the exchanges over sharing platforms' },
    },
    {
      paths: ['{language}/devices.csv'],
      holds: { vi: 'danh mục thiết bị của mọi hệ thống', en: 'the devices of all systems' },
    },
    {
      paths: ['{language}/applications.csv'],
      holds: { vi: 'danh mục ứng dụng của mọi hệ thống', en: 'the applications of all systems' },
    },
    {
      paths: ['{language}/zones.csv'],
      holds: { vi: 'vùng và địa chỉ của mọi hệ thống', en: 'the zones and addresses of all systems' },
    },
    {
      paths: ['{language}/hosts.csv'],
      holds: { vi: 'từng máy chủ theo tên', en: 'every server by name' },
    },
  ],
  files: dossierFiles,
});
