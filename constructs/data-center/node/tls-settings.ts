/** Lowest version of TLS of every component (TCVN 14423:2026 5.12.2.3: secure protocols only). */
export const TLS_VERSION_MIN = 'VersionTLS12';

/** Cipher suites of TLS 1.2, by their IANA names: forward secrecy and authenticated encryption. */
export const tlsCipherSuites = [
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
] as const;
