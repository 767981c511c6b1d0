import { isSchema } from './schema-set';
import { quoteValue, type SchemaViolation } from './schema-violation';

const DNS = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
/** Bytes of all annotations of an object together. */
const ANNOTATIONS_MAX = 262_144;

/** A form of names: its longest length, its pattern and its words. */
interface NameForm {
  readonly lengthMax: number;
  readonly pattern: RegExp;
  readonly words: string;
}

const LABEL: NameForm = { lengthMax: 63, pattern: new RegExp(`^${DNS}$`), words: 'an RFC 1123 label' };
const SUBDOMAIN: NameForm = {
  lengthMax: 253,
  pattern: new RegExp(`^${DNS}(?:\\.${DNS})*$`),
  words: 'an RFC 1123 subdomain',
};
/** Names of rights: anything that can stand between two slashes of a path. */
const PATH_SEGMENT: NameForm = { lengthMax: 253, pattern: /^(?!\.\.?$)[^/%]+$/, words: 'a path segment' };

/** Kinds whose names have another form than a subdomain. */
const FORMS: ReadonlyMap<string, NameForm> = new Map([
  ['v1/Namespace', LABEL],
  ['v1/Service', LABEL],
  ['batch/v1/CronJob', { ...SUBDOMAIN, lengthMax: 52 }],
  ['rbac.authorization.k8s.io/v1/Role', PATH_SEGMENT],
  ['rbac.authorization.k8s.io/v1/RoleBinding', PATH_SEGMENT],
  ['rbac.authorization.k8s.io/v1/ClusterRole', PATH_SEGMENT],
  ['rbac.authorization.k8s.io/v1/ClusterRoleBinding', PATH_SEGMENT],
  ['flowcontrol.apiserver.k8s.io/v1/FlowSchema', PATH_SEGMENT],
  ['flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration', PATH_SEGMENT],
]);

/** What the API server checks of the name, namespace and annotations of an object beside its schema; `key` is `group/version/Kind`. */
export function nameViolations(key: string, object: unknown): readonly SchemaViolation[] {
  const metadata = isSchema(object) && isSchema(object['metadata']) ? object['metadata'] : {};
  const { name, namespace, annotations } = metadata;
  return [
    ...formViolations('/metadata/name', name, FORMS.get(key) ?? SUBDOMAIN),
    ...(namespace === undefined ? [] : formViolations('/metadata/namespace', namespace, LABEL)),
    ...(isSchema(annotations) ? sizeViolations(annotations) : []),
  ];
}

function formViolations(pointer: string, name: unknown, form: NameForm): readonly SchemaViolation[] {
  if (typeof name === 'string' && name.length <= form.lengthMax && form.pattern.test(name)) return [];
  return [{ pointer, message: `must be ${form.words} of at most ${form.lengthMax} characters`, got: quoteValue(name) }];
}

function sizeViolations(annotations: Readonly<Record<string, unknown>>): readonly SchemaViolation[] {
  let bytes = 0;
  for (const key of Object.keys(annotations)) {
    bytes += Buffer.byteLength(key) + Buffer.byteLength(String(annotations[key]));
  }
  if (bytes <= ANNOTATIONS_MAX) return [];
  const message = `must have at most ${ANNOTATIONS_MAX} bytes together`;
  return [{ pointer: '/metadata/annotations', message, got: `${bytes} bytes` }];
}
