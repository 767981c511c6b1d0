/** One way in which Terraform fails. */
export interface FailureKindRow {
  /** Whether the same again may succeed without anybody changing anything. */
  readonly transient: boolean;
  /** What has to be true instead. */
  readonly want: string;
  readonly next: string;
}

/** Every way in which Terraform fails that the engine tells apart, with what to do about it. */
export const failureKinds = {
  'already-exists': {
    transient: false,
    want: 'no object of that name, or one that this shard takes over',
    next: "look whose the object is; if it is this shard's, plan again and let it be taken over",
  },
  'conflicting-write': {
    transient: true,
    want: 'an object that nobody else changes meanwhile',
    next: 'plan again: somebody changed the object',
  },
  forbidden: {
    transient: false,
    want: 'a user who may do this',
    next: 'give the user of the kubeconfig this right, or use another user',
  },
  'refused-by-admission': {
    transient: false,
    want: 'an object that the admission policies of the cluster let pass',
    next: 'change the facts so that the policy holds; it is named above',
  },
  'refused-by-rule': {
    transient: false,
    want: 'a plan of which every rule can say that it is as required',
    next: 'change the facts so that the rule holds, or except the finding; ndc explain tells why the rule stands',
  },
  unauthenticated: {
    transient: false,
    want: 'credentials that the cluster knows',
    next: 'renew the credentials in the kubeconfig',
  },
  'untrusted-certificate': {
    transient: false,
    want: 'certificates that are valid now and trusted by both sides',
    next: 'renew the certificate, or correct the clock or the authority in the kubeconfig',
  },
  unreachable: {
    transient: true,
    want: 'an API server that answers',
    next: 'wait until the site is reachable, then resume',
  },
  'other-cluster': {
    transient: false,
    want: 'the cluster that the shard was deployed to',
    next: 'look where the kubeconfig leads; if the cluster was made anew on purpose, run ndc deploy with --made-anew and its name',
  },
  'namespace-terminating': {
    transient: true,
    want: 'a namespace that stays',
    next: 'find what keeps the namespace from ending (finalizers), then resume',
  },
  'not-settled': {
    transient: true,
    want: 'a controller-manager that takes note of what was written',
    next: "see that the cluster's controller-manager runs, then resume",
  },
  'not-found': {
    transient: false,
    want: 'the object that this one stands in or refers to',
    next: 'plan again: something was deleted outside',
  },
  'invalid-object': {
    transient: false,
    want: 'an object that the API server accepts',
    next: 'report it: the assembly holds an object that is not legal',
  },
  // Terraform itself waited for the lock.
  'state-locked': {
    transient: false,
    want: 'a state that nobody else works on',
    next: 'wait for the holder of the lock; release it only when the holder is known to be gone',
  },
  'state-store': {
    transient: true,
    want: 'a store of states that can be read and written',
    next: 'look after the store of states, then resume: nothing is lost',
  },
  'store-changed': {
    transient: false,
    want: 'the store of states that the shard was deployed with',
    next: 'put the old store back, or move the state by hand with init -migrate-state',
  },
  'stale-plan': {
    transient: true,
    want: 'a plan made for the state as it is now',
    next: 'plan again: the state has changed since',
  },
  'provider-crash': {
    transient: true,
    want: 'a provider that answers',
    next: 'resume; if it crashes again, report the object it was about',
  },
  'not-initialized': {
    transient: false,
    want: 'a workspace with its providers',
    next: 'name the folder of the provider mirror, or make the registry reachable',
  },
  'shard-busy': {
    transient: true,
    want: 'one command at a time for a shard',
    next: 'wait for the process that works on it',
  },
  interrupted: { transient: true, want: 'a command that is left to finish', next: 'resume' },
  'timed-out': { transient: true, want: 'an end within the time allowed', next: 'look at the cluster, then resume' },
  'unreadable-answer': {
    transient: false,
    want: 'an answer in the form that Terraform 1.9 and newer write',
    next: 'report it with the version of Terraform',
  },
  other: { transient: false, want: 'no error', next: 'read the error; it is as Terraform wrote it' },
} as const satisfies Readonly<Record<string, FailureKindRow>>;

/** A way in which Terraform fails. */
export type FailureKind = keyof typeof failureKinds;
