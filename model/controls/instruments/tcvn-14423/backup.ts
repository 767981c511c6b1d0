import { byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { clauseByLevel, clauseOfFirst, clauseWithin, sourcesOfLevels, tcvn14423 } from '../../tcvn-14423';

/** TCVN 14423:2026: backup and recovery. */
export default defineInstrument({
  ...tcvn14423,
  controls: [
    ...clauseByLevel({
      clause: '11.2.1a',
      title: { vi: 'Quy định sao lưu', en: 'What is backed up, and how often' },
      requirement: {
        vi: 'Quy định sao lưu cấu hình, ảnh hệ điều hành, cơ sở dữ liệu và dữ liệu nghiệp vụ, kèm tần suất.',
        en: 'Configuration, system images, databases and business data are backed up at a stated frequency.',
      },
      groups: [{ levels: [1, 2, 3, 4, 5] }],
      crosswalk: crosswalks.backup,
      automation: byRule,
    }),
    {
      id: 'tcvn-14423-4.11.2.4',
      clause: clauseOfFirst('4.11.2.4'),
      title: { vi: 'Hạ tầng sao lưu tách riêng', en: 'Separate backup infrastructure' },
      requirement: {
        vi: 'Hạ tầng sao lưu tách khỏi hạ tầng vận hành.',
        en: 'Backup infrastructure is apart from production.',
      },
      levels: [2, 3],
      sourceKeys: sourcesOfLevels([2, 3]),
      crosswalk: crosswalks.backup,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.11.2.4',
      clause: clauseOfFirst('6.11.2.4'),
      title: { vi: 'Hạ tầng sao lưu độc lập', en: 'Independent backup infrastructure' },
      requirement: {
        vi: 'Hạ tầng sao lưu độc lập với hạ tầng vận hành.',
        en: 'Backup infrastructure is independent of production.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      crosswalk: crosswalks.backup,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-5.11.2.1',
      clause: {
        vi: 'mục 5.11.2.1 đến 5.11.2.3 (số mục của cấp độ 3)',
        en: 'clauses 5.11.2.1 to 5.11.2.3 (numbers at level 3)',
      },
      title: { vi: 'Sao lưu 3-2-1', en: '3-2-1 backup' },
      requirement: {
        vi: 'Sao lưu tự động, tập trung theo nguyên tắc 3-2-1: ba bản, hai loại phương tiện, một bản ở nơi khác.',
        en: 'Backup is automatic and central and follows 3-2-1: three copies, two media, one off site.',
      },
      levels: [3, 4, 5],
      sourceKeys: sourcesOfLevels([3, 4, 5]),
      parameters: { copiesMin: 3, mediaMin: 2, offsiteCopiesMin: 1 },
      crosswalk: crosswalks.backup,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-5.11.2.3b',
      clause: clauseOfFirst('5.11.2.3 b'),
      title: { vi: 'Mã hóa bản sao lưu', en: 'Encrypted copies' },
      requirement: {
        vi: 'Bản sao lưu dữ liệu quan trọng được mã hóa.',
        en: 'Backup copies of important data are encrypted.',
      },
      levels: [3, 4, 5],
      sourceKeys: sourcesOfLevels([3, 4, 5]),
      crosswalk: crosswalks.backup,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-5.11-availability',
      clause: clauseWithin('5.11'),
      title: { vi: 'Hệ thống sao lưu chịu một lỗi', en: 'Backup solution survives one failure' },
      requirement: {
        vi: 'Giải pháp sao lưu tập trung và tiếp tục hoạt động khi một thành phần hỏng.',
        en: 'The backup solution is central and survives one failure.',
      },
      levels: [3],
      sourceKeys: sourcesOfLevels([3]),
      crosswalk: crosswalks.backup,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-6.11.2.1b',
      clause: clauseOfFirst('6.11.2.1 b'),
      title: { vi: 'Hệ thống sao lưu sẵn sàng cao', en: 'Highly available backup solution' },
      requirement: {
        vi: 'Giải pháp sao lưu có tính sẵn sàng cao và khôi phục nóng.',
        en: 'The backup solution is highly available and recovers hot.',
      },
      levels: [4, 5],
      sourceKeys: sourcesOfLevels([4, 5]),
      crosswalk: crosswalks.backup,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-7.11.2.4b',
      clause: '7.11.2.4 b',
      title: { vi: 'Bản sao ở địa điểm địa lý khác', en: 'Copy in another geographic place' },
      requirement: {
        vi: 'Có bản sao lưu ở vị trí địa lý khác với điều kiện tương đương.',
        en: 'A copy lies in another geographic place under equivalent conditions.',
      },
      levels: [5],
      sourceKeys: sourcesOfLevels([5]),
      crosswalk: crosswalks.standbySite,
      automation: byRule,
    },
    {
      id: 'tcvn-14423-7.11.2.4c',
      clause: '7.11.2.4 c',
      title: { vi: 'Hai đường truyền sao lưu', en: 'Two links between backups' },
      requirement: {
        vi: 'Giữa nơi sao lưu chính và phụ có ít nhất hai đường truyền.',
        en: 'At least two links join the primary and the secondary backup.',
      },
      levels: [5],
      sourceKeys: sourcesOfLevels([5]),
      parameters: { backupLinksMin: 2 },
      crosswalk: crosswalks.standbySite,
      automation: byRule,
    },
    ...clauseByLevel({
      clause: '11.2.1a',
      topic: 'restore-test',
      title: { vi: 'Khôi phục thử định kỳ', en: 'Periodic restore test' },
      requirement: {
        vi: 'Khôi phục thử định kỳ theo chu kỳ do đơn vị tự quy định.',
        en: 'Restoring is tested periodically; the operator sets the period.',
      },
      groups: [{ levels: [1, 2, 3] }],
      crosswalk: crosswalks.backup,
      automation: records.restoreTest,
    }),
    {
      id: 'tcvn-14423-6.11.2.5',
      clause: '6.11.2.5',
      title: { vi: 'Khôi phục thử 6 tháng một lần', en: 'Half-yearly restore test' },
      requirement: {
        vi: 'Khôi phục thử ít nhất 6 tháng một lần.',
        en: 'Restoring is tested at least every 6 months.',
      },
      levels: [4],
      sourceKeys: sourcesOfLevels([4]),
      parameters: { restoreTestDaysMax: 180 },
      crosswalk: crosswalks.backup,
      automation: records.restoreTest,
    },
    {
      id: 'tcvn-14423-7.11.2.5',
      clause: '7.11.2.5',
      title: { vi: 'Khôi phục thử mỗi quý', en: 'Quarterly restore test' },
      requirement: {
        vi: 'Khôi phục thử ít nhất mỗi quý một lần.',
        en: 'Restoring is tested at least once a quarter.',
      },
      levels: [5],
      sourceKeys: sourcesOfLevels([5]),
      parameters: { restoreTestDaysMax: 90 },
      crosswalk: crosswalks.backup,
      automation: records.restoreTest,
    },
  ],
});
