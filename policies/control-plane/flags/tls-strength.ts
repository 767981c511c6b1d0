/** Versions of TLS without known weakness, as flags of Kubernetes name them. */
export const STRONG_VERSIONS: readonly string[] = ['VersionTLS12', 'VersionTLS13'];

/** The first suite without forward secrecy or authenticated encryption; `none` when there is none to choose. */
export function tryWeakCipher(suites: readonly string[]): string | undefined {
  return suites.length === 0 ? 'none' : suites.find((one) => !STRONG_SUITE.test(one));
}

const STRONG_SUITE = /^TLS_(?:ECDHE_(?:ECDSA|RSA)_WITH_)?(?:AES_(?:128|256)_GCM|CHACHA20_POLY1305)_SHA(?:256|384)$/;
