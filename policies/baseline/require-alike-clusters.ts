import { definePolicy, fail, type Judgement, type Subject } from '../define-policy';
import type { SubjectOf } from '../subjects';
import { compareFields } from './likeness/compare-fields';
import { ownValues } from './likeness/own-values';
import { platformSlots, type PlatformSlot } from './likeness/platform-slots';

/**
 * No clause asks that clusters are alike. The nearest ones ask for a hardening baseline before operation, and for
 * configuration as in the approved plan: one baseline means that what holds it in one cluster holds it in all.
 */
export default definePolicy({
  title: {
    vi: 'Các cụm cùng vai trò có cùng đối tượng nền tảng với cùng nội dung: một cấu hình chuẩn',
    en: 'clusters of one role have the same platform objects with the same content: one baseline',
  },
  force: 'block',
  controls: ['tcvn-14423-3.5.2.1', 'tcvn-14423-4.5.2.1', 'tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'Một đối tượng hay một trường biến mất ở riêng một cụm là lỗ hổng mà không danh sách nào cho thấy.',
    en: 'An object or a field that is gone in one cluster alone is a gap that no list shows.',
  },
  fix: {
    vi: 'Tạo lại hiện vật từ mô hình; điều khác nhau theo địa điểm phải nằm trong dữ kiện.',
    en: 'Make the artifacts from the model again; what differs by place belongs in the facts.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể chỉ có một cụm của mỗi vai trò, khi đó không có gì để so sánh.',
    en: 'A nation may have one cluster of each role, and then there is nothing to compare.',
  },
  whyNotLive: {
    vi: 'Máy chủ API tự điền thêm trường; thay vào đó từng đối tượng đang chạy được so với hiện vật đã được phán xét.',
    en: 'An API server fills fields in; instead each live object is compared with the files, which were judged.',
  },
  subjects: ({ view }) => platformSlots(view).map(subjectOf),
  check: ({ of }) => judgeSlot(of),
});

function subjectOf(slot: PlatformSlot): SubjectOf<PlatformSlot> & Subject {
  const { resource } = slot;
  return { id: slot.id, source: resource?.source, file: resource?.artifact.file, of: slot };
}

function judgeSlot({ kind, name, resource, places, having, fields, reference }: PlatformSlot): Judgement {
  if (resource === undefined) return fail(kind, `${name} is missing`, `as in ${having} of ${places} places alike`);
  if (having * 2 < places) return fail(kind, `${name} stands in ${having} of ${places} places alike`, 'in all or none');
  const own = ownValues.filter((one) => one.kind === kind && (one.name ?? name) === name);
  return compareFields(fields, reference, (path) => own.some((one) => one.path.test(path)));
}
