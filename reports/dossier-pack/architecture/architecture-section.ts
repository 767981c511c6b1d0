import type { Text } from '../../../model/text';
import type { DocumentSection } from '../../document/document';
import type { DossierSubject } from '../dossier-subject';
import { addressTables } from './address-tables';
import { applicationTable } from './application-table';
import { deviceTable } from './device-table';
import { flowTables } from './flow-tables';
import { siteTables } from './site-tables';

/** Art. 22.3 d: logical and physical model, devices, applications, zones and addresses. */
export function architectureSection(subject: DossierSubject): DocumentSection {
  return {
    id: 'architecture',
    title: { vi: '3. Kiến trúc (điểm d khoản 3 Điều 22)', en: '3. Architecture (Art. 22.3 d)' },
    notes: [
      {
        vi: 'Mô hình lô-gic là các vùng và luồng được khai báo; điều không có trong bảng thì bị chặn.',
        en: 'The logical model is the zones and the declared flows; what is not listed is denied.',
      },
      {
        vi: 'Máy chủ được gộp theo loại và nhóm tủ; tên từng máy chủ có trong tệp hosts.csv. Cụm dùng chung còn phục vụ các hệ thống khác.',
        en: 'Servers are told by class and rack group; hosts.csv names each. A shared cluster serves other systems too.',
      },
      registrationNote(subject),
    ],
    tables: [
      ...flowTables(subject),
      ...siteTables(subject),
      deviceTable(subject),
      applicationTable(subject),
      ...addressTables(subject),
    ],
  };
}

function registrationNote({ view }: DossierSubject): Text {
  const { id, reviewedOn } = view.model.nation.addresses.registration;
  return {
    vi: `▤ Quy hoạch địa chỉ đăng ký với đơn vị quản lý địa chỉ mạng TSLCD: ${id}, rà soát ngày ${reviewedOn}.`,
    en: `▤ The address plan is registered with the manager of TSLCD addresses: ${id}, reviewed on ${reviewedOn}.`,
  };
}
