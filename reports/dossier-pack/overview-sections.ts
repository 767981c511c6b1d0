import { findDataClass } from '../../model/tenancy/data-class';
import type { Text } from '../../model/text';
import type { Cell, DocumentSection } from '../document/document';
import { findProgrammeRow } from '../../model/programme';
import type { Namespace } from '../../model/tenancy/namespace';
import type { Footprint } from '../../model/tenancy/system';
import { legalWords, systemTypeTexts, tenantKindTexts } from '../legal/legal-words';
import { brokerTexts } from '../text/agency-messages';
import { dossierWords as words, isolationTexts } from './dossier-words';
import { missing, tenantCell, type DossierSubject } from './dossier-subject';

/** Art. 22.3 a–c: who owns and runs the system, its scope, its scale and whom it serves. */
export function overviewSections(subject: DossierSubject): readonly DocumentSection[] {
  return [identities(subject), scope(subject)];
}

const about: readonly (readonly [(who: Text) => Text])[] = [
  [(who) => ({ vi: `Chức năng, nhiệm vụ, quyền hạn của ${who.vi}`, en: `Functions, tasks and powers: ${who.en}` })],
  [(who) => ({ vi: `Người đại diện, chức vụ của ${who.vi}`, en: `Representative and position: ${who.en}` })],
  [(who) => ({ vi: `Địa chỉ, điện thoại, thư điện tử của ${who.vi}`, en: `Address, telephone, e-mail: ${who.en}` })],
];

function identities(subject: DossierSubject): DocumentSection {
  const { system } = subject.legal;
  const units = [
    [words.owner, system.owner, { vi: 'chủ quản', en: 'owner' }],
    [words.operator, system.operator, { vi: 'đơn vị vận hành', en: 'operator' }],
    [words.securityUnit, system.securityUnit, { vi: 'đơn vị chuyên trách', en: 'dedicated unit' }],
  ] as const;
  const rows = units.flatMap(([title, id, who]): readonly (readonly Cell[])[] => [
    [title, tenantCell(subject, id)],
    ...officialRows(subject, id, who),
    ...about.map(([name]): readonly Cell[] => [name(who), missing(subject, name(who))]),
  ]);
  return {
    id: 'identities',
    title: {
      vi: '1. Chủ quản và đơn vị vận hành (điểm a, b khoản 3 Điều 22)',
      en: '1. Owner and operator (Art. 22.3 a, b)',
    },
    notes: [],
    tables: [{ id: 'identities-table', caption: words.owner, columns: [words.item, words.value], rows }],
  };
}

/** What the model knows of an agency beside its name. */
function officialRows({ view }: DossierSubject, id: string, who: Text): readonly (readonly Cell[])[] {
  const found = view.model.tryTenant(id);
  if (found === undefined) return [];
  const of = (text: Text): Text => ({ vi: `${text.vi}: ${who.vi}`, en: `${text.en}: ${who.en}` });
  return [
    [of(legalWords.kind), tenantKindTexts[found.kind]],
    [of(legalWords.officialCode), { code: found.code }],
  ];
}

function scope(subject: DossierSubject): DocumentSection {
  const { legal, view } = subject;
  const { system } = legal;
  const namespaces = view.model.namespacesOf(system.id);
  const served: Text = { vi: 'Đối tượng phục vụ', en: 'Whom it serves, described' };
  const bounds: Text = { vi: 'Mô tả phạm vi của hệ thống', en: 'Scope of the system, described' };
  const rows: readonly (readonly Cell[])[] = [
    [words.type, systemTypeTexts[system.type]],
    [words.critical, system.critical ? legalWords.yes : legalWords.none],
    [words.programme, { cells: system.programme.map((id) => findProgrammeRow(id)?.officialName ?? { code: id }) }],
    ...(system.broker === undefined ? [] : [[words.broker, brokerTexts[system.broker]]]),
    [words.dataClasses, { cells: system.dataClasses.map((one) => findDataClass(one).officialName) }],
    [words.basicSubjects, system.dataSubjects.basic],
    [words.sensitiveSubjects, system.dataSubjects.sensitive],
    [words.communes, new Set(namespaces.filter((one) => one.communePart).map((one) => one.tenant)).size],
    [words.dataVolume, system.dataSets.reduce((total, { sizeGiB }) => total + sizeGiB, 0)],
    ...grantedRows(namespaces),
    [words.isolation, isolationTexts[system.isolation]],
    [served, missing(subject, served)],
    [bounds, missing(subject, bounds)],
  ];
  return {
    id: 'scope',
    title: {
      vi: '2. Phạm vi, quy mô, đối tượng phục vụ (điểm c khoản 3 Điều 22)',
      en: '2. Scope, scale, whom it serves (Art. 22.3 c)',
    },
    notes: [],
    tables: [{ id: 'scope-table', caption: words.told, columns: [words.item, words.value], rows }],
  };
}

/** What is granted at home, and at the standby where the system has one. */
function grantedRows(namespaces: readonly Namespace[]): readonly (readonly Cell[])[] {
  return (['home', 'standby'] as const).flatMap((role) => {
    const own = namespaces.filter((one) => one.role === role);
    const row = (name: Text, of: keyof Footprint): readonly Cell[] => [
      role === 'home' ? name : { vi: `${name.vi}, ${words.atStandby.vi}`, en: `${name.en}, ${words.atStandby.en}` },
      own.reduce((total, { quota }) => total + quota[of], 0),
    ];
    if (own.length === 0 && role === 'standby') return [];
    return [
      row(words.cores, 'cpu'),
      row(words.memory, 'memoryGiB'),
      row(words.storage, 'storageGiB'),
      row(words.podsGranted, 'pods'),
    ];
  });
}
