import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

/** Twin of `checkDossiers` over the facts. */
export default definePolicy({
  title: {
    vi: 'Hệ thống đang vận hành có hồ sơ cấp độ được phê duyệt trước khi vận hành',
    en: 'A system in operation has a level dossier that was approved before',
  },
  force: 'block',
  controls: ['qd2629-dossier-first', 'd331-30.6', 'law-116-8.1'],
  why: {
    vi: 'Vận hành khi hồ sơ chưa duyệt là trái chỉ tiêu 100% của chương trình và không ai xác nhận phương án bảo vệ.',
    en: 'Operation without approval breaks the programme’s target of 100 % and leaves the protection unconfirmed.',
  },
  fix: {
    vi: 'Hoàn thành phê duyệt trước, hoặc đưa trạng thái hồ sơ về đúng thực tế.',
    en: 'Finish the approval first, or correct the dossier’s state.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể chưa có hệ thống nào đi vào vận hành.',
    en: 'A nation may have no system in operation yet.',
  },
  subjects: ({ view }) =>
    systemSubjects(
      view.model.systems.filter(({ dossier }) => dossier.state === 'operating' || dossier.operatingSince !== undefined),
    ),
  check({ of: { dossier } }) {
    const { approvedOn, operatingSince } = dossier;
    if (approvedOn === undefined) return fail('dossier.approvedOn', 'not approved', 'approved before operation');
    if (operatingSince === undefined) return fail('dossier.operatingSince', 'not said', `${approvedOn} or later`);
    return approvedOn <= operatingSince
      ? pass
      : fail('dossier.operatingSince', `${operatingSince}, approved on ${approvedOn}`, `${approvedOn} or later`);
  },
});
