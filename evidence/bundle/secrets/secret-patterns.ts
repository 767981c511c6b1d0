/** A form of secrets that can be told in any text by how it is written. */
export interface SecretPattern {
  /** What it is, for people. */
  readonly what: string;
  /** Texts one of which every match has; looked for first, since that is fast. */
  readonly hints: readonly string[];
  /** With the flag `g`; every repetition that could be long is bounded. */
  readonly pattern: RegExp;
}

/** Every form that is looked for, in the texts of parts and in what stands in them in base64. */
export const secretPatterns: readonly SecretPattern[] = [
  {
    what: 'an SSH private key',
    hints: ['OPENSSH PRIVATE KEY'],
    pattern: /-----BEGIN OPENSSH PRIVATE KEY-----[\s\S]{0,40}?[A-Za-z0-9+/]{24}/g,
  },
  {
    what: 'an SSH private key of PuTTY',
    hints: ['PuTTY-User-Key-File-'],
    pattern: /PuTTY-User-Key-File-\d:/g,
  },
  {
    what: 'a PEM private key',
    hints: ['PRIVATE KEY'],
    pattern:
      /-----BEGIN (?!OPENSSH)(?:[A-Z0-9]{1,16} ){0,3}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,400}?[A-Za-z0-9+/]{24}/g,
  },
  {
    what: 'a private key of age',
    hints: ['AGE-SECRET-KEY-1'],
    pattern: /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}/g,
  },
  {
    what: 'a client key of a kubeconfig',
    hints: ['client-key-data'],
    pattern: /client-key-data\\?["']?\s{0,8}:\s{0,8}\\?["']?[A-Za-z0-9+/]{32}/g,
  },
  {
    what: 'a token',
    hints: ['oken'],
    pattern: /\b[Tt]oken\\?["']?\s{0,8}[:=]\s{0,8}\\?["']?(?=[A-Za-z._~+/-]{0,64}\d)[A-Za-z0-9._~+/-]{20}/g,
  },
  {
    what: 'a JSON web token',
    hints: ['eyJ'],
    pattern: /\beyJ[A-Za-z0-9_-]{8,4096}\.eyJ[A-Za-z0-9_-]{8,8192}\.[A-Za-z0-9_-]{16}/g,
  },
  {
    what: 'a bearer token',
    hints: ['earer', 'BEARER'],
    pattern: /\bbearer[ :=]{1,3}\\?["']?(?=[A-Za-z._~+/-]{0,64}\d)[A-Za-z0-9._~+/-]{20}/gi,
  },
  {
    what: 'a password of basic authentication',
    hints: ['asic ', 'BASIC '],
    pattern: /\bauthorization\\?["']?\s{0,8}[:=]\s{0,8}\\?["']?basic [A-Za-z0-9+/]{8}/gi,
  },
  {
    what: 'a password in a URL',
    hints: ['://'],
    pattern: /:\/\/[^\s/:@"'`<>\\]{0,128}:[^\s/@"'`<>${*[\\][^\s/@"'`<>\\]{0,128}@/g,
  },
  {
    what: 'a password in a connection string',
    hints: ['assword=', 'ASSWORD=', 'pwd=', 'Pwd=', 'PWD='],
    pattern: /\b(?:password|pwd)=(?=[^;&\s"'<${*[\\/])[^;&\s"'<\\]{4}/gi,
  },
  {
    what: 'an access key of AWS',
    hints: ['AKIA', 'ASIA'],
    pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g,
  },
  {
    what: 'a secret access key of AWS',
    hints: ['ecret', 'ECRET'],
    pattern: /\b(?:aws_?)?secret_?access_?key\\?["']?\s{0,8}[:=]\s{0,8}\\?["']?[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/gi,
  },
  {
    what: 'a token of GitHub',
    hints: ['gh'],
    pattern: /\b(?:gh[oprsu]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40})/g,
  },
  {
    what: 'a token of GitLab',
    hints: ['glpat-'],
    pattern: /\bglpat-[A-Za-z0-9_-]{20}/g,
  },
  {
    what: 'a token of Vault',
    hints: ['hvs.', 'hvb.'],
    pattern: /\bhv[bs]\.[A-Za-z0-9_-]{24}/g,
  },
];
