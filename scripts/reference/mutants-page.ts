import { tryMutants, type MutantFate } from '../../policies/engine/mutation/try-mutants';
import { breakFields, type FieldFate } from '../../policies/engine/mutation/break-fields';
import { namedRules } from '../rules/rule-pack-text';
import { markdownPage, markdownTable } from './markdown';

/** What became of every mutant of every rule, and of every field that was broken in an example. */
export function mutantsPage(): string {
  const tried = namedRules.map(({ id, rule }) => {
    const mutants = tryMutants(rule.tree);
    const count = (fate: MutantFate): number => mutants.filter((one) => one.fate === fate).length;
    const fields = breakFields(rule.tree);
    const caught = (kind: FieldFate['kind']): number => fields.filter(({ fate }) => fate.kind === kind).length;
    return {
      id,
      force: rule.force,
      mutants: mutants.length,
      killed: count('killed'),
      survived: count('survived'),
      equivalent: count('equivalent'),
      fields: fields.length,
      caught: caught('caught'),
      beside: caught('caught-beside'),
      elsewhere: caught('caught-elsewhere'),
      equivalents: Object.entries(rule.tree.equivalents),
    };
  });
  const sum = (key: (typeof COUNTS)[number]): number => tried.reduce((all, one) => all + one[key], 0);
  const total = ['all', '', ...COUNTS.map((key) => String(sum(key)))];
  const rows = tried.map((one) => [`\`${one.id}\``, one.force, ...COUNTS.map((key) => String(one[key]))]);
  const equivalents = tried.flatMap(({ id, equivalents: list }) =>
    list.map(([change, why]) => [`\`${id}\``, change, why]),
  );
  return markdownPage('Mutants of the rules', [
    'Every rule is changed in one place at a time: a condition negated, dropped, or given the next operand; a quantifier turned; a list left out; what is absent let pass. The examples of the rule must tell it from each of these. Then every field that the rule reads is broken in each example that passes, and the rule must say so: at once, or once another field is changed that the rule was met by (beside), or in another of its examples, since it is met in another way in this one (elsewhere). A field that no example catches is a red test. `npm run mutate` prints this with the objects that tell a survivor apart.',
    markdownTable(
      [
        'Rule',
        'Force',
        'Mutants',
        'Killed',
        'Survived',
        'Equivalent',
        'Fields',
        'Caught',
        'Caught beside',
        'Caught elsewhere',
      ],
      [total, ...rows],
    ),
    '## Equivalent mutants',
    equivalents.length === 0
      ? 'None.'
      : 'No object on the edges of the rule tells these from the rule: what they change can make no difference, and why is written in the rule.',
    markdownTable(['Rule', 'Change', 'Why it makes no difference'], equivalents),
  ]);
}

const COUNTS = ['mutants', 'killed', 'survived', 'equivalent', 'fields', 'caught', 'beside', 'elsewhere'] as const;
