import { isSchema, type Schema } from './schema-set';

const DNS = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
/** A key of a label or annotation: an optional DNS prefix and a name (Kubernetes qualified name). */
const KEY = `^(?:(?=[^/]{1,253}/)${DNS}(?:\\.${DNS})*/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$`;
const LABEL_VALUE = '^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$';
const LABELS = { propertyNames: { pattern: KEY }, additionalProperties: { type: 'string', pattern: LABEL_VALUE } };

const PORT = { type: 'integer', minimum: 1, maximum: 65_535 };
/** A port number, or the name of one (IANA service name, RFC 6335 §5.1). */
const PORT_OR_NAME = {
  ...PORT,
  type: ['integer', 'string'],
  maxLength: 15,
  pattern: '^(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$',
};
const PROTOCOL = { enum: ['TCP', 'UDP', 'SCTP'] };
const NETWORK = { type: 'string', format: 'cidr' };
/** Decimal number with an optional suffix (Kubernetes resource.Quantity). */
const QUANTITY = '^[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?$';

/** What the API server demands of properties beside its published OpenAPI, by definition and property. */
const NARROWED: Readonly<Record<string, Readonly<Record<string, Schema>>>> = {
  'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': {
    labels: LABELS,
    annotations: { propertyNames: { pattern: `(?i)${KEY}` } },
  },
  'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector': { matchLabels: LABELS },
  'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement': {
    key: { pattern: KEY },
    operator: { enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'] },
  },
  'io.k8s.api.networking.v1.NetworkPolicyPort': { port: PORT_OR_NAME, endPort: PORT, protocol: PROTOCOL },
  'io.k8s.api.networking.v1.NetworkPolicySpec': { policyTypes: { items: { enum: ['Ingress', 'Egress'] } } },
  'io.k8s.api.networking.v1.IPBlock': { cidr: NETWORK, except: { items: NETWORK } },
  'io.k8s.api.core.v1.ServicePort': { port: PORT, nodePort: PORT, targetPort: PORT_OR_NAME, protocol: PROTOCOL },
  'io.k8s.api.core.v1.ContainerPort': { containerPort: PORT, protocol: PROTOCOL },
  'io.k8s.api.core.v1.HTTPGetAction': { port: PORT_OR_NAME },
  'io.k8s.api.core.v1.TCPSocketAction': { port: PORT_OR_NAME },
  'io.k8s.api.core.v1.PodSpec': { nodeSelector: LABELS },
  'io.k8s.api.rbac.v1.PolicyRule': { verbs: { minItems: 1 } },
};

/** Definitions of Kubernetes whose published form is a choice of two types, as one schema with one message. */
const REPLACED: Readonly<Record<string, Schema>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { type: ['string', 'number'], pattern: QUANTITY },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { type: ['integer', 'string'] },
};

/** A published definition of Kubernetes with what the API server demands beside it. */
export function narrowDefinition(name: string, definition: Schema): Schema {
  const replaced = REPLACED[name];
  if (replaced !== undefined) return replaced;
  const narrowed = NARROWED[name];
  const properties = definition['properties'];
  if (narrowed === undefined || !isSchema(properties)) return definition;
  const merged = Object.entries(narrowed).map(([property, demands]) => [
    property,
    { ...(isSchema(properties[property]) ? properties[property] : {}), ...demands },
  ]);
  return { ...definition, properties: { ...properties, ...Object.fromEntries(merged) } };
}
