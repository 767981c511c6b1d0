import type { JsonObject } from '../../../resources/resource';
import { CLUSTER, idOf, viewOf } from '../../support/view-of';

const server = 'p01-proc-server';
const dmz = 'p01-proc-dmz';

function namespace(name: string, zone: string): JsonObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { 'ndc.gov.vn/zone': zone } } };
}

function policy(name: string, spec: JsonObject): JsonObject {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: server }, spec };
}

const deny = policy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });

function ingressFrom(rule: JsonObject): JsonObject {
  return policy('allow', { podSelector: {}, policyTypes: ['Ingress'], ingress: [rule] });
}

function answerTo(policies: readonly JsonObject[], peer = dmz, port = 8443): string {
  const view = viewOf({ resources: [namespace(server, 'server'), namespace(dmz, 'dmz'), ...policies] });
  const place = { cluster: CLUSTER, namespace: server, direction: 'ingress' as const };
  return view.network.answer({
    ...place,
    peer: peer.includes('/') ? { cidr: peer } : { namespace: peer },
    port: { port, protocol: 'TCP' },
  });
}

const fromDmz = {
  from: [{ namespaceSelector: { matchLabels: { 'ndc.gov.vn/zone': 'dmz' } } }],
  ports: [{ port: 8443, protocol: 'TCP' }],
};

describe('NetworkView', () => {
  it('finds the policy that denies a direction for every pod', () => {
    const view = viewOf({ resources: [deny, ingressFrom(fromDmz)] });
    const place = { cluster: CLUSTER, namespace: server };
    expect(view.network.tryDefaultDeny({ ...place, direction: 'egress' })?.id).toBe(
      idOf('NetworkPolicy', 'default-deny', server),
    );
    expect(
      viewOf({ resources: [ingressFrom(fromDmz)] }).network.tryDefaultDeny({ ...place, direction: 'ingress' }),
    ).toBeUndefined();
  });

  it('takes a policy without types as one for ingress, and for egress where it has such rules', () => {
    const place = { cluster: CLUSTER, namespace: server, direction: 'egress' as const };
    expect(viewOf({ resources: [policy('a', { podSelector: {} })] }).network.isIsolated(place)).toBe(false);
    expect(viewOf({ resources: [policy('a', { podSelector: {}, egress: [{}] })] }).network.isIsolated(place)).toBe(
      true,
    );
  });

  it.each([
    ['open', 'no policy governs', []],
    ['denied', 'only a denial stands', [deny]],
    ['allowed', 'a rule names the labels of the peer', [deny, ingressFrom(fromDmz)]],
    ['allowed', 'a rule names nobody and no port', [deny, ingressFrom({})]],
    ['allowed', 'a rule selects all namespaces', [deny, ingressFrom({ from: [{ namespaceSelector: {} }] })]],
    ['denied', 'a rule means pods of its own namespace', [deny, ingressFrom({ from: [{ podSelector: {} }] })]],
    [
      'allowed',
      'the name label of Kubernetes matches',
      [deny, ingressFrom({ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': dmz } } }] })],
    ],
    ['denied', 'the port differs', [deny, ingressFrom({ ...fromDmz, ports: [{ port: 443 }] })]],
    ['allowed', 'the port is in a range', [deny, ingressFrom({ ...fromDmz, ports: [{ port: 8000, endPort: 9000 }] })]],
    ['denied', 'the protocol differs', [deny, ingressFrom({ ...fromDmz, ports: [{ port: 8443, protocol: 'UDP' }] })]],
    ['unknown', 'the port is named', [deny, ingressFrom({ ...fromDmz, ports: [{ port: 'https' }] })]],
    [
      'unknown',
      'only Terraform can tell the peer',
      [
        deny,
        ingressFrom({ from: [{ namespaceSelector: { matchLabels: { a: { 'terraform:unresolved': '${x.y}' } } } }] }),
      ],
    ],
    ['unknown', 'the peers are no list', [deny, ingressFrom({ from: 'everybody' })]],
    [
      'allowed',
      'an expression includes',
      [
        deny,
        ingressFrom({
          from: [
            {
              namespaceSelector: {
                matchExpressions: [{ key: 'ndc.gov.vn/zone', operator: 'In', values: ['dmz', 'x'] }],
              },
            },
          ],
        }),
      ],
    ],
    [
      'denied',
      'an expression excludes',
      [
        deny,
        ingressFrom({
          from: [
            {
              namespaceSelector: { matchExpressions: [{ key: 'ndc.gov.vn/zone', operator: 'NotIn', values: ['dmz'] }] },
            },
          ],
        }),
      ],
    ],
    [
      'denied',
      'an expression asks for a label that is not there',
      [deny, ingressFrom({ from: [{ namespaceSelector: { matchExpressions: [{ key: 'x', operator: 'Exists' }] } }] })],
    ],
    [
      'unknown',
      'an expression has an operator that does not exist',
      [deny, ingressFrom({ from: [{ namespaceSelector: { matchExpressions: [{ key: 'x', operator: 'Like' }] } }] })],
    ],
  ])('answers %s when %s', (answer, _, policies) => {
    expect(answerTo(policies)).toBe(answer);
  });

  it.each([
    ['allowed', 'a block holds the peer', { cidr: '10.0.0.0/8' }],
    ['denied', 'a block lies elsewhere', { cidr: '192.168.0.0/16' }],
    ['denied', 'an exception takes the peer out', { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }],
    ['unknown', 'an exception takes a part of it out', { cidr: '10.0.0.0/8', except: ['10.1.2.128/25'] }],
    ['unknown', 'the block is no block', { cidr: '10.0.0.0' }],
  ])('answers %s for addresses when %s', (answer, _, ipBlock) => {
    expect(answerTo([deny, ingressFrom({ from: [{ ipBlock }] })], '10.1.2.0/24')).toBe(answer);
  });

  it('lists the blocks of a namespace with the rules that open them', () => {
    const view = viewOf({ resources: [ingressFrom({ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] })] });
    const blocks = view.network.blocksOf({ cluster: CLUSTER, namespace: server, direction: 'ingress' });
    expect(blocks.map(({ peer, rule }) => `${peer.cidr} ${rule.where}`)).toEqual(['0.0.0.0/0 spec.ingress[0]']);
  });
});
