import type { Approvals, Signer } from '../approvals/approvals';
import type { BuildInput } from './build-input';
import { byId } from './sort';

/** Who may approve changes and who must, as the facts say. */
export function buildApprovals({ facts }: BuildInput): Approvals {
  const { roles, daysMax, needs } = facts.requirements;
  const signers = [...facts.signers].map(([id, { file, value }]): Signer => ({ id, ...value, origin: [file] }));
  return { roles, daysMax, needs, signers: byId(signers) };
}
