import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Hệ thống được đánh giá sẵn sàng sau phê duyệt và trước khi vận hành',
    en: 'A system is assessed ready after approval and before operation',
  },
  force: 'block',
  controls: ['d331-28.3', 'd331-30.6'],
  why: {
    vi: 'Phương án đã duyệt mà chưa triển khai, chưa kiểm tra thì hệ thống vận hành không được bảo vệ.',
    en: 'A plan that is approved but neither carried out nor checked leaves the running system unprotected.',
  },
  fix: {
    vi: 'Đánh giá sẵn sàng rồi mới vận hành, ghi readyOn.',
    en: 'Assess readiness before operation and write readyOn.',
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
    const { approvedOn, readyOn, operatingSince } = dossier;
    const where = 'dossier.readyOn';
    if (readyOn === undefined) return fail(where, 'not assessed', 'assessed before operation');
    if (approvedOn === undefined || readyOn < approvedOn) {
      return fail(where, `${readyOn}, approved on ${approvedOn ?? 'no day'}`, 'after approval');
    }
    return operatingSince !== undefined && readyOn <= operatingSince
      ? pass
      : fail(where, `${readyOn}, in operation since ${operatingSince ?? 'no day'}`, 'before operation');
  },
});
