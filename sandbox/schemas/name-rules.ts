import { isSchema } from './schema-set';
import type { SchemaViolation } from './schema-violation';

const LABEL_MAX = 63;
const NAME_MAX = 253;
/** RFC 1123 subdomain; rights may also carry colons (Kubernetes path segment names). */
const NAME = /^[a-z0-9]([-a-z0-9.:]*[a-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
const LABEL_KEY = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
/** Bytes of all annotations of an object together. */
const ANNOTATIONS_MAX = 262_144;

/** What the API server checks of names, labels and annotations beside the schema. */
export function nameViolations(object: unknown): readonly SchemaViolation[] {
  const metadata = isSchema(object) && isSchema(object['metadata']) ? object['metadata'] : {};
  const isNamespace = isSchema(object) && object['kind'] === 'Namespace';
  return [
    ...nameViolation('/metadata/name', metadata['name'], isNamespace ? LABEL_MAX : NAME_MAX),
    ...(metadata['namespace'] === undefined
      ? []
      : nameViolation('/metadata/namespace', metadata['namespace'], LABEL_MAX)),
    ...labelViolations(metadata['labels']),
    ...annotationViolations(metadata['annotations']),
  ];
}

function nameViolation(pointer: string, name: unknown, maximum: number): readonly SchemaViolation[] {
  if (typeof name === 'string' && name.length <= maximum && NAME.test(name)) return [];
  return [{ pointer, message: `must be an RFC 1123 name of at most ${maximum} characters` }];
}

function labelViolations(labels: unknown): readonly SchemaViolation[] {
  if (!isSchema(labels)) return [];
  return Object.entries(labels).flatMap(([key, value]) => {
    const good =
      LABEL_KEY.test(key) && typeof value === 'string' && value.length <= LABEL_MAX && LABEL_VALUE.test(value);
    return good ? [] : [{ pointer: `/metadata/labels/${key}`, message: 'is no legal label' }];
  });
}

function annotationViolations(annotations: unknown): readonly SchemaViolation[] {
  if (!isSchema(annotations)) return [];
  const bytes = Object.entries(annotations).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(`${key}${String(value)}`),
    0,
  );
  return bytes <= ANNOTATIONS_MAX
    ? []
    : [{ pointer: '/metadata/annotations', message: `is over ${ANNOTATIONS_MAX} bytes` }];
}
