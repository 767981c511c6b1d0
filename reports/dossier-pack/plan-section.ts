import type { Text } from '../../model/text';
import type { System } from '../../model/tenancy/system';
import type { Cell, DocumentSection } from '../document/document';
import { stateTone } from '../legal/sections/plan-tone';
import { notKnown } from '../legal/legal-scope';
import { markTexts, stateTexts } from '../text/messages';
import { mediumTexts } from '../text/terms';
import { dossierWords as words, isolationTexts } from './dossier-words';
import { missing, type DossierSubject } from './dossier-subject';

/** The seven parts of the security plan (Decree 331/2026 Art. 29.2), with what the model tells of each. */
const parts: readonly { readonly name: Text; readonly told: (system: System) => readonly Cell[] }[] = [
  {
    name: { vi: 'a) Thiết kế, xây dựng', en: 'a) Design and build' },
    told: ({ zones, isolation }) => [
      isolationTexts[isolation],
      { vi: `${zones.length} vùng mạng`, en: `${zones.length} zones` },
    ],
  },
  { name: { vi: 'b) Vận hành', en: 'b) Operation' }, told: () => [] },
  { name: { vi: 'c) Kiểm tra, đánh giá', en: 'c) Inspection' }, told: () => [] },
  { name: { vi: 'd) Quản lý rủi ro', en: 'd) Risk' }, told: () => [] },
  {
    name: { vi: 'đ) Giám sát', en: 'đ) Monitoring' },
    told: ({ logRetentionDays }) => [
      { vi: `Giữ nhật ký ${logRetentionDays} ngày`, en: `Logs are kept ${logRetentionDays} days` },
    ],
  },
  {
    name: { vi: 'e) Dự phòng, ứng phó sự cố, khôi phục', en: 'e) Redundancy, incidents, recovery' },
    told: recoveryCells,
  },
  { name: { vi: 'g) Kết thúc vận hành', en: 'g) End of life' }, told: () => [] },
];

function recoveryCells({ recovery, backup, backupManagedElsewhere: elsewhere }: System): readonly Cell[] {
  const { rpoMinutes: rpo, rtoMinutes: rto } = recovery;
  const goals = { vi: `RPO ${rpo} phút, RTO ${rto} phút`, en: `RPO ${rpo} minutes, RTO ${rto} minutes` };
  if (backup === undefined) return [goals, ...(elsewhere === undefined ? [] : [elsewhere.by, elsewhere.evidence])];
  const copies = backup.copies.map(({ site, medium }): Cell => {
    const { vi, en } = mediumTexts[medium];
    return { vi: `${site}: ${vi}`, en: `${site}: ${en}` };
  });
  const { restoreTestDays: days } = backup;
  return [goals, ...copies, { vi: `Thử khôi phục mỗi ${days} ngày`, en: `Restore is tested every ${days} days` }];
}

/** Art. 22.6 and 29.2: the seven parts of the plan, and each requirement of the level with its state. */
export function planSection(subject: DossierSubject): DocumentSection {
  const { system, requirements } = subject.legal;
  const rows = parts.map(({ name, told }): readonly Cell[] => {
    const text: Text = { vi: `Thuyết minh phần ${name.vi}`, en: `Text of the part ${name.en}` };
    const cells = told(system);
    return [name, cells.length === 0 ? notKnown : { cells }, missing(subject, text)];
  });
  return {
    id: 'plan',
    title: { vi: '7. Phương án bảo đảm an ninh mạng (Điều 29)', en: '7. The security plan (Art. 29)' },
    notes: [],
    tables: [
      { id: 'plan-parts', caption: words.part, columns: [words.part, words.told, words.missing], rows },
      {
        id: 'plan-requirements',
        caption: { vi: 'Từng yêu cầu của cấp độ (khoản 6 Điều 22)', en: 'Each requirement of the level (Art. 22.6)' },
        columns: [words.citation, words.requirement, words.mark, words.state, words.judgements],
        rows: requirements.map(({ clause, state, own, shared }) => [
          clause.citation,
          clause.title,
          markTexts[clause.mark],
          { state: stateTexts[state], tone: stateTone(state) },
          own + shared,
        ]),
      },
    ],
  };
}
