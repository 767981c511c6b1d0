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
import { pathRisks } from './path-risks';
import type { Changes, Risk } from './risk';

/** Everything that looks for risks, the one list. */
const finders: readonly ((changes: Changes) => readonly Risk[])[] = [
  signerRisks,
  waiverRisks,
  pathRisks,
  destructionRisks,
  recoveryRisks,
  programRisks,
  findingRisks,
  objectRisks,
];

/** Every risk of a change, gravest first; at a first deploy there is nothing that could be weakened. */
export function findRisks(changes: Changes): readonly Risk[] {
  const { before, after, objects } = changes;
  if (before === undefined || before.view.model.approvals.signers.length === 0) {
    const signers = after.view.model.approvals.signers.map(({ id }) => id).join(', ') || 'nobody';
    return [
      {
        class: 'first-deploy',
        what: {
          vi: 'Chưa có ai được ghi nhận để phê duyệt; từ bộ tạo tác này sẽ có',
          en: 'Nobody is on record who could approve; from this assembly on these are',
        },
        witness: `signers: ${signers}`,
        count: objects.length,
        tenants: [],
      },
    ];
  }
  const rank = ({ class: name }: Risk): number => riskClassNames.indexOf(name);
  const key = ({ what, witness }: Risk): string => `${what.en}\n${witness}`;
  return finders.flatMap((find) => find(changes)).toSorted((a, b) => rank(a) - rank(b) || (key(a) < key(b) ? -1 : 1));
}
