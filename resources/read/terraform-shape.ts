/**
 * How a block of the hashicorp/kubernetes provider maps to the Kubernetes field of its kind: `one` object, a
 * list of `many`, a `map` whose keys are data, a `list` of values, or a plain value.
 */
export type Shape =
  | { readonly as: 'one' | 'many'; readonly fields: Fields; readonly rename?: string }
  | { readonly as: 'map'; readonly rename?: string }
  /** A map of quantities, texts in the API whatever Terraform writes. */
  | { readonly as: 'text-map'; readonly rename?: string }
  /** A map of plain texts that the API has in base64. */
  | { readonly as: 'base64-map'; readonly rename?: string }
  | { readonly as: 'list'; readonly rename?: string }
  | { readonly as: 'value'; readonly rename?: string }
  /** A port or another number that Terraform may write as text. */
  | { readonly as: 'number'; readonly rename?: string };

/** The fields of a block by their Terraform names; those not named are values whose name becomes camel case. */
export type Fields = Readonly<Record<string, Shape>>;

/** One Terraform type and the Kubernetes kind it writes. */
export interface TerraformType {
  readonly apiVersion: string;
  readonly kind: string;
  readonly fields: Fields;
}

const map: Shape = { as: 'map' };
const textMap: Shape = { as: 'text-map' };
const list: Shape = { as: 'list' };
const number: Shape = { as: 'number' };
const one = (fields: Fields, rename?: string): Shape => ({
  as: 'one',
  fields,
  ...(rename === undefined ? {} : { rename }),
});
const many = (fields: Fields, rename?: string): Shape => ({
  as: 'many',
  fields,
  ...(rename === undefined ? {} : { rename }),
});

const metadata = one({ labels: map, annotations: map });
const selectorFields: Fields = { match_labels: map, match_expressions: many({ values: list }) };
const rule = many(
  {
    api_groups: list,
    resources: list,
    verbs: list,
    resource_names: list,
    non_resource_urls: { as: 'list', rename: 'nonResourceURLs' },
  },
  'rules',
);
const binding: Fields = { metadata, role_ref: one({}), subject: many({}, 'subjects') };
const peer = many({
  ip_block: one({ except: list }),
  namespace_selector: one(selectorFields),
  pod_selector: one(selectorFields),
});
const ports = many({ port: number, end_port: number });
const limits = {
  default: textMap,
  default_request: textMap,
  max: textMap,
  max_limit_request_ratio: textMap,
  min: textMap,
};

/** The types that the product writes; any other is kept as written and named in the report. */
export const terraformTypes: ReadonlyMap<string, TerraformType> = new Map(
  Object.entries({
    kubernetes_namespace: { apiVersion: 'v1', kind: 'Namespace', fields: { metadata } },
    kubernetes_resource_quota: {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      fields: {
        metadata,
        spec: one({
          hard: textMap,
          scopes: list,
          scope_selector: one({ match_expression: many({ values: list }, 'matchExpressions') }),
        }),
      },
    },
    kubernetes_limit_range: {
      apiVersion: 'v1',
      kind: 'LimitRange',
      fields: { metadata, spec: one({ limit: many(limits, 'limits') }) },
    },
    kubernetes_network_policy: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      fields: {
        metadata,
        spec: one({
          pod_selector: one(selectorFields),
          policy_types: list,
          ingress: many({ from: peer, ports }),
          egress: many({ to: peer, ports }),
        }),
      },
    },
    kubernetes_role: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', fields: { metadata, rule } },
    kubernetes_role_binding: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding', fields: binding },
    kubernetes_cluster_role: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      fields: { metadata, rule, aggregation_rule: one({ cluster_role_selectors: many(selectorFields) }) },
    },
    kubernetes_cluster_role_binding: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      fields: binding,
    },
    kubernetes_config_map: { apiVersion: 'v1', kind: 'ConfigMap', fields: { metadata, data: map, binary_data: map } },
    kubernetes_secret: {
      apiVersion: 'v1',
      kind: 'Secret',
      fields: { metadata, data: { as: 'base64-map' }, binary_data: { as: 'map', rename: 'data' } },
    },
    kubernetes_priority_class: {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      fields: { metadata, value: number },
    },
    kubernetes_storage_class: {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      fields: {
        metadata,
        parameters: map,
        mount_options: list,
        storage_provisioner: { as: 'value', rename: 'provisioner' },
        allowed_topologies: many({ match_label_expressions: many({ values: list }) }),
      },
    },
  } satisfies Record<string, TerraformType>),
);

/** Arguments that speak to Terraform or its provider and never reach the API server. */
export const engineArgumentNames: ReadonlySet<string> = new Set([
  '//',
  'connection',
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
  'timeouts',
  'wait_for_default_service_account',
  'wait_for_service_account_token',
]);
