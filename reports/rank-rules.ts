import type { Report, ReportRule } from './report';

/** A rule with its findings. */
export interface RuleFindings {
  readonly rule: ReportRule;
  readonly findings: Report['findings'];
}

/** The rules that have findings, worst first: blocking before not, then broken, failing, unknown, by number. */
export function rankRules({ rules, findings }: Report): readonly RuleFindings[] {
  const byRule = new Map<string, Report['findings'][number][]>();
  for (const finding of findings) {
    const list = byRule.get(finding.policy);
    if (list === undefined) byRule.set(finding.policy, [finding]);
    else list.push(finding);
  }
  return rules
    .flatMap((rule) => {
      const found = byRule.get(rule.id);
      return found === undefined ? [] : [{ rule, findings: found }];
    })
    .toSorted((a, b) => compareRules(a.rule, b.rule));
}

function compareRules(a: ReportRule, b: ReportRule): number {
  if (a.blocks !== b.blocks) return a.blocks ? -1 : 1;
  const { counts: left } = a;
  const { counts: right } = b;
  const difference = right.error - left.error || right.fail - left.fail || right.unknown - left.unknown;
  return difference === 0 ? (a.id < b.id ? -1 : 1) : difference;
}
