import { z } from 'zod';
import { date, slug } from './fields';

/** `exceptions/<id>.ts`: an approved, dated skip of one policy on one resource. */
export const exceptionFact = z.strictObject({
  policy: z
    .string()
    .regex(/^[a-z-]+\/[a-z0-9-]+$/)
    .meta({ want: 'the id of a policy, such as network/require-default-deny' }),
  /** The id of the resource as the gate prints it. */
  resource: z.string().min(1).max(400),
  /** What the finding says stands there, as `ndc gate --format json` prints it; anything else there ends the exception. */
  value: z.string().min(1).max(2_000),
  /** The tenant that answers for it. */
  owner: slug(20),
  reason: z.string().min(10).max(1_000),
  approver: z.string().min(1).max(200),
  from: date,
  expires: date,
});

/** What a person writes in `exceptions/<id>.ts`. */
export type ExceptionFact = z.input<typeof exceptionFact>;
