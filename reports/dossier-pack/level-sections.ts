import { citationOf, controlsOfLevel, type CatalogControl } from '../../model/controls/control';
import { findDataClass } from '../../model/tenancy/data-class';
import type { System } from '../../model/tenancy/system';
import type { Text } from '../../model/text';
import type { Cell, DocumentSection } from '../document/document';
import { groundsOf } from '../legal/sections/identity-sections';
import { systemTypeTexts } from '../legal/legal-words';
import { markTexts } from '../text/messages';
import { dossierWords as words } from './dossier-words';
import { exchangesOf } from './architecture/flow-tables';
import { missing, systemCell, type DossierSubject } from './dossier-subject';
import { goalsOf } from './plan-told';

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
  const rows = relationsOf(subject).map(([id, relations]): readonly Cell[] => [
    systemCell(subject, id),
    subject.view.model.trySystem(id)?.level ?? '',
    { cells: [...relations] },
  ]);
  const rest: readonly Text[] = [
    { vi: 'Nguy cơ tấn công mạng và mức độ ảnh hưởng', en: 'Threats of attack and their effect' },
    {
      vi: 'Phạm vi, mức độ ảnh hưởng tới lợi ích công cộng, an ninh quốc gia',
      en: 'Harm to public interest and national security',
    },
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
        rows,
      },
      {
        id: 'more-rest',
        caption: words.item,
        columns: [words.item, words.value],
        rows: [
          ...rest.map((name): readonly Cell[] => [name, missing(subject, name)]),
          [allDay, { cells: [goalsOf(system), missing(subject, allDay)] }],
        ],
      },
    ],
  };
}

const allDay: Text = { vi: 'Thuyết minh yêu cầu vận hành 24/7', en: 'Proof of the need to run 24/7' };

/** The other systems that it calls, is called by, or exchanges with over a platform; sorted by id. */
function relationsOf(subject: DossierSubject): readonly (readonly [string, ReadonlySet<Text>])[] {
  const own = subject.legal.system.id;
  const related = new Map<string, Set<Text>>();
  const relate = (other: string, relation: Text): void => {
    if (other !== own) related.set(other, (related.get(other) ?? new Set()).add(relation));
  };
  for (const { from, to } of subject.view.model.flowsOf(own)) {
    const isCaller = from.kind === 'zone' && from.system === own;
    const other = isCaller ? to : from;
    if (other.kind === 'zone') relate(other.system, isCaller ? words.calls : words.called);
  }
  for (const { from, to } of exchangesOf(subject)) {
    if (from.system === own) relate(to.system, words.asks);
    if (to.system === own) relate(from.system, words.provides);
  }
  return [...related].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function authority({ legal }: DossierSubject): DocumentSection {
  const rows = controlsOfLevel(legal.system.level)
    .filter(({ id }) => AUTHORITY.test(id))
    .map((control): readonly Cell[] => [citationCell(control), control.requirement, markTexts[control.mark]]);
  return {
    id: 'authority',
    title: { vi: '6. Thẩm quyền và thời hạn', en: '6. Authority and time limits' },
    notes: isJudgeInOwnCause(legal.system) ? [otherAppraiser] : [],
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

/** Whether the unit that appraises at this level also runs the system (Art. 18.1, 18.4). */
function isJudgeInOwnCause({ level, operator, securityUnit }: System): boolean {
  return level < MORE_FROM && operator === securityUnit;
}

const otherAppraiser: Text = {
  vi: 'Theo khai báo, đơn vị chuyên trách cũng là đơn vị vận hành: một đơn vị khác đủ năng lực hoặc hội đồng độc lập phải thẩm định (khoản 4 Điều 18).',
  en: 'As declared, the dedicated unit also runs the system: another capable unit or an independent council must appraise (Art. 18.4).',
};

function citationCell(control: CatalogControl): Cell {
  return { cells: [{ vi: citationOf(control, 'vi'), en: citationOf(control, 'en') }, { code: control.id }] };
}
