import { dump, load } from 'js-yaml';
import { messageOf } from '../../caught';
import { UnusableFile } from './unusable-file';

/**
 * An EncryptionConfiguration (apiserver.config.k8s.io/v1) for the same resources, with a local key (`secretbox`,
 * XSalsa20 and Poly1305) where the given one asks a key service: there is none on this machine.
 * @throws UnusableFile when the text is no EncryptionConfiguration with resources
 */
export function encryptLocally(text: string, key: string): string {
  const given = parse(text);
  const entries = isObject(given) && Array.isArray(given['resources']) ? (given['resources'] as unknown[]) : [];
  const resources = entries.filter(isObject).map((entry) => ({
    resources: entry['resources'],
    providers: [{ secretbox: { keys: [{ name: 'local', secret: key }] } }],
  }));
  if (resources.length === 0) throw new UnusableFile('the encryption configuration names no resources');
  return dump({ apiVersion: 'apiserver.config.k8s.io/v1', kind: 'EncryptionConfiguration', resources });
}

function parse(text: string): unknown {
  try {
    return load(text);
  } catch (error) {
    throw new UnusableFile(`the encryption configuration is no YAML: ${messageOf(error)}`, { cause: error });
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
