import { controls, tryFindControl, type CatalogControl } from '../../model/controls/control';
import { nearestName } from '../../model/nearest-name';
import { ProblemError, problem } from '../../model/problem';
import { policyCatalog } from '../../policies/catalog';
import type { NamedPolicy } from '../../policies/evaluation';
import { defineCommand, exitCodes, formatOption, textOption, type CommandOption } from '../command';
import type { Language } from '../../model/text';

const languageOption = {
  name: 'lang',
  meaning: 'language of the texts',
  value: 'language',
  default: 'en',
  choices: ['vi', 'en'],
} as const satisfies CommandOption;

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
    const language: Language = textOption(input, 'lang') === 'vi' ? 'vi' : 'en';
    const json = textOption(input, 'format') === 'json';
    io.out(id === undefined ? listRules(language, json) : explain(id, language, json));
    return Promise.resolve(exitCodes.clean);
  },
});

function listRules(language: Language, json: boolean): string {
  const rows = policyCatalog.map(({ id, policy }) => ({ id, force: policy.force, title: policy.title[language] }));
  if (json) return `${JSON.stringify(rows)}\n`;
  return `${rows.map(({ id, force, title }) => `${id}  [${force}]  ${title}`).join('\n')}\n`;
}

function explain(id: string, language: Language, json: boolean): string {
  const rule = policyCatalog.find((one) => one.id === id);
  if (rule !== undefined) return json ? `${JSON.stringify(ruleData(rule))}\n` : ruleText(rule, language);
  const control = tryFindControl(id);
  if (control !== undefined)
    return json ? `${JSON.stringify({ ...control, rules: rulesOf(control) })}\n` : controlText(control, language);
  throw new ProblemError([unknownId(id)]);
}

function ruleData({ id, policy }: NamedPolicy): object {
  const { title, force, controls: cited, why, fix, mayBeVacuous } = policy;
  return { id, title, force, controls: cited, why, fix, mayBeVacuous };
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
    ...clauses,
    '',
  ].join('\n');
}

function controlText(control: CatalogControl, language: Language): string {
  const rules = rulesOf(control);
  const answered = rules.length > 0 ? rules.map((one) => `  ${one}`) : ['  —'];
  return [
    `${control.id}  (${control.mark})`,
    control.title[language],
    '',
    control.requirement[language],
    '',
    ...answered,
    '',
  ].join('\n');
}

function rulesOf(control: CatalogControl): readonly string[] {
  return policyCatalog.filter(({ policy }) => policy.controls.includes(control.id)).map(({ id }) => id);
}

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
