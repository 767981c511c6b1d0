import { findDataClass } from '../../model/tenancy/data-class';
import type { Text } from '../../model/text';
import type { Cell, DocumentSection } from '../document/document';
import { systemTypeTexts } from '../legal/legal-words';
import { dossierWords as words, isolationTexts } from './dossier-words';
import { missing, named, type DossierSubject } from './dossier-subject';

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
    [title, { cells: [named(subject.view.model.tryTenant(id)?.officialName, id), { code: id }] }],
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

function scope(subject: DossierSubject): DocumentSection {
  const { legal, view } = subject;
  const { system } = legal;
  const namespaces = view.model.namespacesOf(system.id).filter(({ role }) => role === 'home');
  const sum = (of: 'cpu' | 'memoryGiB' | 'storageGiB'): number =>
    namespaces.reduce((total, { quota }) => total + quota[of], 0);
  const served: Text = { vi: 'Đối tượng phục vụ', en: 'Whom it serves, described' };
  const bounds: Text = { vi: 'Mô tả phạm vi của hệ thống', en: 'Scope of the system, described' };
  const rows: readonly (readonly Cell[])[] = [
    [words.type, systemTypeTexts[system.type]],
    [words.dataClasses, { cells: system.dataClasses.map((one) => findDataClass(one).officialName) }],
    [words.basicSubjects, system.dataSubjects.basic],
    [words.sensitiveSubjects, system.dataSubjects.sensitive],
    [words.communes, new Set(namespaces.filter((one) => one.communePart).map((one) => one.tenant)).size],
    [words.cores, sum('cpu')],
    [words.memory, sum('memoryGiB')],
    [words.storage, sum('storageGiB')],
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
