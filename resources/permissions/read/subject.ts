import type { AccessSubject } from './access-rule';

const ACCOUNT = 'system:serviceaccount:';
const ACCOUNTS = 'system:serviceaccounts';
const AUTHENTICATED = 'system:authenticated';
const UNAUTHENTICATED = 'system:unauthenticated';

/** Members of this group pass every check, whatever roles say (RBAC Good Practices, "Least privilege"). */
export const MASTERS = 'system:masters';

/** Somebody whom an API server has identified: a user or service account, or whoever is a member of a group. */
export interface Caller extends AccessSubject {
  /** Groups beside those that Kubernetes gives by itself.
   * @default - none
   */
  readonly groups?: readonly string[] | undefined;
}

/** What tells identities apart: `user:<name>` or `group:<name>`; a service account is the user that it calls as. */
export function subjectKey({ kind, name, namespace }: AccessSubject): string {
  if (kind === 'Group') return `group:${name}`;
  return kind === 'ServiceAccount' ? `user:${ACCOUNT}${namespace ?? ''}:${name}` : `user:${name}`;
}

/** Who a key of {@link subjectKey} stands for. */
export function subjectOf(key: string): AccessSubject {
  const name = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('group:')) return { kind: 'Group', name };
  return tryAccount(name) ?? { kind: 'User', name };
}

/** A service account as a subject. */
export function accountSubject(namespace: string, name: string): AccessSubject {
  return { kind: 'ServiceAccount', name, namespace };
}

/**
 * The keys of all that a caller is to the API server: itself first, then its groups, those included that Kubernetes gives
 * every member (Authenticating, "Anonymous requests"; Managing Service Accounts, "Bound service account tokens").
 */
export function identitiesOf(caller: Caller): readonly string[] {
  const own = [subjectKey(caller), ...(caller.groups ?? []).map((name) => `group:${name}`)];
  return [
    ...new Set([...own, ...own.flatMap(impliedBy), `group:${callsAsAnybody(own) ? UNAUTHENTICATED : AUTHENTICATED}`]),
  ];
}

function impliedBy(key: string): readonly string[] {
  if (key.startsWith(`group:${ACCOUNTS}:`)) return [`group:${ACCOUNTS}`];
  const { kind, namespace } = subjectOf(key);
  return kind === 'ServiceAccount' ? [`group:${ACCOUNTS}`, `group:${ACCOUNTS}:${namespace ?? ''}`] : [];
}

function callsAsAnybody(keys: readonly string[]): boolean {
  return keys.includes('user:system:anonymous') || keys.includes(`group:${UNAUTHENTICATED}`);
}

function tryAccount(user: string): AccessSubject | undefined {
  if (!user.startsWith(ACCOUNT)) return undefined;
  const [namespace = '', name = '', ...rest] = user.slice(ACCOUNT.length).split(':');
  // Kubernetes splits at every colon, and takes nothing with more of them for an account.
  return namespace === '' || name === '' || rest.length > 0 ? undefined : accountSubject(namespace, name);
}
