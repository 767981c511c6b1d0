import fc from 'fast-check';
import { isUnresolved, valueAt } from '../../../resources/json-path';
import { readTerraform } from '../../../resources/read/terraform/terraform';
import type { JsonObject } from '../../../resources/resource';

function bodyOf(type: string, block: unknown, others: Record<string, unknown> = {}): JsonObject {
  const reading = readTerraform(JSON.stringify({ resource: { ...others, [type]: { it: block } } }));
  expect(reading.troubles).toEqual([]);
  const found = reading.objects.find((one) => one.address === `${type}.it`);
  if (found === undefined) throw new Error(`no ${type}.it`);
  return found.body;
}

const metadata = { name: 'a', namespace: 'n', labels: { 'ndc.gov.vn/match_labels': 'x_y', snake_key: 'v' } };

describe('readTerraform()', () => {
  it('turns a network policy back, with lists, selectors and numeric ports', () => {
    const rule = {
      from: [
        { namespace_selector: { match_labels: { 'ndc.gov.vn/system_id': 's' } }, pod_selector: {} },
        { ip_block: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
      ],
      ports: { port: '8443', protocol: 'TCP', end_port: 8450 },
    };
    const spec = { pod_selector: {}, policy_types: ['Ingress', 'Egress'], ingress: rule };
    expect(bodyOf('kubernetes_network_policy', { metadata, spec })).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata,
      spec: {
        podSelector: {},
        policyTypes: ['Ingress', 'Egress'],
        ingress: [
          {
            from: [
              { namespaceSelector: { matchLabels: { 'ndc.gov.vn/system_id': 's' } }, podSelector: {} },
              { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
            ],
            ports: [{ port: 8443, protocol: 'TCP', endPort: 8450 }],
          },
        ],
      },
    });
  });

  it('reads blocks the same, written as objects or as lists', () => {
    const spec = {
      pod_selector: { match_expressions: { key: 'k_k', operator: 'In', values: ['v'] } },
      policy_types: ['Ingress'],
    };
    const asLists = {
      pod_selector: [{ match_expressions: [{ key: 'k_k', operator: 'In', values: ['v'] }] }],
      policy_types: ['Ingress'],
    };
    const one = bodyOf('kubernetes_network_policy', { metadata, spec });
    expect(bodyOf('kubernetes_network_policy', [{ metadata: [metadata], spec: [asLists] }])).toEqual(one);
    expect(valueAt(one, 'spec', 'podSelector')).toEqual({
      matchExpressions: [{ key: 'k_k', operator: 'In', values: ['v'] }],
    });
  });

  it('tells no selector from a selector of everything', () => {
    const peers = [
      { namespace_selector: [], pod_selector: {} },
      { namespace_selector: {} },
      { namespace_selector: null, pod_selector: [{}] },
    ];
    const body = bodyOf('kubernetes_network_policy', {
      metadata,
      spec: { pod_selector: {}, ingress: [{ from: peers }] },
    });
    expect(valueAt(body, 'spec', 'ingress', 0, 'from')).toEqual([
      { podSelector: {} },
      { namespaceSelector: {} },
      { podSelector: {} },
    ]);
  });

  it('writes quantities as text and keeps the names of resources', () => {
    const quota = bodyOf('kubernetes_resource_quota', {
      metadata,
      spec: {
        hard: { 'limits.cpu': 16, 'requests.nvidia.com/gpu_a': '1' },
        scope_selector: { match_expression: [{ operator: 'Exists', scope_name: 'PriorityClass' }] },
      },
    });
    expect(quota['spec']).toEqual({
      hard: { 'limits.cpu': '16', 'requests.nvidia.com/gpu_a': '1' },
      scopeSelector: { matchExpressions: [{ operator: 'Exists', scopeName: 'PriorityClass' }] },
    });
    const range = bodyOf('kubernetes_limit_range', {
      metadata,
      spec: { limit: { type: 'Container', default_request: { cpu: '100m' }, max: { memory: '8Gi' } } },
    });
    expect(range['spec']).toEqual({
      limits: [{ type: 'Container', defaultRequest: { cpu: '100m' }, max: { memory: '8Gi' } }],
    });
  });

  it('turns roles and bindings back', () => {
    const role = bodyOf('kubernetes_cluster_role', {
      metadata: { name: 'r' },
      rule: { api_groups: [''], resources: ['pods'], verbs: ['get'], non_resource_urls: ['/healthz'] },
      aggregation_rule: { cluster_role_selectors: { match_labels: { a_b: 'c' } } },
    });
    expect(role['rules']).toEqual([
      { apiGroups: [''], resources: ['pods'], verbs: ['get'], nonResourceURLs: ['/healthz'] },
    ]);
    expect(role['aggregationRule']).toEqual({ clusterRoleSelectors: [{ matchLabels: { a_b: 'c' } }] });
    const binding = bodyOf('kubernetes_role_binding', {
      metadata,
      role_ref: { api_group: 'rbac.authorization.k8s.io', kind: 'Role', name: 'r' },
      subject: [{ kind: 'Group', name: 'g', api_group: 'rbac.authorization.k8s.io' }],
    });
    expect(binding).toMatchObject({
      kind: 'RoleBinding',
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'r' },
      subjects: [{ kind: 'Group', name: 'g', apiGroup: 'rbac.authorization.k8s.io' }],
    });
  });

  it('turns config maps, secrets, priority and storage classes back', () => {
    expect(bodyOf('kubernetes_config_map', { metadata, data: { a_b: 'x', 'c.yaml': 'y' } })['data']).toEqual({
      a_b: 'x',
      'c.yaml': 'y',
    });
    expect(
      bodyOf('kubernetes_secret', { metadata, type: 'Opaque', data: { a_b: 'x' }, binary_data: { b: 'eQ==' } }),
    ).toMatchObject({
      type: 'Opaque',
      data: { a_b: 'eA==', b: 'eQ==' },
    });
    expect(
      bodyOf('kubernetes_priority_class', { metadata: { name: 'p' }, value: '1000', global_default: false }),
    ).toMatchObject({
      value: 1000,
      globalDefault: false,
    });
    expect(
      bodyOf('kubernetes_storage_class', {
        metadata: { name: 's' },
        storage_provisioner: 'x',
        parameters: { key_a: 'b' },
        allow_volume_expansion: true,
      }),
    ).toMatchObject({
      provisioner: 'x',
      parameters: { key_a: 'b' },
      allowVolumeExpansion: true,
    });
  });

  it('resolves references to literals of the same file', () => {
    const namespaces = { kubernetes_namespace: { ns: { metadata: [{ name: 'p01-proc-server' }] } } };
    const of = (namespace: string): unknown =>
      valueAt(
        bodyOf('kubernetes_config_map', { metadata: { name: 'a', namespace } }, namespaces),
        'metadata',
        'namespace',
      );
    expect(of('${kubernetes_namespace.ns.metadata[0].name}')).toBe('p01-proc-server');
    expect(of('${kubernetes_namespace.ns.metadata.0.name}')).toBe('p01-proc-server');
    expect(of('${kubernetes_namespace.ns.id}')).toBe('p01-proc-server');
    expect(of('x-${kubernetes_namespace.ns.metadata[0].name}-y')).toBe('x-p01-proc-server-y');
    expect(of('$${literal}')).toBe('${literal}');
  });

  it.each([
    '${kubernetes_namespace.other.metadata[0].name}',
    '${var.name}',
    '${upper("a")}',
    'a-${data.x.y.z}',
    '%{ if true }a%{ endif }',
    '${kubernetes_config_map.it.metadata[0].namespace}',
    '${broken',
  ])('keeps %s as a value that only Terraform can tell', (namespace) => {
    const body = bodyOf('kubernetes_config_map', { metadata: { name: 'a', namespace } });
    expect(isUnresolved(valueAt(body, 'metadata', 'namespace'))).toBe(true);
  });

  it("keeps unknown types as written, and the engine's arguments apart", () => {
    const text = JSON.stringify({
      resource: { kubernetes_manifest: { m: { manifest: { a_b: 1 }, count: 2, '//': { metadata: {} } } } },
    });
    expect(readTerraform(text).objects).toEqual([
      {
        address: 'kubernetes_manifest.m',
        apiVersion: 'terraform',
        kind: 'kubernetes_manifest',
        name: 'm',
        body: { manifest: { a_b: 1 } },
        engineArguments: { count: 2 },
        known: false,
      },
    ]);
  });

  it('keeps providers and backend, and names sections that may make more', () => {
    const reading = readTerraform(
      JSON.stringify({
        terraform: { backend: { local: {} } },
        provider: { kubernetes: [{}] },
        module: { m: {} },
        data: { d: {} },
      }),
    );
    expect(reading.config).toMatchObject({ terraform: { backend: { local: {} } }, provider: { kubernetes: [{}] } });
    expect(reading.troubles.map((one) => `${one.kind} ${one.address}`)).toEqual([
      'unread-section module',
      'unread-section data',
    ]);
  });

  it.each([
    ['text that is no JSON', '{', /no JSON/],
    ['a list', '[]', /no object/],
    ['a key that stands twice', '{"resource":{"a":{"b":{}},"a":{"c":{}}}}', /"a" stands twice/],
    ['a key that stands twice, once escaped', '{"resource":{"a":{},"\\u0061":{}}}', /"a" stands twice/],
    ['nesting without end', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, /nested deeper/],
    ['more nesting than any stack', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, /nested deeper/],
  ])('refuses %s', (_, text, detail) => {
    expect(readTerraform(text).troubles[0]?.detail).toMatch(detail);
  });

  it('answers wrong types everywhere with objects or troubles', () => {
    const types = fc.constantFrom(
      'kubernetes_network_policy',
      'kubernetes_resource_quota',
      'kubernetes_role',
      'kubernetes_secret',
      '__proto__',
      'x',
    );
    const keys = fc.constantFrom(
      'metadata',
      'spec',
      'ingress',
      'from',
      'ports',
      'rule',
      'name',
      'hard',
      '__proto__',
      'constructor',
      'toString',
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue({ maxDepth: 0 }),
        fc.constant('${a.b.c}'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(types, json, (type, block) => {
        const reading = readTerraform(JSON.stringify({ resource: Object.fromEntries([[type, { it: block }]]) }));
        expect(reading.objects.length + reading.troubles.length).toBeGreaterThanOrEqual(1);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
