import { textsAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { resourceSubjects } from '../subjects';

/** Twin of `backup/require-schedule`, which asks that nothing is left out; this one asks that nobody else is taken in. */
export default definePolicy({
  title: {
    vi: 'Lịch sao lưu của một hệ thống chỉ lấy các không gian tên của chính hệ thống đó, ghi rõ từng tên',
    en: 'a backup schedule takes the namespaces of its own system alone, each by its name',
  },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.4.2.7', 'tcvn-14423-3.11.2.1a'],
  why: {
    vi: 'Lịch không nêu tên lấy cả cụm: dữ liệu của cơ quan khác nằm trong bản sao mà cơ quan này được khôi phục.',
    en: 'A schedule without names takes the whole cluster: data of other agencies lies in a copy that this one restores.',
  },
  fix: {
    vi: 'Sinh lại includedNamespaces của lịch từ các không gian tên của hệ thống.',
    en: 'Synthesize includedNamespaces of the schedule from the namespaces of its system.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể để nơi khác sao lưu mọi hệ thống.',
    en: 'A nation may have all of its backups managed elsewhere.',
  },
  subjects: ({ view }) => resourceSubjects(view.resources.ofKind('Schedule', 'velero.io/')),
  check({ of: { cluster = '', system = '', body } }, { view }) {
    const where = 'spec.template.includedNamespaces';
    const included = textsAt(body, 'spec', 'template', 'includedNamespaces');
    if (included.length === 0) return fail(where, 'none: every namespace', 'the namespaces of the system');
    const foreign = included.find((one) => view.model.tryNamespace(cluster, one)?.system !== system);
    return foreign === undefined ? pass : fail(where, foreign, `namespaces of ${system}`);
  },
});
