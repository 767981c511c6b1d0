import type { Text } from '../../model/text';
import type { Medium } from '../../model/tenancy/backup';
import type { DossierState } from '../../model/tenancy/dossier';
import type { DossierDateField } from '../../model/tenancy/dossier-dates';
import type { Placement } from '../../model/tenancy/system';
import type { BundleFaultKind } from '../../policies/engine/bundle/bundle-fault';
import type { ExceptionFault } from '../../policies/exceptions';
import type { IntegrityKind } from '../../resources/assembly';

/** The states of a level dossier in the words of Decree 331/2026; the one place where reports take them from. */
export const dossierTexts: Readonly<Record<DossierState, Text>> = {
  draft: { vi: 'đang lập', en: 'being drafted' },
  submitted: { vi: 'đã trình thẩm định', en: 'submitted for appraisal' },
  appraised: { vi: 'đã thẩm định', en: 'appraised' },
  approved: { vi: 'đã phê duyệt', en: 'approved' },
  ready: { vi: 'đã đánh giá sẵn sàng', en: 'assessed as ready' },
  operating: { vi: 'đang vận hành', en: 'in operation' },
};

/** What each date of a level dossier dates, in words. */
export const dossierDateTexts: Readonly<Record<DossierDateField, Text>> = {
  regulationIssuedOn: { vi: 'đã ban hành quy chế bảo đảm an ninh mạng', en: 'security regulation issued' },
  submittedOn: dossierTexts.submitted,
  appraisedOn: dossierTexts.appraised,
  approvedOn: dossierTexts.approved,
  planCarriedOutOn: { vi: 'đã triển khai đầy đủ phương án', en: 'plan carried out in full' },
  readyOn: dossierTexts.ready,
  operatingSince: dossierTexts.operating,
};

/** What a site is for a system, in words. */
export const roleTexts: Readonly<Record<Placement['role'], Text>> = {
  home: { vi: 'chính', en: 'home' },
  standby: { vi: 'dự phòng', en: 'standby' },
};

/** On what a copy lies, in words. */
export const mediumTexts: Readonly<Record<Medium, Text>> = {
  primary: { vi: 'bản gốc', en: 'primary' },
  object: { vi: 'kho đối tượng', en: 'object store' },
  tape: { vi: 'băng từ', en: 'tape' },
  'block-snapshot': { vi: 'ảnh chụp ổ đĩa', en: 'disk snapshot' },
};

/** Why an exception excuses nothing, in words. */
export const faultTexts: Readonly<Record<ExceptionFault, Text>> = {
  expired: { vi: 'đã hết hạn', en: 'expired' },
  'not-yet-valid': { vi: 'chưa có hiệu lực', en: 'not valid yet' },
  'too-long': { vi: 'thời hạn quá dài', en: 'lasts too long' },
  unused: { vi: 'không còn phát hiện nào để miễn', en: 'no finding left to excuse' },
  'value-changed': { vi: 'giá trị đã khác với giá trị được miễn', en: 'what stands there now is not what it excuses' },
  'unknown-policy': { vi: 'nêu quy tắc không tồn tại', en: 'names a rule that doesn’t exist' },
  'malformed-date': { vi: 'ngày ghi sai', en: 'a date that is none' },
};

/** How the rules depart from their bundle, in words. */
export const bundleTexts: Readonly<Record<BundleFaultKind, Text>> = {
  'bundle-missing': { vi: 'thiếu tệp bộ quy tắc', en: 'the file of the bundle is missing' },
  'bundle-unreadable': { vi: 'tệp bộ quy tắc không đọc được', en: 'the file of the bundle can’t be read' },
  'bundle-digest-differs': { vi: 'tệp bộ quy tắc đã bị thay đổi', en: 'the file of the bundle was changed' },
  'rule-count-differs': { vi: 'số quy tắc khác với số đã ghi', en: 'another number of rules than stated' },
  'engine-differs': { vi: 'bộ máy đánh giá đã bị thay đổi', en: 'what judges the rules was changed' },
  'rule-missing': { vi: 'chương trình thiếu quy tắc', en: 'the program lacks a rule' },
  'rule-unstated': { vi: 'chương trình có quy tắc chưa được ghi', en: 'the program has a rule that isn’t stated' },
  'rule-differs': { vi: 'quy tắc khác với bộ đã xem xét', en: 'a rule isn’t as it was reviewed' },
};

/** How an assembly departs from its manifest, in words. */
export const integrityTexts: Readonly<Record<IntegrityKind, Text>> = {
  'digest-differs': { vi: 'tệp đã bị thay đổi', en: 'a file was changed' },
  'manifest-digest-differs': { vi: 'bản kê đã bị thay đổi', en: 'the manifest was changed' },
  'model-digest-differs': { vi: 'mô hình đã bị thay đổi', en: 'the model was changed' },
  'facts-digest-differs': { vi: 'các khai báo đã bị thay đổi', en: 'the facts were changed' },
  'missing-file': { vi: 'thiếu tệp', en: 'a file is missing' },
  'unlisted-file': { vi: 'tệp không có trong bản kê', en: 'a file that the manifest doesn’t list' },
  'symbolic-link': { vi: 'liên kết thay cho tệp', en: 'a link in place of a file' },
  'unreadable-file': { vi: 'tệp không đọc được', en: 'a file that can’t be read' },
  'unread-section': { vi: 'phần của tệp không đọc được', en: 'a part of a file that nothing reads' },
  'missing-object': { vi: 'thiếu đối tượng', en: 'an object is missing' },
  'unlisted-object': { vi: 'đối tượng không có trong bản kê', en: 'an object that the manifest doesn’t list' },
  'duplicate-object': { vi: 'đối tượng trùng lặp', en: 'an object that stands twice' },
};
