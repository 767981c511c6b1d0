import { reached } from '../../model/tenancy/dossier';
import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

/** Twin of `checkDossiers` over the facts. */
export default definePolicy({
  title: {
    vi: 'Phương án được triển khai đầy đủ sau phê duyệt và trước khi đánh giá sẵn sàng',
    en: 'The plan is carried out in full after approval and before readiness is assessed',
  },
  force: 'block',
  controls: ['d331-30.6', 'd331-28.3'],
  why: {
    vi: 'Đánh giá sẵn sàng khi phương án chưa triển khai xong thì không đánh giá được gì.',
    en: 'An assessment of readiness before the plan is carried out has nothing to assess.',
  },
  fix: {
    vi: 'Triển khai đầy đủ phương án trước, ghi planCarriedOutOn.',
    en: 'Carry the plan out in full first and write planCarriedOutOn.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể chưa có phương án nào được triển khai.',
    en: 'A nation may have no plan carried out yet.',
  },
  subjects: ({ view }) =>
    systemSubjects(
      view.model.systems.filter(
        ({ dossier }) =>
          reached(dossier.state, 'ready') || dossier.readyOn !== undefined || dossier.planCarriedOutOn !== undefined,
      ),
    ),
  check({ of: { dossier } }, { today }) {
    const { approvedOn, planCarriedOutOn: plan, readyOn } = dossier;
    const where = 'dossier.planCarriedOutOn';
    if (plan === undefined) return fail(where, 'not carried out', 'carried out before readiness');
    if (approvedOn === undefined || plan < approvedOn) {
      return fail(where, `${plan}, approved on ${approvedOn ?? 'no day'}`, 'after approval');
    }
    if (readyOn !== undefined && plan > readyOn) return fail(where, `${plan}, ready on ${readyOn}`, 'before readiness');
    return plan <= today ? pass : fail(where, plan, `${today} or earlier`);
  },
});
