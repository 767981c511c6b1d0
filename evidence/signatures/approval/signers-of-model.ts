import type { Approvals } from '../../../model/approvals/approvals';
import type { Result } from '../../../model/problem';
import { writeInstant } from '../ssh/instant';
import { parseSignerList, type SignerList } from './signer-list';

/** The signer list of an environment's facts: each person signs under the name of their fact, days are those of Vietnam. */
export function signersOf({ signers }: Pick<Approvals, 'signers'>): Result<SignerList> {
  return parseSignerList({
    signers: signers.map(({ id, roles, keys }) => ({
      principal: id,
      person: id,
      roles,
      keys: keys.map(({ key, from, until, revoked }) => ({
        publicKey: key,
        validFrom: startOf(from),
        validUntil: endOf(until),
        ...(revoked === undefined ? {} : { revokedAt: startOf(revoked) }),
      })),
    })),
  });
}

const VIETNAM = '+07:00';

/** The first second of a day in Vietnam, as UTC. */
function startOf(day: string): string {
  return writeInstant(new Date(`${day}T00:00:00${VIETNAM}`).toISOString());
}

/** The last second of a day in Vietnam, as UTC. */
function endOf(day: string): string {
  return writeInstant(new Date(`${day}T23:59:59${VIETNAM}`).toISOString());
}
