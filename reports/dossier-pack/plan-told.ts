import type { System } from '../../model/tenancy/system';
import type { Text } from '../../model/text';
import type { Cell } from '../document/document';
import { mediumTexts } from '../text/terms';
import { clustersOf, dutiesOf, siteCell, tenantCell, type DossierSubject } from './dossier-subject';
import { isolationTexts } from './dossier-words';

/** One of the seven parts of a security plan, with what the model tells of it for a system. */
export interface PlanPart {
  readonly name: Text;
  /** Empty where it tells nothing. */
  readonly told: (subject: DossierSubject) => readonly Cell[];
}

/** The seven parts (Decree 331/2026 Art. 29.2), in their order. */
export const planParts: readonly PlanPart[] = [
  { name: { vi: 'a) Thiết kế, xây dựng', en: 'a) Design and build' }, told: designCells },
  { name: { vi: 'b) Vận hành', en: 'b) Operation' }, told: operationCells },
  { name: { vi: 'c) Kiểm tra, đánh giá', en: 'c) Inspection' }, told: inspectionCells },
  { name: { vi: 'd) Quản lý rủi ro', en: 'd) Risk' }, told: riskCells },
  { name: { vi: 'đ) Giám sát', en: 'đ) Monitoring' }, told: monitoringCells },
  {
    name: { vi: 'e) Dự phòng, ứng phó sự cố, khôi phục', en: 'e) Redundancy, incidents, recovery' },
    told: recoveryCells,
  },
  { name: { vi: 'g) Kết thúc vận hành', en: 'g) End of life' }, told: endCells },
];

function designCells(subject: DossierSubject): readonly Cell[] {
  const { zones, isolation } = subject.legal.system;
  const versions = new Set(clustersOf(subject).map((one) => `Kubernetes ${one.kubernetes}, Cilium ${one.cilium}`));
  return [isolationTexts[isolation], { vi: `${zones.length} vùng mạng`, en: `${zones.length} zones` }, ...versions];
}

function operationCells(subject: DossierSubject): readonly Cell[] {
  const { identity, timeServers } = subject.view.model.nation;
  const { sessionMinutesMax: most, adminSessionMinutesMax: admin, multiFactor } = identity;
  return [
    tenantCell(subject, subject.legal.system.operator),
    multiFactor
      ? { vi: 'Đăng nhập nhiều yếu tố', en: 'Several factors to sign in' }
      : { vi: 'Đăng nhập một yếu tố', en: 'One factor to sign in' },
    {
      vi: `Phiên đăng nhập tối đa ${most} phút, của quản trị viên ${admin} phút`,
      en: `Sessions last at most ${most} minutes, those of administrators ${admin}`,
    },
    { vi: `${timeServers.length} máy chủ thời gian`, en: `${timeServers.length} time servers` },
  ];
}

function inspectionCells(subject: DossierSubject): readonly Cell[] {
  const own = dutiesOf(subject);
  const { inspections } = subject.legal;
  const attested = own.filter(({ state }) => state === 'attested').length;
  return [
    {
      vi: `✎ ${inspections.length} hồ sơ kiểm tra đã ký trong kỳ`,
      en: `✎ ${inspections.length} signed records of inspections in the window`,
    },
    {
      vi: `✎ ${attested}/${own.length} nghĩa vụ có hồ sơ đã ký còn giá trị`,
      en: `✎ ${attested} of ${own.length} duties attested by signature`,
    },
  ];
}

function riskCells({ legal, report }: DossierSubject): readonly Cell[] {
  const { id } = legal.system;
  const open = report.findings.filter(({ system }) => system === id).length;
  const excused = report.skipped.filter(({ system }) => system === id).length;
  return [
    { vi: `${open} phát hiện còn mở`, en: `${open} open findings` },
    { vi: `${excused} phát hiện được miễn trừ có thời hạn`, en: `${excused} findings excused for a time` },
  ];
}

function monitoringCells({ legal, view }: DossierSubject): readonly Cell[] {
  const { logRetentionDays: days } = legal.system;
  const { siem, nationalCenter } = view.model.nation.security;
  return [
    { vi: `Giữ nhật ký ${days} ngày`, en: `Logs are kept ${days} days` },
    { cells: [{ vi: 'Nơi nhận sự kiện an ninh', en: 'Security events go to' }, { code: siem }] },
    {
      cells: [
        { vi: 'Kết nối trung tâm an ninh mạng quốc gia', en: 'Connection to the national cybersecurity center' },
        { code: nationalCenter },
      ],
    },
  ];
}

/** What may be lost, and how long it may be down. */
export function goalsOf({ recovery }: System): Text {
  const { rpoMinutes: rpo, rtoMinutes: rto } = recovery;
  return { vi: `RPO ${rpo} phút, RTO ${rto} phút`, en: `RPO ${rpo} minutes, RTO ${rto} minutes` };
}

function recoveryCells(subject: DossierSubject): readonly Cell[] {
  const { system } = subject.legal;
  const { backup, backupManagedElsewhere: elsewhere, placements } = system;
  const standby = placements.filter(({ role }) => role === 'standby');
  const warm = standby.map(({ site }): Cell => ({
    cells: [{ vi: 'Địa điểm dự phòng', en: 'Standby site' }, siteCell(subject, site)],
  }));
  const first = [goalsOf(system), ...warm];
  if (backup === undefined) return [...first, ...(elsewhere === undefined ? [] : [elsewhere.by, elsewhere.evidence])];
  const { everyMinutes: every, retentionDays, restoreTestDays: days } = backup;
  const copies = backup.copies.map(({ site, medium, encrypted, lockDays }): Cell => {
    const { vi, en } = mediumTexts[medium];
    const [cipherVi, cipherEn] = encrypted ? ['mã hóa', 'encrypted'] : ['không mã hóa', 'not encrypted'];
    const [lockVi, lockEn] = lockDays === 0 ? ['', ''] : [`, khóa ${lockDays} ngày`, `, locked for ${lockDays} days`];
    return { vi: `${site}: ${vi}, ${cipherVi}${lockVi}`, en: `${site}: ${en}, ${cipherEn}${lockEn}` };
  });
  return [
    ...first,
    {
      vi: `Sao lưu mỗi ${every} phút, giữ ${retentionDays} ngày`,
      en: `Copied every ${every} minutes, kept ${retentionDays} days`,
    },
    ...copies,
    { vi: `Thử khôi phục mỗi ${days} ngày`, en: `Restore is tested every ${days} days` },
  ];
}

/** What is kept by its own time, whatever becomes of the system: logs and copies. */
function endCells({ legal }: DossierSubject): readonly Cell[] {
  const { backup, logRetentionDays } = legal.system;
  const logs = { vi: `Nhật ký được giữ ${logRetentionDays} ngày`, en: `Logs are kept ${logRetentionDays} days` };
  if (backup === undefined) return [logs];
  const { retentionDays: days } = backup;
  return [logs, { vi: `Bản sao lưu được giữ ${days} ngày`, en: `Copies are kept ${days} days` }];
}
