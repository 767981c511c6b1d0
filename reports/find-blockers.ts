import { groupBy } from '../model/group-by';
import type { Text } from '../model/text';
import type { BundleFault } from '../policies/engine/bundle/bundle-fault';
import { BUNDLE_PATH } from '../policies/engine/bundle/rule-bundle';
import type { Evaluation, Finding, NamedPolicy, PolicyResult } from '../policies/evaluation';
import type { IntegrityFinding } from '../resources/assembly';
import type { FactPlaces } from '../policies/fact-places';
import type { ReportBlocker, ReportBlockerExample } from './report';
import { bundleTexts, faultTexts, integrityTexts } from './text/terms';

/** Places that are told of one blocker; the findings have them all. */
const EXAMPLES_MAX = 3;

const repairRule: Text = {
  vi: 'Quy tắc bị hỏng khi chạy: báo cho người duy trì quy tắc.',
  en: 'The rule broke while it ran: tell those who maintain the rules.',
};
const nothingToJudge: Text = {
  vi: 'Quy tắc không tìm thấy gì để đánh giá: khôi phục phần bị thiếu.',
  en: 'The rule found nothing to judge: bring back what is missing.',
};
const noRules: Text = { vi: 'Không có quy tắc nào được áp dụng', en: 'No rule was applied' };
const applyRules: Text = { vi: 'Khôi phục danh mục quy tắc.', en: 'Bring the catalogue of rules back.' };
const exceptionTitle = (fault: Text): Text => ({ vi: `Ngoại lệ ${fault.vi}`, en: `Exception: ${fault.en}` });
const repairException: Text = {
  vi: 'Sửa hoặc xóa ngoại lệ trong tệp của nó.',
  en: 'Correct the exception in its file, or remove it.',
};
const integrityTitle = (kind: Text): Text => ({
  vi: `Bộ tạo tác khác bản kê: ${kind.vi}`,
  en: `The assembly isn’t as its manifest says: ${kind.en}`,
});
const bundleTitle = (kind: Text): Text => ({
  vi: `Quy tắc không phải bộ đã được xem xét: ${kind.vi}`,
  en: `The rules aren’t those that were reviewed: ${kind.en}`,
});
const restoreRules: Text = {
  vi: 'Dùng đúng phiên bản đã được xem xét; nếu chính quy tắc thay đổi thì ghi lại bộ quy tắc (npm run gen) và trình xem xét.',
  en: 'Run the version that was reviewed; where a rule itself changed, write the bundle again (npm run gen) and have it reviewed.',
};
const synthesizeAgain: Text = {
  vi: 'Tạo lại bộ tạo tác từ dữ kiện (ndc synth), rồi tìm xem ai đã thay đổi.',
  en: 'Write the assembly again from the facts (ndc synth), then find out who changed it.',
};

/** All that makes the gate fail, in the order in which to repair it: the rules and the assembly themselves, exceptions, then what rules found. */
export function findBlockers(
  evaluation: Evaluation,
  policies: readonly NamedPolicy[],
  places: FactPlaces,
): readonly ReportBlocker[] {
  const byId = new Map(policies.map((one) => [one.id, one]));
  const none: readonly ReportBlocker[] =
    evaluation.results.length > 0
      ? []
      : [{ cause: 'rule', id: '', title: noRules, fix: applyRules, count: 0, examples: [] }];
  const bundle = blockersByKind(evaluation.faults, {
    cause: 'bundle',
    texts: bundleTexts,
    titleOf: bundleTitle,
    fix: restoreRules,
    exampleOf: faultOf,
  });
  const integrity = blockersByKind(evaluation.integrity, {
    cause: 'integrity',
    texts: integrityTexts,
    titleOf: integrityTitle,
    fix: synthesizeAgain,
    exampleOf: departureOf,
  });
  const exceptions = evaluation.exceptions.map(({ exception, fault, resource, got, want, source }): ReportBlocker => ({
    cause: 'exception',
    id: exception,
    title: exceptionTitle(faultTexts[fault]),
    fix: repairException,
    count: 1,
    examples: [{ subject: resource, where: '', got, want, place: source }],
  }));
  const rules = evaluation.results
    .filter((result) => result.blocks)
    .map((result) => blockingRule(result, byId.get(result.policy), places));
  return [...none, ...bundle, ...integrity, ...exceptions, ...rules];
}

interface KindOfBlocker<K extends string, T> extends Pick<ReportBlocker, 'cause' | 'fix'> {
  /** Each kind in words. */
  readonly texts: Readonly<Record<K, Text>>;
  readonly titleOf: (kind: Text) => Text;
  readonly exampleOf: (one: T) => ReportBlockerExample;
}

/** One blocker for each kind of what was found. */
function blockersByKind<K extends string, T extends { readonly kind: K }>(
  found: readonly T[],
  { cause, fix, texts, titleOf, exampleOf: example }: KindOfBlocker<K, T>,
): readonly ReportBlocker[] {
  return [...groupBy(found, ({ kind }) => kind)].map(([kind, all]): ReportBlocker => ({
    cause,
    id: kind,
    title: titleOf(texts[kind]),
    fix,
    count: all.length,
    examples: all.slice(0, EXAMPLES_MAX).map(example),
  }));
}

function blockingRule(result: PolicyResult, named: NamedPolicy | undefined, places: FactPlaces): ReportBlocker {
  const { policy: id, error, fail, unknown, vacuous } = result;
  if (named === undefined) throw new Error(`the rule ${id} is not in the catalogue`);
  const { title: required, fix, force } = named.policy;
  const title = { vi: `Không đạt: ${required.vi}`, en: `Not met: ${required.en}` };
  // A rule that warns blocks only because it broke.
  const findings = force === 'block' ? [...error, ...fail, ...unknown] : error;
  const cure = error.length > 0 ? repairRule : vacuous === 'refused' ? nothingToJudge : fix;
  const examples = findings.slice(0, EXAMPLES_MAX).map((one) => exampleOf(places.locate(one)));
  return { cause: 'rule', id, title, fix: cure, count: findings.length, examples };
}

function faultOf({ rule, got, want }: BundleFault): ReportBlockerExample {
  return { subject: rule === '' ? BUNDLE_PATH : rule, where: '', got, want, place: BUNDLE_PATH };
}

function departureOf({ file, address, detail }: IntegrityFinding): ReportBlockerExample {
  return { subject: address === '' ? file : address, where: '', got: detail, want: '', place: file };
}

function exampleOf({ subject, where, got, want, file, source }: Finding): ReportBlockerExample {
  return { subject, where, got, want, place: source ?? file ?? '' };
}
