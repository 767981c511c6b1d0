import { readTerraformValues } from '../../../resources/read/terraform/terraform-values';

const server = { generation: 1, resource_version: '7', self_link: '', uid: 'u' };

describe('readTerraformValues()', () => {
  it('gives the object that the values stand for, without what only the server sets or nobody set', () => {
    const values = {
      id: 'a/flows',
      metadata: [
        { name: 'flows', namespace: 'a', labels: { x: '1' }, annotations: {}, generate_name: null, ...server },
      ],
      spec: [
        {
          pod_selector: [{ match_labels: null, match_expressions: [] }],
          policy_types: ['Ingress'],
          egress: [],
          ingress: [
            {
              from: [{ ip_block: [], namespace_selector: [{}], pod_selector: [] }],
              ports: [{ port: '443', protocol: 'TCP' }],
            },
          ],
        },
      ],
    };
    expect(readTerraformValues('kubernetes_network_policy.a', 'kubernetes_network_policy', values)).toEqual({
      address: 'kubernetes_network_policy.a',
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      name: 'flows',
      namespace: 'a',
      known: true,
      body: {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'flows', namespace: 'a', labels: { x: '1' } },
        spec: {
          podSelector: {},
          policyTypes: ['Ingress'],
          ingress: [{ from: [{ namespaceSelector: {} }], ports: [{ port: 443, protocol: 'TCP' }] }],
        },
      },
    });
  });

  it('takes a dollar sign in a value for what it is, since values hold no expressions', () => {
    const values = { metadata: [{ name: 'a', annotations: { 'x/y': '${not.an_expression} $${nor this}' } }] };
    expect(readTerraformValues('kubernetes_namespace.a', 'kubernetes_namespace', values).body).toMatchObject({
      metadata: { annotations: { 'x/y': '${not.an_expression} $${nor this}' } },
    });
  });

  it('keeps the values of a type that it does not know as they are', () => {
    expect(readTerraformValues('terraform_data.one', 'terraform_data', { id: 'x', input: 1, output: null })).toEqual({
      address: 'terraform_data.one',
      apiVersion: 'terraform',
      kind: 'terraform_data',
      name: 'one',
      body: { input: 1 },
      known: false,
    });
  });
});
