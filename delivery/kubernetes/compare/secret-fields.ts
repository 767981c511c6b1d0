import type { JsonValue } from '../../../resources/resource';
import { fieldNames, lastField, type FieldPath } from './field-path';

/** Shown in the place of a secret value. */
export const REDACTED = '(secret)';

/** Parts of objects that hold secrets, by kind (core/v1 Secret; kubeadm and cloud-init of Cluster API). */
const SECRET_PARTS: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ['Secret', [/^data\b/, /^stringData\b/]],
  ['KubeadmConfig', [/\bfiles\.content$/, /\bpasswd$/]],
  ['KubeadmConfigTemplate', [/\bfiles\.content$/, /\bpasswd$/]],
  ['KubeadmControlPlane', [/\bfiles\.content$/, /\bpasswd$/]],
]);

/** Names of fields whose value is a secret in any kind; a reference to a secret is none. */
const SECRET_NAMES =
  /^(?:password|passwd|passphrase|token|bearerToken|secretKey|secretAccessKey|accessKeySecret|clientSecret|privateKey|certificateKey|apiKey|caKey)$/i;

/** Keys of annotations that repeat a whole object. */
const REPEATING = 'kubectl.kubernetes.io/last-applied-configuration';

/** A value as it may be shown: secret ones are replaced, wherever they stand below. */
export function redact(kind: string, path: FieldPath, value: JsonValue | undefined): JsonValue | undefined {
  if (value === undefined) return undefined;
  const holder = path.at(-2);
  const isVariable = holder !== undefined && 'keys' in holder && lastField(path) === 'value';
  if (isVariable && isSecretVariable({ ...holder.keys, value })) return redactLeaves(value);
  return redactBelow(kind, fieldNames(path), value);
}

function redactBelow(kind: string, names: readonly string[], value: JsonValue): JsonValue {
  if (isSecretPlace(kind, names)) return redactLeaves(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((one) => redactBelow(kind, names, one));
  const isSecretPair = isSecretVariable(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      isSecretPair && key === 'value' ? REDACTED : redactBelow(kind, [...names, key], one),
    ]),
  );
}

function isSecretPlace(kind: string, names: readonly string[]): boolean {
  const last = names.at(-1) ?? '';
  if (last === REPEATING) return true;
  const written = names.join('.');
  return SECRET_NAMES.test(last) || (SECRET_PARTS.get(kind)?.some((part) => part.test(written)) ?? false);
}

/** An environment variable that carries a secret in plain text. */
function isSecretVariable(value: object): boolean {
  const name = 'name' in value ? value.name : undefined;
  return (
    typeof name === 'string' && 'value' in value && /PASSWORD|PASSWD|SECRET|TOKEN|PRIVATE_?KEY|API_?KEY/i.test(name)
  );
}

/** Keys stay, so that one sees which entry changed; values don't. */
function redactLeaves(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return REDACTED;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(redactLeaves);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redactLeaves(one)]));
}
