import type { RequirementsFact } from '../../../model/facts/approval-fact';

// Roles and numbers are a parameter: no law fixes who signs. Who may sign stands in signers/, one file for each person.
export default {
  roles: {
    security: { vi: 'An toàn thông tin', en: 'Information security' },
    operations: { vi: 'Vận hành', en: 'Operations' },
    'data-protection': { vi: 'Bảo vệ dữ liệu', en: 'Data protection' },
    // Signs records of manual controls; no change asks for it.
    inspection: { vi: 'Kiểm tra, đánh giá', en: 'Inspection' },
  },
  daysMax: 7,
  needs: {
    'signers-changed': { signatures: 2, of: ['security', 'operations'] },
    'rule-loosened': { signatures: 2, of: ['security', 'operations'] },
    'waiver-widened': { signatures: 2, of: ['security', 'operations', 'data-protection'] },
    'internet-path': { signatures: 2, of: ['security', 'operations'] },
    'tenant-path': { signatures: 2, of: ['security', 'operations', 'data-protection'] },
    'border-weakened': { signatures: 2, of: ['security', 'operations'] },
    'level-5-changed': { signatures: 2, of: ['security', 'operations', 'data-protection'] },
    'state-destroyed': { signatures: 2, of: ['operations', 'data-protection'] },
    'permission-escalated': { signatures: 2, of: ['security', 'operations'] },
    'recovery-weakened': { signatures: 2, of: ['operations', 'data-protection'] },
    'program-changed': { signatures: 2, of: ['security', 'operations'] },
    'permission-gained': { signatures: 1, of: ['security'] },
    'path-opened': { signatures: 1, of: ['security'] },
    'defence-weakened': { signatures: 1, of: ['security'] },
    'finding-added': { signatures: 1, of: ['security'] },
    'other-changed': { signatures: 1, of: ['security', 'operations'] },
    'quota-raised': { signatures: 0, of: [] },
    'tenant-added': { signatures: 0, of: [] },
    'first-deploy': { signatures: 0, of: [] },
  },
} satisfies RequirementsFact;
