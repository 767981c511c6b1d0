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
  ],
  files: dossierFiles,
});
