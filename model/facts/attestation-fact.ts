import { z } from 'zod';
import { controls, type ControlId } from '../controls/control';
import { date, text } from './fields';

const ids = controls.map(({ id }) => id) as readonly ControlId[];

/** Base64 of the kind that an envelope carries; what it says is judged when the signature is. */
const base64 = z
  .string()
  .min(1)
  .max(65_536)
  .regex(/^[A-Za-z0-9+/]+=*$/)
  .meta({ want: 'base64' });

/** `attestations/records/…/<name>.json`: a signed record of a manual control, a DSSE envelope as `ndc attest` writes it. */
export const attestationFact = z.strictObject({
  payload: base64,
  payloadType: z.literal('application/vnd.in-toto+json'),
  signatures: z
    .array(z.strictObject({ keyid: z.string().max(64), sig: base64 }))
    .min(1)
    .max(4),
});

/** `attestations/periods/<name>.ts`: how often a duty is due here, where the law leaves it open, and from when. */
export const attestationPeriodFact = z.strictObject({
  control: z.enum(ids).meta({ want: 'the id of a control, as ndc explain lists them' }),
  days: z.int().min(1).max(3_650).optional(),
  from: date.optional(),
  basis: text,
});

/** What a person writes in `attestations/periods/<name>.ts`. */
export type AttestationPeriodFact = z.input<typeof attestationPeriodFact>;
