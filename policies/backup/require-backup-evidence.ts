import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Hệ thống do nơi khác sao lưu nêu rõ ai làm và bằng chứng ở đâu',
    en: 'A system whose backup is managed elsewhere says by whom, and where the evidence is',
  },
  force: 'block',
  controls: ['tcvn-14423-3.11.2.1a'],
  why: {
    vi: '“Nơi khác lo” mà không có tên và bằng chứng nghĩa là không ai lo.',
    en: '“Somebody else does it”, without a name and evidence, means that nobody does.',
  },
  fix: {
    vi: 'Ghi đơn vị chịu trách nhiệm và số hiệu hồ sơ, biên bản vào backup.managedElsewhere.',
    en: 'Write the unit in charge and the number of its record into backup.managedElsewhere.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể tự sao lưu mọi hệ thống.',
    en: 'A nation may make the copies of all its systems itself.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems.filter((one) => one.backupManagedElsewhere !== undefined)),
  check({ of: { backup, backupManagedElsewhere } }) {
    const { by = '', evidence = '' } = backupManagedElsewhere ?? {};
    if (by.trim() === '') return fail('backupManagedElsewhere.by', 'empty', 'the unit in charge');
    if (evidence.trim() === '') return fail('backupManagedElsewhere.evidence', 'empty', 'where the evidence is');
    return backup === undefined ? pass : fail('backup', 'a plan of our own too', 'one of the two');
  },
});
