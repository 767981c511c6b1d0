import { readCluster } from '../../../resources/reachability/cluster-input';
import { expectFlows, namespace, networkPolicy, pod } from './agreement/expect-flows';
import { resourceOf } from './agreement/resource-of';

const [caller, called] = [pod('a/caller', { app: 'caller' }), pod('a/called', { app: 'called' })];

describe('NetworkPolicy, rule by rule', () => {
  it('rule 1: a pod that no policy selects is open, and isolation is of one direction', () => {
    expectFlows([caller, called], { 'a/caller > a/called 80/TCP': 'allowed' });
    expectFlows([caller, called, networkPolicy('a', '{podSelector: {matchLabels: {app: called}}}')], {
      'a/caller > a/called 80/TCP': 'denied',
      '10.0.0.1 > a/called 80/TCP': 'denied',
      'a/called > a/caller 80/TCP': 'allowed',
      'a/called > 10.0.0.1 80/TCP': 'allowed',
    });
  });

  it('rule 2: without policyTypes, egress is isolated only where there is a rule for it', () => {
    const open = { 'a/caller > a/called 80/TCP': 'denied', 'a/caller > 10.0.0.1 80/TCP': 'allowed' } as const;
    expectFlows([caller, called, networkPolicy('a', '{podSelector: {}}')], open);
    expectFlows([caller, called, networkPolicy('a', '{podSelector: {}, egress: []}')], open);
    expectFlows([caller, called, networkPolicy('a', '{podSelector: {}, egress: [{ports: [{port: 53}]}]}')], {
      'a/caller > 10.0.0.1 80/TCP': 'denied',
      'a/caller > 10.0.0.1 53/TCP': 'allowed',
      '10.0.0.1 > a/caller 53/TCP': 'denied',
    });
    expectFlows([caller, called, networkPolicy('a', '{podSelector: {}, policyTypes: [Egress]}')], {
      'a/caller > 10.0.0.1 80/TCP': 'denied',
      '10.0.0.1 > a/caller 80/TCP': 'allowed',
    });
  });

  it('rule 3: policies only add, in whatever order they stand', () => {
    const closed = networkPolicy('a', '{podSelector: {}, ingress: []}', 'one');
    const open = networkPolicy(
      'a',
      '{podSelector: {matchLabels: {app: called}}, ingress: [{ports: [{port: 80}]}]}',
      'two',
    );
    for (const policies of [
      [closed, open],
      [open, closed],
    ]) {
      expectFlows([caller, called, ...policies], {
        'a/caller > a/called 80/TCP': 'allowed',
        'a/caller > a/called 81/TCP': 'denied',
        'a/called > a/caller 80/TCP': 'denied',
      });
    }
  });

  it('rule 4: both ends must allow the same port, not some port each', () => {
    const out = networkPolicy(
      'a',
      '{podSelector: {matchLabels: {app: caller}}, policyTypes: [Egress], egress: [{ports: [{port: 80}, {port: 82}]}]}',
      'out',
    );
    const into = networkPolicy(
      'a',
      '{podSelector: {matchLabels: {app: called}}, ingress: [{ports: [{port: 81}, {port: 82}]}]}',
      'into',
    );
    expectFlows([caller, called, out, into], {
      'a/caller > a/called 80/TCP': 'denied',
      'a/caller > a/called 81/TCP': 'denied',
      'a/caller > a/called 82/TCP': 'allowed',
    });
  });

  it('rule 5: replies need no rule of their own', () => {
    const out = networkPolicy('a', '{podSelector: {matchLabels: {app: called}}, policyTypes: [Egress]}');
    expectFlows([caller, called, out], {
      'a/caller > a/called 80/TCP': 'allowed',
      'a/called > a/caller 80/TCP': 'denied',
    });
  });

  it('rule 6: a policy selects pods of its own namespace alone', () => {
    const objects = [
      pod('a/one', { app: 'x' }),
      pod('b/two', { app: 'x' }),
      networkPolicy('a', '{podSelector: {matchLabels: {app: x}}}'),
    ];
    expectFlows(objects, { 'b/two > a/one 80/TCP': 'denied', 'a/one > b/two 80/TCP': 'allowed' });
    expectFlows([caller, pod('b/two'), networkPolicy('a', '{podSelector: {}}')], {
      'b/two > a/caller 80/TCP': 'denied',
      'a/caller > b/two 80/TCP': 'allowed',
    });
  });

  it('rule 6: what names no namespace is in the default one', () => {
    const bare = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'bare' },
      spec: { podSelector: {} },
    };
    expectFlows([caller, pod('default/web'), bare], {
      'a/caller > default/web 80/TCP': 'denied',
      'default/web > a/caller 80/TCP': 'allowed',
    });
  });

  it('rule 7: no rule allows nothing, a rule without peers everybody, one without ports everything', () => {
    for (const rules of ['ingress: []', '']) {
      expectFlows([caller, called, networkPolicy('a', `{podSelector: {}, policyTypes: [Ingress], ${rules}}`)], {
        'a/caller > a/called 80/TCP': 'denied',
      });
    }
    for (const rule of ['{}', '{from: []}', '{ports: []}', '{from: [], ports: []}']) {
      expectFlows([caller, called, networkPolicy('a', `{podSelector: {}, ingress: [${rule}]}`)], {
        'a/caller > a/called 80/TCP': 'allowed',
        'a/caller > a/called 65535/SCTP': 'allowed',
        '203.0.113.9 > a/called 1/UDP': 'allowed',
        '2001:db8::9 > a/called 1/UDP': 'allowed',
      });
    }
  });

  it('rule 8: a rule needs a peer and a port, and one of each list is enough', () => {
    const rule =
      '{from: [{podSelector: {matchLabels: {app: caller}}}, {ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 80}, {port: 53, protocol: UDP}]}';
    expectFlows(
      [
        caller,
        called,
        pod('a/other'),
        networkPolicy('a', `{podSelector: {matchLabels: {app: called}}, ingress: [${rule}]}`),
      ],
      {
        'a/caller > a/called 80/TCP': 'allowed',
        'a/caller > a/called 53/UDP': 'allowed',
        'a/caller > a/called 53/TCP': 'denied',
        '10.1.1.1 > a/called 80/TCP': 'allowed',
        '11.1.1.1 > a/called 80/TCP': 'denied',
        'a/other > a/called 80/TCP': 'denied',
      },
    );
  });

  it('rule 9: selectors in one entry are both needed, in two entries one is enough', () => {
    const pods = [pod('a/web', { app: 'web' }), pod('b/web', { app: 'web' }), pod('b/other'), pod('a/other')];
    const objects = [namespace('a', { team: 'red' }), namespace('b', { team: 'blue' }), ...pods, called];
    const from = (peers: string): (typeof objects)[number] =>
      networkPolicy('a', `{podSelector: {matchLabels: {app: called}}, ingress: [{from: [${peers}]}]}`);
    const [web, blue] = ['podSelector: {matchLabels: {app: web}}', 'namespaceSelector: {matchLabels: {team: blue}}'];
    const verdicts = (...open: readonly string[]): Parameters<typeof expectFlows>[1] =>
      Object.fromEntries(
        ['a/web', 'b/web', 'b/other', 'a/other'].map((one) => [
          `${one} > a/called 80/TCP`,
          open.includes(one) ? 'allowed' : 'denied',
        ]),
      );
    expectFlows([...objects, from(`{${web}}`)], verdicts('a/web'));
    expectFlows([...objects, from(`{${blue}}`)], verdicts('b/web', 'b/other'));
    expectFlows([...objects, from(`{${web}, ${blue}}`)], verdicts('b/web'));
    expectFlows([...objects, from(`{${web}}, {${blue}}`)], verdicts('a/web', 'b/web', 'b/other'));
  });

  it('rule 10: an empty selector of namespaces takes all of them, a missing one the own', () => {
    const objects = [caller, called, pod('b/web')];
    const from = (peer: string): (typeof objects)[number] =>
      networkPolicy('a', `{podSelector: {}, ingress: [{from: [${peer}]}]}`);
    expectFlows([...objects, from('{podSelector: {}}')], {
      'a/caller > a/called 80/TCP': 'allowed',
      'b/web > a/called 80/TCP': 'denied',
    });
    for (const peer of ['{namespaceSelector: {}}', '{podSelector: {}, namespaceSelector: {}}'])
      expectFlows([...objects, from(peer)], {
        'a/caller > a/called 80/TCP': 'allowed',
        'b/web > a/called 80/TCP': 'allowed',
        '10.0.0.1 > a/called 80/TCP': 'denied',
      });
  });

  it('rule 11: all parts of a selector hold, and NotIn and DoesNotExist take what lacks the key', () => {
    const objects = [
      called,
      pod('a/red', { color: 'red' }),
      pod('a/blue', { color: 'blue', size: 'big' }),
      pod('a/bare'),
    ];
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['{key: color, operator: In, values: [red, green]}', ['red']],
      ['{key: color, operator: NotIn, values: [red, green]}', ['blue', 'bare']],
      ['{key: color, operator: Exists}', ['red', 'blue']],
      ['{key: color, operator: DoesNotExist}', ['bare']],
      ['{key: color, operator: Exists}, {key: size, operator: DoesNotExist}', ['red']],
    ];
    for (const [expressions, open] of cases) {
      const rule = `{from: [{podSelector: {matchExpressions: [${expressions}]}}]}`;
      expectFlows(
        [...objects, networkPolicy('a', `{podSelector: {matchLabels: {app: called}}, ingress: [${rule}]}`)],
        Object.fromEntries(
          ['red', 'blue', 'bare'].map((one) => [
            `a/${one} > a/called 80/TCP`,
            open.includes(one) ? 'allowed' : 'denied',
          ]),
        ),
      );
    }
    const both = '{matchLabels: {color: blue}, matchExpressions: [{key: size, operator: In, values: [small]}]}';
    expectFlows(
      [
        ...objects,
        networkPolicy('a', `{podSelector: {matchLabels: {app: called}}, ingress: [{from: [{podSelector: ${both}}]}]}`),
      ],
      {
        'a/blue > a/called 80/TCP': 'denied',
      },
    );
  });

  it('rule 12: a namespace has its name as a label, though nobody wrote it or the namespace', () => {
    const rule = '{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: b}}}]}';
    for (const written of [[], [namespace('b', { team: 'red' })]]) {
      expectFlows(
        [called, pod('b/web'), pod('c/web'), ...written, networkPolicy('a', `{podSelector: {}, ingress: [${rule}]}`)],
        {
          'b/web > a/called 80/TCP': 'allowed',
          'c/web > a/called 80/TCP': 'denied',
        },
      );
    }
  });

  it('rule 13: what one block excepts another may hold', () => {
    const block = '{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16, 10.2.0.0/16]}}';
    const policy = networkPolicy(
      'a',
      `{podSelector: {}, ingress: [{from: [${block}, {ipBlock: {cidr: 10.1.2.0/24}}]}]}`,
      'one',
    );
    const verdicts = {
      '10.0.255.255 > a/called 80/TCP': 'allowed',
      '10.1.0.0 > a/called 80/TCP': 'denied',
      '10.1.2.255 > a/called 80/TCP': 'allowed',
      '10.2.0.0 > a/called 80/TCP': 'denied',
    } as const;
    expectFlows([called, policy], verdicts);
    const other = networkPolicy('a', '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.2.0.0/16}}]}]}', 'two');
    expectFlows([called, policy, other], { ...verdicts, '10.2.0.0 > a/called 80/TCP': 'allowed' });
  });

  it('rule 13: a block with a selector beside it is no peer', () => {
    const policy = networkPolicy(
      'a',
      '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]}]}',
    );
    expect(readCluster([policy].map(resourceOf)).troubles.map(({ where }) => where)).toEqual([
      'spec.ingress[0].from[0]',
    ]);
  });

  it('rule 14: the network plugin decides whether a block takes pods', () => {
    const objects = [
      caller,
      called,
      networkPolicy('a', '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}'),
    ];
    expectFlows(
      objects,
      { 'a/caller > a/called 80/TCP': 'denied', '10.0.0.1 > a/called 80/TCP': 'allowed' },
      { plugin: 'cilium' },
    );
    expectFlows(
      objects,
      { 'a/caller > a/called 80/TCP': 'depends', '10.0.0.1 > a/called 80/TCP': 'allowed' },
      { plugin: 'unknown' },
    );
  });
});
