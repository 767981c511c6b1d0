import { citationOf, controlsOfLevel, type CatalogControl } from '../../model/controls/control';
import { findDataClass } from '../../model/tenancy/data-class';
import type { Text } from '../../model/text';
import type { Cell, DocumentSection } from '../document/document';
import { groundsOf } from '../legal/sections/identity-sections';
import { systemTypeTexts } from '../legal/legal-words';
import { markTexts } from '../text/messages';
import { dossierWords as words } from './dossier-words';
import { missing, ROWS_MAX, type DossierSubject } from './dossier-subject';

/** Levels whose dossier must say more (Art. 22.5). */
const MORE_FROM = 4;

/** Who appraises and approves at which level, and within what time: Articles 18, 20, 23 and 24. */
const AUTHORITY = /^d331-(?:18|20|23)[.-]/;

/** Art. 22.4 and 22.5: the ground of the level; for levels 4 and 5 what depends on the system, and more. */
export function levelSections(subject: DossierSubject): readonly DocumentSection[] {
  const isMore = subject.legal.system.level >= MORE_FROM;
  return [ground(subject), isMore ? dependents(subject) : notAsked, authority(subject)];
}

const moreTitle: Text = {
  vi: '5. Nội dung thêm của cấp độ 4, 5 (khoản 5 Điều 22)',
  en: '5. More for levels 4 and 5 (Art. 22.5)',
};

const notAsked: DocumentSection = {
  id: 'more',
  title: moreTitle,
  notes: [{ vi: 'Không đòi hỏi ở cấp độ này.', en: 'Not asked at this level.' }],
  tables: [],
};

function ground(subject: DossierSubject): DocumentSection {
  const { system } = subject.legal;
  const risks: Text = {
    vi: 'Nguy cơ, rủi ro chính và mức ảnh hưởng dự kiến',
    en: 'Preliminary risks and their effect',
  };
  const rows: readonly (readonly Cell[])[] = [
    [words.level, system.level],
    [words.type, systemTypeTexts[system.type]],
    [words.dataClasses, { cells: system.dataClasses.map((one) => findDataClass(one).officialName) }],
    [words.basis, groundsOf(system)],
    [risks, missing(subject, risks)],
  ];
  return {
    id: 'ground',
    title: { vi: '4. Đề xuất cấp độ (khoản 4 Điều 22)', en: '4. The proposed level (Art. 22.4)' },
    notes: [],
    tables: [{ id: 'ground-table', caption: words.basis, columns: [words.item, words.value], rows }],
  };
}

function dependents(subject: DossierSubject): DocumentSection {
  const { system } = subject.legal;
  const related = new Map<string, Set<Text>>();
  for (const { from, to } of subject.view.model.flowsOf(system.id)) {
    const [other, relation] =
      from.kind === 'zone' && from.system === system.id ? [to, words.calls] : [from, words.called];
    if (other.kind !== 'zone' || other.system === system.id) continue;
    related.set(other.system, (related.get(other.system) ?? new Set()).add(relation));
  }
  const rows = [...related]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, relations]): readonly Cell[] => {
      const found = subject.view.model.trySystem(id);
      return [{ cells: [found?.officialName ?? id, { code: id }] }, found?.level ?? '', { cells: [...relations] }];
    });
  const hidden = rows.length - ROWS_MAX;
  const more: readonly (readonly Cell[])[] = hidden > 0 ? [[words.more, hidden, '']] : [];
  const rest: readonly Text[] = [
    { vi: 'Nguy cơ tấn công mạng và mức độ ảnh hưởng', en: 'Threats of attack and their effect' },
    {
      vi: 'Phạm vi, mức độ ảnh hưởng tới lợi ích công cộng, an ninh quốc gia',
      en: 'Harm to public interest and national security',
    },
    { vi: 'Thuyết minh yêu cầu vận hành 24/7', en: 'Proof of the need to run 24/7' },
    {
      vi: 'Ý kiến chuyên môn của đơn vị chuyên trách (khoản 5 Điều 21)',
      en: 'Opinion of the dedicated unit (Art. 21.5)',
    },
  ];
  return {
    id: 'more',
    title: moreTitle,
    notes: [],
    tables: [
      {
        id: 'more-systems',
        caption: { vi: 'Hệ thống có kết nối', en: 'Systems connected with it' },
        columns: [words.system, words.level, words.direction],
        rows: [...rows.slice(0, ROWS_MAX), ...more],
      },
      {
        id: 'more-rest',
        caption: words.item,
        columns: [words.item, words.value],
        rows: rest.map((name) => [name, missing(subject, name)]),
      },
    ],
  };
}

function authority({ legal }: DossierSubject): DocumentSection {
  const rows = controlsOfLevel(legal.system.level)
    .filter(({ id }) => AUTHORITY.test(id))
    .map((control): readonly Cell[] => [citationCell(control), control.requirement, markTexts[control.mark]]);
  return {
    id: 'authority',
    title: { vi: '6. Thẩm quyền và thời hạn', en: '6. Authority and time limits' },
    notes: [],
    tables: [
      {
        id: 'authority-table',
        caption: { vi: 'Thẩm định, phê duyệt ở cấp độ này', en: 'Appraisal and approval at this level' },
        columns: [words.citation, words.requirement, words.mark],
        rows,
      },
    ],
  };
}

function citationCell(control: CatalogControl): Cell {
  return { cells: [{ vi: citationOf(control, 'vi'), en: citationOf(control, 'en') }, { code: control.id }] };
}
