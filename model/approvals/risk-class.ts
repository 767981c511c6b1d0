import type { Text } from '../text';

/**
 * How grave changes of a class are: `grave` ones need at least two people in two roles whatever an environment says,
 * `guarded` ones at least one, `free` ones are proved to be safe, or weaken nothing that was there.
 */
export type RiskGravity = 'grave' | 'guarded' | 'free';

interface RiskClassRow {
  readonly title: Text;
  readonly gravity: RiskGravity;
}

/** Every class of risk that a change may be of, the one list, gravest first: who must sign is stated for each of them. */
export const riskClasses = {
  'signers-changed': {
    title: { vi: 'Thay đổi người ký hoặc quy tắc phê duyệt', en: 'Who may sign, or who must, changes' },
    gravity: 'grave',
  },
  'rule-loosened': { title: { vi: 'Nới lỏng một quy tắc', en: 'A rule is loosened' }, gravity: 'grave' },
  'waiver-widened': {
    title: { vi: 'Thêm hoặc mở rộng ngoại lệ', en: 'A waiver is added or widened' },
    gravity: 'grave',
  },
  'internet-path': { title: { vi: 'Đường mới với Internet', en: 'A new path with the Internet' }, gravity: 'grave' },
  'tenant-path': {
    title: { vi: 'Đường mới giữa các cơ quan', en: 'A new path between agencies' },
    gravity: 'grave',
  },
  'border-weakened': {
    title: { vi: 'Ranh giới cơ quan ít lớp bảo vệ hơn', en: 'Less guards a border than before' },
    gravity: 'grave',
  },
  'level-5-changed': {
    title: { vi: 'Thay đổi hệ thống cấp độ 5', en: 'A system of level 5 changes' },
    gravity: 'grave',
  },
  'state-destroyed': { title: { vi: 'Hủy dữ liệu', en: 'State is destroyed' }, gravity: 'grave' },
  'permission-escalated': {
    title: { vi: 'Con đường leo thang đặc quyền mới', en: 'A new way to raise one’s own rights' },
    gravity: 'grave',
  },
  'recovery-weakened': {
    title: { vi: 'Giảm khả năng sao lưu hoặc phục hồi', en: 'Backup or recovery is weakened' },
    gravity: 'grave',
  },
  'program-changed': {
    title: { vi: 'Thay đổi chương trình xét duyệt', en: 'The program that judges changes' },
    gravity: 'grave',
  },
  'permission-gained': { title: { vi: 'Thêm quyền', en: 'Somebody gains a right' }, gravity: 'guarded' },
  'path-opened': { title: { vi: 'Đường mới khác', en: 'Another new path' }, gravity: 'guarded' },
  'defence-weakened': {
    title: { vi: 'Đường khác ít lớp bảo vệ hơn', en: 'Less guards another path' },
    gravity: 'guarded',
  },
  'finding-added': { title: { vi: 'Phát hiện mới', en: 'A new finding' }, gravity: 'guarded' },
  'other-changed': { title: { vi: 'Thay đổi khác', en: 'Another change' }, gravity: 'guarded' },
  'quota-raised': {
    title: { vi: 'Tăng hạn mức trong năng lực', en: 'A quota is raised within capacity' },
    gravity: 'free',
  },
  'tenant-added': { title: { vi: 'Thêm cơ quan theo mẫu', en: 'A tenant is added by template' }, gravity: 'free' },
  'first-deploy': {
    title: { vi: 'Triển khai lần đầu, chưa có người ký', en: 'The first deploy, or nobody may sign yet' },
    gravity: 'free',
  },
} as const satisfies Readonly<Record<string, RiskClassRow>>;

/** Name of a class of risk. */
export type RiskClass = keyof typeof riskClasses;

/** Names of all classes of risk, gravest first. */
export const riskClassNames = Object.keys(riskClasses) as readonly RiskClass[] as readonly [RiskClass, ...RiskClass[]];

/** How many different people must at least sign for a change of some gravity, whatever an environment says. */
export const signaturesMin: Readonly<Record<RiskGravity, number>> = { grave: 2, guarded: 1, free: 0 };
