/** What stands instead of a secret. A digest would let anybody try passwords until one fits. */
export const REDACTED = '<redacted>';

/** Fields whose text is a secret wherever they are: lower case, without `-`, `_` and `.`. */
const FIELDS = new Set([
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

/** Whether a field of this name holds a secret. */
export function isSecretField(name: string): boolean {
  return FIELDS.has(plainName(name));
}

/** Whether a variable of a program of this name holds a secret. */
export function isSecretVariable(name: string): boolean {
  return VARIABLES.test(plainName(name));
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_.]/g, '');
}
