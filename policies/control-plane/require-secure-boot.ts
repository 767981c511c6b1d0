import { textAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { resourceSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Mọi máy chủ vật lý khởi động an toàn và được xóa đĩa trước khi dùng lại',
    en: 'every physical host boots securely, and its disks are cleaned before it is used again',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'Không có Secure Boot, mã độc trong bộ khởi động sống sót qua mọi lần cài lại; đĩa không xóa lộ dữ liệu của hệ thống trước.',
    en: 'Without Secure Boot malware in the boot loader outlives every reinstallation; a disk that isn’t cleaned shows the data of the system before.',
  },
  fix: {
    vi: 'Đặt bootMode là UEFISecureBoot và automatedCleaningMode là metadata.',
    en: 'Set bootMode to UEFISecureBoot and automatedCleaningMode to metadata.',
  },
  subjects: ({ view }) => resourceSubjects(view.resources.ofKind('BareMetalHost', 'metal3.io/')),
  check({ of: { body } }) {
    const mode = textAt(body, 'spec', 'bootMode') ?? 'not set';
    if (mode !== 'UEFISecureBoot') return fail('spec.bootMode', mode, 'UEFISecureBoot');
    const cleaning = textAt(body, 'spec', 'automatedCleaningMode') ?? 'metadata';
    return cleaning === 'metadata' ? pass : fail('spec.automatedCleaningMode', cleaning, 'metadata');
  },
});
