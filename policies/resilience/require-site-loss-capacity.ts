import { capacityLedger, type LedgerRow } from '../../model/capacity-ledger';
import { definePolicy, fail, pass } from '../define-policy';
import type { SubjectOf } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Khi mất bất kỳ trung tâm dữ liệu nào, các cụm còn lại vẫn đủ tài nguyên cho hạn mức đã cấp',
    en: 'After the loss of any data center the surviving clusters still offer what quotas promise',
  },
  force: 'block',
  controls: ['d331-30.5-4', 'qd2629-clusters'],
  why: {
    vi: 'Trung tâm dự phòng không còn chỗ thì hệ thống không thể chuyển sang.',
    en: 'A standby without room takes nobody in.',
  },
  fix: {
    vi: 'Giảm hạn mức hoặc thêm máy chủ ở địa điểm thiếu.',
    en: 'Lower footprints, or add hosts to the site that lacks them.',
  },
  subjects: ({ view }) =>
    capacityLedger(view.model)
      .filter((row) => row.lost !== undefined)
      .map((row): SubjectOf<LedgerRow> => ({ id: `cluster/${row.cluster} without ${row.lost ?? ''}`, of: row })),
  check({ of: { cpu, memoryGiB, pods } }) {
    if (cpu.promised > cpu.offered) return fail('cpu', `${cpu.promised} cores`, `at most ${cpu.offered}`);
    if (memoryGiB.promised > memoryGiB.offered)
      return fail('memoryGiB', `${memoryGiB.promised} GiB`, `at most ${memoryGiB.offered}`);
    if (pods.promised > pods.offered) return fail('pods', `${pods.promised} pods`, `at most ${pods.offered}`);
    return pass;
  },
});
