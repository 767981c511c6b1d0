import { textAt, valueAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { resourceSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Mọi lịch sao lưu chuyển dữ liệu ra khỏi hệ thống lưu trữ của cụm tới một kho được nêu tên',
    en: 'every backup schedule moves its data out of the storage of the cluster, to a store that it names',
  },
  force: 'block',
  controls: ['tcvn-14423-4.11.2.4', 'tcvn-14423-6.11.2.4', 'tcvn-14423-5.11.2.1'],
  why: {
    vi: 'Ảnh chụp nằm lại trong cùng hệ thống lưu trữ thì mất cùng lúc với dữ liệu gốc.',
    en: 'A snapshot that stays in the same storage is lost together with the data.',
  },
  fix: {
    vi: 'Đặt snapshotVolumes và snapshotMoveData là true, và ghi storageLocation.',
    en: 'Set snapshotVolumes and snapshotMoveData to true, and write the storageLocation.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể để nơi khác sao lưu mọi hệ thống.',
    en: 'A nation may have all of its backups managed elsewhere.',
  },
  subjects: ({ view }) => resourceSubjects(view.resources.ofKind('Schedule', 'velero.io/')),
  check({ of: { body } }) {
    for (const field of ['snapshotVolumes', 'snapshotMoveData']) {
      const value = valueAt(body, 'spec', 'template', field);
      if (value !== true) return fail(`spec.template.${field}`, JSON.stringify(value ?? null), 'true');
    }
    return textAt(body, 'spec', 'template', 'storageLocation') === undefined
      ? fail('spec.template.storageLocation', 'not set: the default of the cluster', 'a store by name')
      : pass;
  },
});
