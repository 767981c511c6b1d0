import { citationOf, findControl } from '../../model/controls/control';
import { printCount } from '../../model/print-count';
import { languages, type Text } from '../../model/text';
import { policyCatalog } from '../../policies/catalog';
import type { Policy } from '../../policies/define-policy';
import { markdownPage, markdownTable } from './markdown';

/** The page of all policies: an index, then each one with what it asks, why, and what answers for it. */
export function policiesPage(): string {
  const rows = policyCatalog.map(({ id, policy }) => [`\`${id}\``, policy.force, policy.title.vi, policy.title.en]);
  const index = markdownTable(['Policy', 'Force', 'Tiêu đề', 'Title'], rows);
  const count = `${printCount(policyCatalog.length, 'policy', 'policies')}. One that blocks stops a deployment when it fails or can't tell.`;
  return markdownPage('Policies', [count, index, ...policyCatalog.map(({ id, policy }) => policyBlock(id, policy))]);
}

function policyBlock(id: string, policy: Policy): string {
  const vacuous = policy.mayBeVacuous === undefined ? [] : [both('May apply to nothing', policy.mayBeVacuous)];
  const clauses = policy.controls.map((control) => {
    const found = findControl(control);
    return `- \`${control}\`: ${languages.map((language) => citationOf(found, language)).join(' / ')}`;
  });
  return [
    `## ${id}`,
    both(policy.force === 'block' ? 'Blocks' : 'Warns', policy.title),
    both('Why', policy.why),
    both('Fix', policy.fix),
    ...vacuous,
    clauses.join('\n'),
  ].join('\n\n');
}

function both(label: string, text: Text): string {
  return `**${label}.** ${text.vi}\n\n*${text.en}*`;
}
