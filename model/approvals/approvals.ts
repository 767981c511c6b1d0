import type { FactPath } from '../problem';
import type { Text } from '../text';
import type { RiskClass } from './risk-class';

/** A key with which a person signs, and the days on which it counts, both included, in the time of Vietnam. */
export interface SignerKey {
  /** Type and base64 of an OpenSSH public key (RFC 4253 §6.6). */
  readonly key: string;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  /** `YYYY-MM-DD`. */
  readonly until: string;
  /** The day from which the key counts no more, nor anything that it ever signed: `YYYY-MM-DD`.
   * @default - it was never revoked
   */
  readonly revoked?: string | undefined;
}

/** A person who may approve changes. */
export interface Signer {
  /** Name of the fact's file, and the principal of `ssh-keygen -Y`. */
  readonly id: string;
  readonly roles: readonly string[];
  /** Mail addresses under which the person's commits stand, lower case: nobody approves what they wrote. */
  readonly accounts: readonly string[];
  readonly keys: readonly SignerKey[];
  readonly origin: FactPath;
}

/** Who must sign for a class of risk: so many different people, each for another one of these roles. */
export interface SignatureNeed {
  readonly signatures: number;
  readonly of: readonly string[];
}

/** Who may approve changes of an environment, and what needs whose signature. */
export interface Approvals {
  /** What people are to approve as, by name. */
  readonly roles: Readonly<Record<string, Text>>;
  /** A signature counts for so many days at most. */
  readonly daysMax: number;
  readonly needs: Readonly<Record<RiskClass, SignatureNeed>>;
  /** Sorted by id. */
  readonly signers: readonly Signer[];
}
