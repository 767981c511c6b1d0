import { z } from 'zod';
import { riskClassNames } from '../approvals/risk-class';
import { date, slug, text } from './fields';

const role = slug(40);

/** The public key of one line of an `authorized_keys` file, without options and comment. */
const publicKey = z
  .string()
  .max(4_000)
  .regex(/^(?:ssh-ed25519|ecdsa-sha2-nistp(?:256|384)|ssh-rsa|sk-[a-z0-9@.-]{1,60}) [A-Za-z0-9+/]+={0,2}$/)
  .meta({ want: 'type and base64 of an OpenSSH public key, such as ssh-ed25519 AAAA…, without a comment' });

/** `approvals/signers/<name>.ts`: a person who may approve changes, under the name that the file has. */
export const signerFact = z.strictObject({
  roles: z.array(role).min(1).max(8),
  /** Mail addresses under which the person's commits stand. */
  accounts: z
    .array(
      z
        .string()
        .max(254)
        .regex(/^[a-z0-9._+-]+@[a-z0-9.-]+$/)
        .meta({ want: 'a mail address in lower case and plain letters' }),
    )
    .min(1)
    .max(10),
  keys: z
    .array(z.strictObject({ key: publicKey, from: date, until: date, revoked: date.optional() }))
    .min(1)
    .max(10),
});

/** `approvals/requirements.ts`: the roles in which people approve, and who must sign for each class of risk. */
export const requirementsFact = z.strictObject({
  roles: z.record(role, text),
  /** A signature counts for so many days at most. */
  daysMax: z.int().min(1).max(90),
  /** So many different people, each for another one of the roles. */
  needs: z.record(
    z.enum(riskClassNames),
    z.strictObject({ signatures: z.int().min(0).max(8), of: z.array(role).max(8) }),
  ),
});

/** What a person writes in `approvals/signers/<name>.ts`. */
export type SignerFact = z.input<typeof signerFact>;

/** What a person writes in `approvals/requirements.ts`. */
export type RequirementsFact = z.input<typeof requirementsFact>;
