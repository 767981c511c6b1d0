import type { ControlId } from '../controls/control';
import type { FactPath } from '../problem';

/** What a record may be about. */
export const subjectKinds = ['system', 'site', 'tenant', 'platform', 'nation'] as const;

/** What a duty binds and a record is about; the platform and the nation are one each, so their id is their kind. */
export interface AttestedSubject {
  readonly kind: (typeof subjectKinds)[number];
  readonly id: string;
}

/** Halves of a duty that asks for each of two. */
export const dutyParts = ['external', 'internal'] as const;

/** One half of a duty, such as a penetration test from outside. */
export type DutyPart = (typeof dutyParts)[number];

/** What came out. */
export const outcomes = ['met', 'not-met'] as const;

/** The document that a record speaks of. */
export interface AttestedDocument {
  readonly name: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
}

/** Who did it. */
export interface AttestingUnit {
  readonly name: string;
  /** The tenant that the unit belongs to.
   * @default - it belongs to none
   */
  readonly tenant?: string | undefined;
  /** Whether it is independent of who operates the system (Decree 331/2026 Art. 31.2 c), as its signer says. */
  readonly independent: boolean;
}

/**
 * A dated record that a manual control was carried out, as somebody signed it. It says what was done; how long that counts
 * follows from the law and the facts, never from the record.
 */
export interface Attestation {
  /** Name of its file. */
  readonly id: string;
  readonly subject: AttestedSubject;
  readonly control: ControlId;
  /** @default - the duty has no halves */
  readonly part?: DutyPart | undefined;
  /** `YYYY-MM-DD`. */
  readonly doneOn: string;
  readonly by: AttestingUnit;
  readonly outcome: (typeof outcomes)[number];
  /** What is still open, in the signer's words; empty when it was met. */
  readonly open: readonly string[];
  readonly document: AttestedDocument;
  /** Name of the signer's fact, and the role of the signature. */
  readonly signer: string;
  readonly role: string;
  /** `YYYY-MM-DDTHH:MM:SSZ`, by the signer's word. */
  readonly signedAt: string;
  /** Fingerprints of the keys whose signatures hold, sorted: `SHA256:` and 43 characters.
   * @default - not signed yet
   */
  readonly keys?: readonly string[] | undefined;
  readonly origin: FactPath;
}

/** A record as its file has it: a DSSE envelope in canonical form, which carries its own signatures. */
export interface SignedRecord {
  readonly id: string;
  readonly envelope: {
    readonly payload: string;
    readonly payloadType: string;
    readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
  };
  readonly origin: FactPath;
}

/** What an environment declares of a duty that the law leaves open: how often, and from when. */
export interface DeclaredPeriod {
  readonly id: string;
  readonly control: ControlId;
  /** @default - as often as the law says */
  readonly days?: number | undefined;
  /** The day from which it is counted where nothing was attested: `YYYY-MM-DD`.
   * @default - from when the law and the system say
   */
  readonly from?: string | undefined;
  /** On what the declaration stands. */
  readonly basis: { readonly vi: string; readonly en: string };
  readonly origin: FactPath;
}

/** What the facts say of manual controls: records as signed, and declared periods, sorted by id. */
export interface StatedAttestations {
  readonly records: readonly SignedRecord[];
  readonly periods: readonly DeclaredPeriod[];
}
