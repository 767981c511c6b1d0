import { reached } from '../../model/tenancy/dossier';
import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Quy chế bảo đảm an ninh mạng được ban hành trước khi hồ sơ được phê duyệt',
    en: 'The internal security regulation is issued before the dossier is approved',
  },
  force: 'block',
  controls: ['d331-30.7'],
  why: {
    vi: 'Hồ sơ được phê duyệt trên cơ sở quy chế; quy chế ban hành sau thì việc phê duyệt không có căn cứ.',
    en: 'Approval rests on the regulation; one issued afterwards leaves the approval without ground.',
  },
  fix: {
    vi: 'Ban hành quy chế trước, ghi regulationIssuedOn.',
    en: 'Issue the regulation first and write regulationIssuedOn.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể chưa có hồ sơ nào được phê duyệt.',
    en: 'A nation may have no approved dossier yet.',
  },
  subjects: ({ view }) =>
    systemSubjects(
      view.model.systems.filter(
        ({ dossier }) => reached(dossier.state, 'approved') || dossier.approvedOn !== undefined,
      ),
    ),
  check({ of: { dossier } }) {
    const { regulationIssuedOn, approvedOn } = dossier;
    if (regulationIssuedOn === undefined)
      return fail('dossier.regulationIssuedOn', 'not issued', 'issued before approval');
    if (approvedOn === undefined) return fail('dossier.approvedOn', 'not said', `${regulationIssuedOn} or later`);
    return regulationIssuedOn <= approvedOn
      ? pass
      : fail(
          'dossier.regulationIssuedOn',
          `${regulationIssuedOn}, approved on ${approvedOn}`,
          `${approvedOn} or earlier`,
        );
  },
});
