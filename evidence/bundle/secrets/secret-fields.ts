/** What stands instead of a secret. A digest would let anybody try passwords until one fits. */
export const REDACTED = '<redacted>';

/** Fields whose text is a secret wherever they are: lower case, without `-`, `_` and `.`. */
export const secretFields: ReadonlySet<string> = new Set([
  'accesstoken',
  'accountkey',
  'apikey',
  'apitoken',
  'authtoken',
  'bearertoken',
  'bindpassword',
  'clientkey',
  'clientkeydata',
  'clientsecret',
  'connectionstring',
  'databaseurl',
  'dsn',
  'encryptionkey',
  'idtoken',
  'keystorepassword',
  'passphrase',
  'passwd',
  'password',
  'presharedkey',
  'privatekey',
  'privatekeypem',
  'psk',
  'pwd',
  'refreshtoken',
  'rootpassword',
  'sastoken',
  'secretaccesskey',
  'secretkey',
  'sessiontoken',
  'sharedkey',
  'sshprivatekey',
  'token',
  'truststorepassword',
  'userpassword',
  'webhooksecret',
]);

/** Endings of the names of variables of programs whose value is a secret. */
const VARIABLES =
  /(?:password|passwd|passphrase|token|secret|apikey|privatekey|secretkey|accesskey|credentials?|connectionstring|databaseurl|dsn)$/;

/** Fields of Terraform's JSON whose values another field marks as sensitive (Terraform, JSON Output Format). */
export const terraformMasks: readonly { readonly values: string; readonly mask: string }[] = [
  { values: 'before', mask: 'before_sensitive' },
  { values: 'after', mask: 'after_sensitive' },
  { values: 'values', mask: 'sensitive_values' },
];

/** Fields of a Kubernetes Secret that hold its values (Secret v1 core). */
export const kubernetesSecretFields: readonly string[] = ['data', 'stringData'];

/** The annotation in which kubectl keeps a whole object, values of Secrets too. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Letters one of which every name above has. */
const STEMS = [
  'credential',
  'databaseurl',
  'dsn',
  'key',
  'passphrase',
  'passw',
  'psk',
  'pwd',
  'secret',
  'sensitive',
  'token',
];
const STEM = [...STEMS, 'connectionstring'].map((stem) => stem.split('').join('[-_.]*')).join('|');
const NAME = new RegExp(`(?:${STEM})[-_.a-z0-9]*"|\\\\u`, 'i');

/** Whether a JSON text could have any name or mark that tells of a secret; a name with escapes could. */
export function mayNameSecret(json: string): boolean {
  return NAME.test(json);
}

/** Whether a field of this name holds a secret. */
export function isSecretField(name: string): boolean {
  return secretFields.has(plainName(name));
}

/** Whether a variable of a program of this name holds a secret. */
export function isSecretVariable(name: string): boolean {
  return VARIABLES.test(plainName(name));
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_.]/g, '');
}
