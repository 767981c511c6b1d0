import { controls, tryFindControl } from '../../model/controls/control';
import { nearestName } from '../../model/nearest-name';
import { ProblemError, problem } from '../../model/problem';
import { policyCatalog } from '../../policies/catalog';
import type { Policy } from '../../policies/define-policy';
import { isRule, type Rule } from '../../policies/engine/language/define-rule';
import { apiVersionOf } from '../../policies/engine/language/target';
import { points, silencesOf } from '../../policies/engine/points/points';
import { outlineCondition } from '../../policies/engine/words/outline-condition';
import type { NamedPolicy } from '../../policies/evaluation';
import { controlData, describeControl } from '../explain/describe-control';
import { today } from '../io';
import { defineCommand, exitCodes, formatOption, languageOf, languageOption, textOption } from '../command';
import type { Language, Text } from '../../model/text';

export default defineCommand({
  summary: 'explain a rule or a clause; without one, list the rules',
  for: 'auditor',
  arguments: [
    {
      name: 'id',
      meaning: 'id of a rule or control, such as network/require-default-deny-ingress or d331-30.8',
      required: false,
    },
  ],
  options: [languageOption, formatOption],
  run(input, io) {
    const [id] = input.arguments;
    const language = languageOf(input);
    const json = textOption(input, 'format') === 'json';
    io.out(id === undefined ? listRules(language, json) : explain(id, { language, json, today: today(io) }));
    return Promise.resolve(exitCodes.clean);
  },
});

function listRules(language: Language, json: boolean): string {
  const rows = policyCatalog.map(({ id, policy }) => ({ id, force: policy.force, title: policy.title[language] }));
  if (json) return `${JSON.stringify(rows)}\n`;
  return `${rows.map(({ id, force, title }) => `${id}  [${force}]  ${title}`).join('\n')}\n`;
}

interface Asked {
  readonly language: Language;
  readonly json: boolean;
  /** Dates of the law are counted from this day. */
  readonly today: string;
}

function explain(id: string, { language, json, today: day }: Asked): string {
  const rule = policyCatalog.find((one) => one.id === id);
  if (rule !== undefined) return json ? `${JSON.stringify(ruleData(rule))}\n` : ruleText(rule, language);
  const control = tryFindControl(id);
  if (control !== undefined)
    return json ? `${JSON.stringify(controlData(control, day))}\n` : describeControl(control, language, day);
  throw new ProblemError([unknownId(id)]);
}

function ruleData({ id, policy }: NamedPolicy): object {
  const { title, force, controls: cited, why, fix, mayBeVacuous, whyNotLive } = policy;
  const words = { id, title, force, controls: cited, why, fix, mayBeVacuous, whyNotLive };
  const silences = silencesOf(policy);
  const acts = points.filter((one) => silences[one] === undefined);
  const not = points.filter((one) => !acts.includes(one));
  const data = { ...words, points: acts, notAt: Object.fromEntries(not.map((one) => [one, silences[one]])) };
  if (!isRule(policy)) return data;
  const { scope, when, require, examples } = policy.tree;
  const names = { passes: Object.keys(examples.passes), fails: Object.keys(examples.fails) };
  return { ...data, kinds: kindsOf(policy), scope, when, require, examples: names };
}

function ruleText({ id, policy }: NamedPolicy, language: Language): string {
  const clauses = policy.controls.map((one) => {
    const control = tryFindControl(one);
    return `  ${one}  ${control?.title[language] ?? ''}  (${control?.mark ?? ''})`;
  });
  return [
    `${id}  [${policy.force}]`,
    policy.title[language],
    '',
    policy.why[language],
    policy.fix[language],
    '',
    ...pointLines(policy, language),
    ...(isRule(policy) ? treeLines(policy, language) : []),
    '',
    ...clauses,
    '',
  ].join('\n');
}

/** Where the rule acts, and for each other point the reason why it can't. */
function pointLines(policy: Policy, language: Language): readonly string[] {
  const silences = silencesOf(policy);
  const acts = points.filter((point) => silences[point] === undefined).join(', ');
  const not = points.flatMap((point) => {
    const why = silences[point];
    return why === undefined ? [] : [`${headings.notAt[language]} ${point}: ${why[language]}`];
  });
  return [`${headings.actsAt[language]}: ${acts}`, ...not];
}

/** What a rule on one object says in full, and the examples that it is tested with. */
function treeLines(rule: Rule, language: Language): readonly string[] {
  const { when, require, examples } = rule.tree;
  const block = (heading: Text, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`${heading[language]}:`, ...lines.map((line) => `  ${line}`)];
  return [
    `${headings.judges[language]}: ${kindsOf(rule).join(', ')}`,
    '',
    ...block(headings.when, when === undefined ? [] : outlineCondition(when)),
    ...block(headings.requires, outlineCondition(require)),
    '',
    ...block(headings.passes, Object.keys(examples.passes)),
    ...block(headings.fails, Object.keys(examples.fails)),
    ...block(headings.ignores, Object.keys(examples.ignores ?? {})),
  ];
}

function kindsOf({ tree }: Rule): readonly string[] {
  return tree.on.shapes.flatMap(({ kinds }) => kinds.map((one) => `${apiVersionOf(one)} ${one.kind}`));
}

const headings = {
  actsAt: { vi: 'Có hiệu lực tại', en: 'Acts at' },
  notAt: { vi: 'Không tại', en: 'Not at' },
  judges: { vi: 'Đánh giá', en: 'Judges' },
  when: { vi: 'Áp dụng khi', en: 'Applies when' },
  requires: { vi: 'Yêu cầu', en: 'Requires' },
  passes: { vi: 'Ví dụ đạt', en: 'Examples that pass' },
  fails: { vi: 'Ví dụ không đạt', en: 'Examples that fail' },
  ignores: { vi: 'Ví dụ không thuộc phạm vi', en: 'Examples that it leaves alone' },
} as const satisfies Readonly<Record<string, Text>>;

function unknownId(got: string): ReturnType<typeof problem> {
  const near = nearestName(got, [...policyCatalog.map(({ id }) => id), ...controls.map(({ id }) => id)]);
  return problem({
    code: 'nothing-to-explain',
    at: [],
    what: 'no rule and no clause has this id',
    got,
    want: near === undefined ? 'an id of a rule or a control' : `did you mean ${near}?`,
    next: 'run ndc explain without an id to see all rules',
  });
}
