import { citationOf, tryFindControl } from '../../../model/controls/control';
import type { System } from '../../../model/tenancy/system';
import type { Text } from '../../../model/text';
import type { Cell, DocumentSection } from '../../document/document';
import { linkTo } from '../../document/link-to';
import { safeName } from '../../text/safe-name';
import { headings } from './headings';
import { nameOf, notKnown, type LegalScope } from '../legal-scope';
import { legalWords as words, systemTypeTexts, tenantKindTexts } from '../legal-words';
import { headingTitle } from './heading-title';

/** Headings 1 to 3: who answers for which systems, and which of them are critical. */
export function identitySections(scope: LegalScope): readonly DocumentSection[] {
  return [agencies(scope), systems(scope), candidates(scope)];
}

function agencies(scope: LegalScope): DocumentSection {
  const rows = scope.owners.map((owner): readonly Cell[] => {
    const ids = (field: 'operator' | 'securityUnit'): Cell => ({
      cells: [...new Set(owner.systems.map(({ system }) => system[field]))].toSorted().map((id) => nameOf(scope, id)),
    });
    const { tenant } = owner;
    return [
      {
        cells: [
          scope.isNation ? linkTo(`owners/${safeName(owner.id)}`, owner.officialName) : owner.officialName,
          { code: owner.id },
        ],
      },
      tenant === undefined ? notKnown : tenantKindTexts[tenant.kind],
      tenant === undefined ? notKnown : { code: tenant.code },
      owner.systems.length,
      ids('securityUnit'),
      ids('operator'),
      notKnown,
      notKnown,
      notKnown,
    ];
  });
  const columns = [
    words.owner,
    words.kind,
    words.officialCode,
    words.systems,
    words.securityUnit,
    words.operator,
    words.mandate,
    words.representative,
    words.address,
  ];
  return {
    id: 'h1',
    title: headingTitle(1),
    notes: [],
    tables: [{ id: 'h1-owners', caption: headings[1], columns, rows }],
  };
}

function systems(scope: LegalScope): DocumentSection {
  const rows = scope.systems.map(({ system }): readonly Cell[] => [
    { cells: [system.officialName, { code: system.id }] },
    ...(scope.isNation ? [nameOf(scope, system.owner)] : []),
    nameOf(scope, system.operator),
    systemTypeTexts[system.type],
    system.level,
    groundsOf(system),
  ]);
  const owner = scope.isNation ? [words.owner] : [];
  return {
    id: 'h2',
    title: headingTitle(2),
    notes: [declaredOnly],
    tables: [
      {
        id: 'h2-systems',
        caption: headings[2],
        columns: [words.system, ...owner, words.operator, words.type, words.level, words.levelBasis],
        rows,
      },
    ],
  };
}

const declaredOnly: Text = {
  vi: '▤ Tên, đơn vị, cấp độ và căn cứ là khai báo của chủ quản; quy tắc so cấp độ với các tiêu chí mà mô hình biết.',
  en: '▤ Names, units, levels and grounds are what the owner declares; rules compare the level with the criteria that the model knows.',
};

function candidates(scope: LegalScope): DocumentSection {
  const critical = scope.systems.filter(({ system }) => system.critical);
  const rows = critical.map(({ system }): readonly Cell[] => [
    { cells: [system.officialName, { code: system.id }] },
    nameOf(scope, system.owner),
    system.level,
    criticalGround(system),
  ]);
  return {
    id: 'h3',
    title: headingTitle(3),
    notes: [
      {
        vi: 'Danh mục do Thủ tướng Chính phủ phê duyệt chưa được ban hành; đây chỉ là các hệ thống có căn cứ đề xuất.',
        en: 'The list that the Prime Minister approves isn’t issued yet; these are systems with a ground to be proposed.',
      },
    ],
    tables: [
      {
        id: 'h3-critical',
        caption: headings[3],
        columns: [words.system, words.owner, words.level, words.ground],
        rows,
      },
    ],
  };
}

/** The clause that makes a system critical. */
function criticalGround({ level }: System): Cell {
  const control = tryFindControl(level === 5 ? 'd331-16.4' : 'd331-16.1');
  if (control === undefined) return notKnown;
  return { cells: [citation(control.id), control.title] };
}

/** The criteria that an owner cites for a level. */
export function groundsOf({ levelBasis }: System): Cell {
  return { cells: levelBasis.map((id) => citation(id)) };
}

function citation(id: string): Cell {
  const control = tryFindControl(id);
  return control === undefined ? { code: id } : { vi: citationOf(control, 'vi'), en: citationOf(control, 'en') };
}
