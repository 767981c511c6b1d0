import type { Diagnostic } from './diagnostic';
import type { FailureKind } from './failure-kinds';
import { parseLockInfo } from './lock-info';
import type { TerraformFailure } from './terraform-failure';

/**
 * What each kind of failure is known by, the first that matches: words of Terraform, of the API server, or of Go's
 * network library. Order matters: an admission policy and an ending namespace also say `forbidden`.
 */
const SIGNS: readonly (readonly [FailureKind, RegExp])[] = [
  ['state-locked', /^Error (?:acquiring|locking) the state(?: lock)?[^]*Lock Info:/],
  ['state-store', /^Error (?:acquiring|releasing|locking|unlocking) the state/],
  [
    'state-store',
    /^(?:Error |Failed to )(?:load|read|save|write|persist|refresh|inspect)\w*\s(?:the\s)?(?:remote\s)?state/i,
  ],
  ['store-changed', /^Backend (?:configuration (?:block has )?changed|type changed)/],
  ['stale-plan', /^Saved plan (?:is stale|does not match)/],
  [
    'provider-crash',
    /^(?:Plugin did not respond|Request cancelled|Plugin error)|the plugin encountered an error, and failed/i,
  ],
  ['not-initialized', /^(?:Inconsistent dependency lock file|Required plugins are not installed)/],
  ['not-initialized', /^(?:Backend initialization required|Failed to (?:query available|install|obtain) provider)/],
  ['namespace-terminating', /because it is being terminated/],
  [
    'refused-by-admission',
    /admission webhook "[^"]*" denied|ValidatingAdmissionPolicy '[^']*'|violates PodSecurity|exceeded quota/,
  ],
  ['not-settled', /Quotas don't match after|timeout while waiting for/],
  ['already-exists', /" already exists|AlreadyExists/],
  ['conflicting-write', /the object has been modified|Operation cannot be fulfilled/],
  ['unauthenticated', /\bUnauthorized\b|You must be logged in to the server/],
  ['forbidden', /\bis forbidden: |\bforbidden: User /],
  ['untrusted-certificate', /x509: |tls: (?:bad|expired|unknown|failed to verify|certificate)/],
  ['unreachable', /dial tcp|connection (?:refused|reset)|no such host|i\/o timeout|TLS handshake timeout|\bEOF\b/],
  ['unreachable', /http2: |context deadline exceeded|Client\.Timeout|network is unreachable|no route to host/],
  ['unreachable', /an error on the server \(|the server (?:has received too many|is currently unable|was unable)/],
  ['unreachable', /etcdserver: |apiserver (?:is shutting down|not ready)/],
  ['not-found', /" not found|NotFound/],
  ['invalid-object', /\bis invalid: |Invalid value: |unable to recognize/],
  ['interrupted', /operation (?:was )?canceled|execution halted|^Two interrupts received/i],
];

const MESSAGE_LENGTH_MAX = 2_000;

/** Tells what kind of failure an error is. */
export function classify({ summary, detail, address }: Diagnostic): TerraformFailure {
  const words = `${summary} ${detail}`.replaceAll(/\s+/g, ' ');
  const kind = SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'other';
  const lock = kind === 'state-locked' ? parseLockInfo(detail) : undefined;
  const message = [summary, detail].filter((part) => part !== '').join(': ');
  return { kind, message: message.slice(0, MESSAGE_LENGTH_MAX), address, lock };
}
