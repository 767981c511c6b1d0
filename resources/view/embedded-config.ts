import { isObject, listAt, textAt } from '../json-path';
import type { JsonObject, Resource } from '../resource';
import { parseStrictYaml } from '../read/text/strict-yaml';

/** A configuration file that stands as text inside another object. */
export interface EmbeddedConfig {
  /** Where it stands: `spec.kubeadmConfigSpec.files[0].content`. */
  readonly where: string;
  /** Path on the machine that gets it. */
  readonly path: string;
  /** The document in it; undefined when it isn't one YAML object, or comes from elsewhere. */
  readonly value: JsonObject | undefined;
  /** Why there is no value; empty when there is one. */
  readonly trouble: string;
}

const CONTENT_MAX = 1_000_000;

const places: Readonly<Record<string, readonly string[]>> = {
  KubeadmControlPlane: ['spec', 'kubeadmConfigSpec', 'files'],
  KubeadmConfig: ['spec', 'files'],
  KubeadmConfigTemplate: ['spec', 'template', 'spec', 'files'],
  KubeadmControlPlaneTemplate: ['spec', 'template', 'spec', 'kubeadmConfigSpec', 'files'],
};

const known = new WeakMap<Resource, readonly EmbeddedConfig[]>();

/** The files that a Kubeadm object writes to machines, such as audit policy and encryption configuration; read once. */
export function embeddedConfigs(resource: Resource): readonly EmbeddedConfig[] {
  const found = known.get(resource) ?? readConfigs(resource);
  known.set(resource, found);
  return found;
}

function readConfigs(resource: Resource): readonly EmbeddedConfig[] {
  const place = Object.hasOwn(places, resource.kind) ? places[resource.kind] : undefined;
  if (place === undefined) return [];
  return listAt(resource.body, ...place).map((file, index) => {
    const where = `${place.join('.')}[${index}].content`;
    const path = textAt(file, 'path') ?? '';
    const content = decode(textAt(file, 'content'), textAt(file, 'encoding'));
    return content === undefined
      ? { where, path, value: undefined, trouble: 'no content in the object' }
      : { where, path, ...parse(content) };
  });
}

/** The embedded file of a kind, such as `EncryptionConfiguration` or `Policy` of `audit.k8s.io`. */
export function tryEmbeddedConfig(resource: Resource, kind: string): EmbeddedConfig | undefined {
  return embeddedConfigs(resource).find((one) => textAt(one.value, 'kind') === kind);
}

function decode(content: string | undefined, encoding: string | undefined): string | undefined {
  if (content === undefined || content.length > CONTENT_MAX) return undefined;
  if (encoding === undefined || encoding === '') return content;
  return encoding === 'base64' ? Buffer.from(content, 'base64').toString('utf8') : undefined;
}

type Parsed = Pick<EmbeddedConfig, 'value' | 'trouble'>;

/** Every pool of machines gets the same few files; the text of each is read once. */
const byText = new Map<string, Parsed>();
const TEXTS_MAX = 100;

function parse(content: string): Parsed {
  const known = byText.get(content);
  if (known !== undefined) return known;
  const read = parseOnce(content);
  if (byText.size < TEXTS_MAX) byText.set(content, read);
  return read;
}

function parseOnce(content: string): Parsed {
  const parsed = parseStrictYaml(content);
  if (!parsed.ok) return { value: undefined, trouble: parsed.detail };
  const [document, ...more] = parsed.value;
  return more.length === 0 && isObject(document)
    ? { value: document, trouble: '' }
    : { value: undefined, trouble: 'not one YAML object' };
}
