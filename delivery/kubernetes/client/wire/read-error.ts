import { types } from 'node:util';
import { wireFault, type WireFault } from './wire';

const UNREACHABLE = new Set([
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
]);

/** Codes of OpenSSL's verification of a chain (X509_V_ERR_…) as Node gives them. */
const UNTRUSTED =
  /^(?:CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH|HOSTNAME_MISMATCH|ERR_TLS_|ERR_SSL_|ERR_OSSL_)/;

/** What an error of Node's sockets and TLS means. */
export function readConnectError(error: unknown): WireFault {
  const code = errorCode(error);
  const detail = nameError(error, 'the connection broke');
  if (code === 'CERT_HAS_EXPIRED') return wireFault('server-certificate-expired', detail, false);
  if (UNTRUSTED.test(code)) return wireFault('tls', `${detail}${reasonOf(error)}`, false);
  if (UNREACHABLE.has(code)) return wireFault('unreachable', detail, false);
  return wireFault('lost', detail, false);
}

/** The code of an error, or other words where it has none. */
export function nameError(error: unknown, otherwise: string): string {
  const code = errorCode(error);
  return code === '' ? otherwise : code;
}

/** The code of an error such as `ECONNREFUSED`; empty when it has none. */
function errorCode(error: unknown): string {
  return types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Names and reasons of certificates are public. */
function reasonOf(error: unknown): string {
  const REASON_LENGTH_MAX = 200;
  if (!types.isNativeError(error) || !('reason' in error) || typeof error.reason !== 'string') return '';
  return `: ${error.reason.slice(0, REASON_LENGTH_MAX)}`;
}
