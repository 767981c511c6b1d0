import type { IntegrityFinding, IntegrityKind } from '../../resources/assembly';
import { groupBy } from '../../model/group-by';
import { definePolicy, fail, pass, unknown, type Subject } from '../define-policy';

const WANT = 'as the manifest says';

/** Departures that leave a part unread, so that nobody can tell what it holds. */
const unreadKinds: ReadonlySet<IntegrityKind> = new Set(['unreadable-file', 'unread-section']);

interface FileSubject extends Subject {
  readonly findings: readonly IntegrityFinding[];
}

export default definePolicy<FileSubject>({
  title: {
    vi: 'Mọi tệp của bộ hiện vật đúng như bản kê khai: đủ, không thừa và không bị sửa',
    en: 'every file of the assembly is as its manifest says: none missing, none extra, none changed',
  },
  force: 'block',
  controls: ['tcvn-14423-5.4.2.5', 'tcvn-14423-6.4.2.5', 'd331-30.6'],
  why: {
    vi: 'Tệp bị sửa sau khi thẩm định đưa lên hệ thống điều mà không ai đã phê duyệt.',
    en: 'A file changed after the review brings in what nobody approved.',
  },
  fix: {
    vi: 'Tạo lại bộ hiện vật từ dữ kiện; không sửa tệp bằng tay.',
    en: 'Make the assembly from the facts again; never change a file by hand.',
  },
  subjects: ({ view }) => {
    const findings = groupBy(view.integrity, (one) => one.file);
    const paths = new Set([...view.files.map((one) => one.path), ...findings.keys()]);
    return [...paths].toSorted().map((file) => ({ id: `file/${file}`, file, findings: findings.get(file) ?? [] }));
  },
  check: ({ findings }) => {
    const first = findings.find((one) => !unreadKinds.has(one.kind)) ?? findings[0];
    if (first === undefined) return pass;
    const { kind, file, address, detail } = first;
    const judge = unreadKinds.has(kind) ? unknown : fail;
    return judge(address === '' ? file : address, `${kind}: ${detail}`, WANT);
  },
});
