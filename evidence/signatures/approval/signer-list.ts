import { failure, problem, success, type FactPath, type Problem, type Result } from '../../../model/problem';
import { writeAllowedSigners } from '../ssh/allowed-signers';
import { parsePublicKey, type SshPublicKey } from '../ssh/public-key';
import { APPROVAL_NAMESPACE } from './envelope';
import { instant, plainName } from './field-forms';
import { listOf, objectOf, orNothing, refuseValue, type Reader } from './read-value';

/** Who may sign approvals, with which keys, in which roles. */
export interface SignerList {
  readonly signers: readonly Signer[];
}

/** An account that signs. */
export interface Signer {
  /** The name that statements carry, such as an address of mail; unique. */
  readonly principal: string;
  /** The person behind it; one person may have several accounts, and counts once. */
  readonly person: string;
  /** Roles in which the person may approve; none for people who only make changes. */
  readonly roles: readonly string[];
  readonly keys: readonly SignerKey[];
}

/** A key of a signer; signatures count from the first to the last second of its time. */
export interface SignerKey {
  readonly publicKey: SshPublicKey;
  readonly validFrom: string;
  readonly validUntil: string;
  /** From then on no signature of the key counts, whenever it was made; undefined for keys that nobody lost. */
  readonly revokedAt: string | undefined;
}

const SIGNERS_MAX = 1_000;
const KEYS_MAX = 16;
const ROLES_MAX = 16;

const publicKey: Reader<SshPublicKey> = (value, at) => {
  if (typeof value !== 'string')
    return refuseValue(at, value, {
      code: 'key-line',
      what: 'this is no OpenSSH public key',
      want: 'a line of a .pub file',
    });
  const key = parsePublicKey(value);
  return key.ok ? key : failure(key.problems.map((one) => problem({ ...one, at })));
};

const signer: Reader<Signer> = objectOf({
  principal: plainName,
  person: plainName,
  roles: listOf(plainName, { min: 0, max: ROLES_MAX }),
  keys: listOf(objectOf({ publicKey, validFrom: instant, validUntil: instant, revokedAt: orNothing(instant) }), {
    min: 0,
    max: KEYS_MAX,
  }),
});
const anything: Reader<unknown> = (value) => success(value);
const signers = objectOf({ signers: listOf(anything, { min: 1, max: SIGNERS_MAX }) });

/** A part of the list, with where it stands. */
type Placed<T> = { readonly value: T; readonly at: FactPath };

/** Reads a signer list from data: `{ signers: [{ principal, person, roles, keys: [{ publicKey, validFrom, validUntil }] }] }`. */
export function parseSignerList(value: unknown): Result<SignerList> {
  const list = signers(value, []);
  if (!list.ok) return list;
  const read = list.value.signers.map((one, index) => signer(one, ['signers', index]));
  const good = read.flatMap((one, index) => (one.ok ? [{ value: one.value, at: ['signers', index] }] : []));
  const keys = good.flatMap(({ value, at }) => placeMembers(value.keys, [...at, 'keys']));
  const problems = [
    ...read.flatMap((one) => (one.ok ? [] : one.problems)),
    ...findTwins(
      'signer-twice',
      good.map(({ value, at }) => ({ value: value.principal, at: [...at, 'principal'] })),
    ),
    ...good.flatMap(({ value, at }) => findTwins('role-twice', placeMembers(value.roles, [...at, 'roles']))),
    ...findTwins(
      'key-twice',
      keys.map(({ value, at }) => ({ value: value.publicKey.fingerprint, at: [...at, 'publicKey'] })),
    ),
    ...keys.flatMap(checkSpan),
  ];
  return problems.length > 0 ? failure(problems) : success({ signers: good.map((one) => one.value) });
}

function placeMembers<T>(values: readonly T[], at: FactPath): readonly Placed<T>[] {
  return values.map((value, index) => ({ value, at: [...at, index] }));
}

/** What stands twice: accounts, roles of one account, and keys, whosever they are. */
function findTwins(code: string, names: readonly Placed<string>[]): readonly Problem[] {
  const first = new Map<string, FactPath>();
  return names.flatMap(({ value, at }) => {
    const before = first.get(value);
    if (before === undefined) {
      first.set(value, at);
      return [];
    }
    const [what, next] = ['the same stands here as before', 'remove one; whose it is must be certain'];
    return [problem({ code, at, what, got: value, want: `what does not stand at ${before.join('/')}`, next })];
  });
}

function checkSpan({ value: { validFrom, validUntil }, at }: Placed<SignerKey>): readonly Problem[] {
  if (validFrom < validUntil) return [];
  const [what, next] = ['the key ends before it begins', 'give the key a time'];
  return [
    problem({ code: 'key-span', at: [...at, 'validUntil'], what, got: validUntil, want: `after ${validFrom}`, next }),
  ];
}

/** The account of a name. */
export function tryFindSigner({ signers: all }: SignerList, principal: string): Signer | undefined {
  return all.find((one) => one.principal === principal);
}

/** The person behind an account; a name that is no account of the list stands for itself. */
export function personOf(list: SignerList, name: string): string {
  return tryFindSigner(list, name)?.person ?? name;
}

/** A key with whose it is. */
export interface OwnedKey extends SignerKey {
  readonly owner: Signer;
}

/** The key with a fingerprint; no key is two accounts'. */
export function tryFindKey({ signers: all }: SignerList, fingerprint: string): OwnedKey | undefined {
  for (const owner of all)
    for (const key of owner.keys) if (key.publicKey.fingerprint === fingerprint) return { ...key, owner };
  return undefined;
}

/**
 * The lines of a file for `ssh-keygen -Y verify -f` that knows these signers at a moment: keys that are revoked by then are
 * left out, those that will be end then. Signatures may be for approvals, or for another namespace that is given.
 */
export function allowedSignersOf({ signers: all }: SignerList, now: string, namespace = APPROVAL_NAMESPACE): string {
  return writeAllowedSigners(
    all.flatMap(({ principal, keys }) =>
      keys
        .filter(({ revokedAt }) => revokedAt === undefined || revokedAt > now)
        .map(({ publicKey: key, validFrom, validUntil, revokedAt }) => ({
          principal,
          key,
          namespaces: [namespace],
          validFrom,
          validUntil: revokedAt !== undefined && revokedAt < validUntil ? revokedAt : validUntil,
        })),
    ),
  );
}
