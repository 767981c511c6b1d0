import { riskClassNames } from '../../model/approvals/risk-class';
import {
  destructionRisks,
  findingRisks,
  objectRisks,
  programRisks,
  recoveryRisks,
  signerRisks,
  templateRisks,
  waiverRisks,
} from './change-risks';
import type { ReviewedState } from '../reviewed-state';
import { defenceRisks } from './defence-risks';
import { exchangeRisks } from './exchange-risks';
import { pathRisks } from './path-risks';
import { rightRisks } from './right-risks';
import { ruleRisks } from './rule-risks';
import type { Changes, Risk } from './risk';

/** Everything that looks for risks, the one list; of one class those that tell most come first. */
const finders: readonly ((changes: Changes) => readonly Risk[])[] = [
  signerRisks,
  ruleRisks,
  waiverRisks,
  exchangeRisks,
  pathRisks,
  defenceRisks,
  destructionRisks,
  recoveryRisks,
  programRisks,
  rightRisks,
  findingRisks,
  templateRisks,
  objectRisks,
];

/** Every risk of a change, gravest first; without a base there is nothing that could be weakened. */
export function findRisks(changes: Changes): readonly Risk[] {
  const rank = ({ class: name }: Risk): number => riskClassNames.indexOf(name);
  const found = changes.before === undefined ? [] : finders.flatMap((find) => find(changes));
  return [...found, ...firstDeploy(changes)].toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Whether nobody is on record who could sign a change: nothing was deployed, or nobody was named there in a role that any
 * change asks for. People who only sign records of manual controls are nobody here.
 */
export function isUnsigned(before: ReviewedState | undefined): boolean {
  if (before === undefined) return true;
  const { signers, needs } = before.view.model.approvals;
  const stated: Readonly<Partial<typeof needs>> = needs;
  // A state from before a class says nothing of it.
  const asked = new Set(riskClassNames.flatMap((name) => stated[name]?.of ?? []));
  return !signers.some((one) => one.roles.some((role) => asked.has(role)));
}

function firstDeploy({ before, after, objects }: Changes): readonly Risk[] {
  if (!isUnsigned(before)) return [];
  const signers = after.view.model.approvals.signers.map(({ id }) => id);
  return [
    {
      class: 'first-deploy',
      what:
        signers.length === 0
          ? {
              vi: 'Chưa có ai được ghi nhận để phê duyệt, và bộ tạo tác này cũng không nêu ai',
              en: 'Nobody is on record who could approve, and this assembly names nobody either',
            }
          : {
              vi: 'Chưa có ai được ghi nhận để phê duyệt; những người mà bộ tạo tác này nêu được ghi nhận từ nay',
              en: 'Nobody is on record who could approve; those whom this assembly names are from now on',
            },
      witness:
        signers.length === 0
          ? { vi: 'người ký: chưa có ai', en: 'signers: nobody' }
          : { vi: `người ký: ${signers.join(', ')}`, en: `signers: ${signers.join(', ')}` },
      count: before === undefined ? objects.length : 1,
      tenants: [],
    },
  ];
}
