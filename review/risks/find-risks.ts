import { riskClassNames } from '../../model/approvals/risk-class';
import {
  destructionRisks,
  findingRisks,
  objectRisks,
  programRisks,
  recoveryRisks,
  signerRisks,
  waiverRisks,
} from './change-risks';
import type { ReviewedState } from '../reviewed-state';
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
  destructionRisks,
  recoveryRisks,
  programRisks,
  rightRisks,
  findingRisks,
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
  const asked = new Set(riskClassNames.flatMap((name) => needs[name].of));
  return !signers.some(({ roles }) => roles.some((role) => asked.has(role)));
}

function firstDeploy({ before, after, objects }: Changes): readonly Risk[] {
  if (!isUnsigned(before)) return [];
  const signers = after.view.model.approvals.signers.map(({ id }) => id).join(', ');
  return [
    {
      class: 'first-deploy',
      what: {
        vi: 'Chưa có ai được ghi nhận để phê duyệt; từ bộ tạo tác này sẽ có',
        en: 'Nobody is on record who could approve; from this assembly on these are',
      },
      witness: `signers: ${signers === '' ? 'nobody' : signers}`,
      count: objects.length,
      tenants: [],
    },
  ];
}
