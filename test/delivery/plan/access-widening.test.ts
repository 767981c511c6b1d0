import fc from 'fast-check';
import { accessKinds, findWidening } from '../../../delivery/plan/access/access-widening';
import type { JsonObject } from '../../../resources/resource';

const policy = (spec: JsonObject): JsonObject => ({ kind: 'NetworkPolicy', spec });
const toDatabase = { to: [{ podSelector: { matchLabels: { app: 'db' } } }], ports: [{ port: 5432 }] };
const toDns = { ports: [{ port: 53, protocol: 'UDP' }] };
const isolated = { podSelector: {}, policyTypes: ['Ingress', 'Egress'] };

describe('findWidening() of network policies', () => {
  it.each<[string, JsonObject | undefined, JsonObject | undefined, string[]]>([
    ['a policy that goes', policy(isolated), undefined, ['a network policy is taken away']],
    ['a new policy that only isolates', undefined, policy(isolated), []],
    [
      'a new policy that allows',
      undefined,
      policy({ ...isolated, egress: [toDns] }),
      ['a new network policy allows traffic'],
    ],
    [
      'a rule that goes',
      policy({ ...isolated, egress: [toDns, toDatabase] }),
      policy({ ...isolated, egress: [toDns] }),
      [],
    ],
    [
      'a rule that comes',
      policy({ ...isolated, egress: [toDns] }),
      policy({ ...isolated, egress: [toDns, toDatabase] }),
      ['1 egress rule is new or changed'],
    ],
    [
      'an empty rule, which allows all',
      policy(isolated),
      policy({ ...isolated, ingress: [{}] }),
      ['1 ingress rule is new or changed'],
    ],
    ['the order of rules', policy({ egress: [toDns, toDatabase] }), policy({ egress: [toDatabase, toDns] }), []],
    [
      'a direction that is no longer isolated',
      policy(isolated),
      policy({ ...isolated, policyTypes: ['Ingress'] }),
      ['Egress is no longer isolated'],
    ],
    [
      'another subject',
      policy(isolated),
      policy({ ...isolated, podSelector: { matchLabels: { app: 'x' } } }),
      ['its podSelector changes'],
    ],
    [
      'a deny rule that goes',
      policy({ ingressDeny: [{ fromEntities: ['world'] }] }),
      policy({ ingressDeny: [] }),
      ['1 ingressDeny rule is taken away or changed'],
    ],
    [
      'a rule with an action that goes, since a later one may decide then',
      policy({ ingress: [{ action: 'Deny' }, { action: 'Accept' }] }),
      policy({ ingress: [{ action: 'Accept' }] }),
      ['1 ingress rule is taken away or changed'],
    ],
  ])('%s', (_, before, after, want) => {
    expect(findWidening('NetworkPolicy', { before, after })).toEqual(want);
  });
});

describe('findWidening() of rights', () => {
  const role = (...rules: JsonObject[]): JsonObject => ({ rules });
  const pods = { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] };

  it.each<[string, JsonObject | undefined, JsonObject | undefined, string[]]>([
    ['a verb that comes', role(pods), role({ ...pods, verbs: ['get', 'list', 'delete'] }), ['may delete pods']],
    ['a star', role(pods), role({ ...pods, resources: ['*'] }), ['may get *', 'may list *']],
    ['a rule that is split', role(pods), role({ ...pods, verbs: ['get'] }, { ...pods, verbs: ['list'] }), []],
    ['a narrower name', role(pods), role({ ...pods, resourceNames: ['one'] }), []],
    [
      'a name that falls away',
      role({ ...pods, resourceNames: ['one'] }),
      role(pods),
      ['may get pods', 'may list pods'],
    ],
    ['a URL', role(), role({ nonResourceURLs: ['/metrics'], verbs: ['get'] }), ['may get /metrics']],
    ['a role that goes', role(pods), undefined, []],
  ])('%s', (_, before, after, want) => {
    expect(findWidening('ClusterRole', { before, after })).toEqual(want);
  });

  it('never misses a permission that was not there, and never names one that was', () => {
    const list = (values: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...values, '*'], { minLength: 1 });
    const rule = fc.record({
      apiGroups: list(['', 'apps']),
      resources: list(['pods', 'secrets']),
      verbs: list(['get', 'delete']),
    });
    const allows = (
      rules: readonly { apiGroups: string[]; resources: string[]; verbs: string[] }[],
      asked: string[],
    ): boolean =>
      rules.some(({ apiGroups, resources, verbs }) =>
        [apiGroups, resources, verbs].every(
          (values, index) => values.includes('*') || values.includes(asked[index] ?? ''),
        ),
      );
    const every = ['', 'apps', 'other'].flatMap((group) =>
      ['pods', 'secrets', 'other'].flatMap((resource) =>
        ['get', 'delete', 'other'].map((verb) => [group, resource, verb]),
      ),
    );
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 3 }), fc.array(rule, { maxLength: 3 }), (old, made) => {
        const gains = every.some((asked) => allows(made, asked) && !allows(old, asked));
        const found = findWidening('Role', { before: { rules: old }, after: { rules: made } });
        if (gains) expect(found).not.toEqual([]);
        if (made.every((one) => old.some((other) => JSON.stringify(other) === JSON.stringify(one))))
          expect(found).toEqual([]);
      }),
    );
  });

  it('names who gets a role, and everybody when the role is another', () => {
    const binding = (name: string, ...subjects: string[]): JsonObject => ({
      roleRef: { kind: 'ClusterRole', name },
      subjects: subjects.map((one) => ({ kind: 'Group', name: one })),
    });
    expect(findWidening('RoleBinding', { before: binding('view', 'a'), after: binding('view', 'a', 'b') })).toEqual([
      'Group b gets ClusterRole view',
    ]);
    expect(findWidening('RoleBinding', { before: binding('view', 'a'), after: binding('edit', 'a') })).toEqual([
      'Group a gets ClusterRole edit',
    ]);
    expect(findWidening('RoleBinding', { before: binding('view', 'a', 'b'), after: binding('view', 'a') })).toEqual([]);
  });
});

describe('findWidening() of namespaces and admission', () => {
  const namespace = (labels: JsonObject): JsonObject => ({ metadata: { labels } });
  const enforce = 'pod-security.kubernetes.io/enforce';

  it.each([
    ['restricted', 'baseline', ['its Pod Security level falls to baseline']],
    ['baseline', 'restricted', []],
    ['restricted', undefined, ['its Pod Security level falls to none']],
  ])('Pod Security from %s to %s', (before, after, want) => {
    const change = {
      before: namespace({ [enforce]: before }),
      after: namespace(after === undefined ? {} : { [enforce]: after }),
    };
    expect(findWidening('Namespace', change)).toEqual(want);
  });

  it('names a label that policies may select by', () => {
    const change = { before: namespace({ zone: 'server' }), after: namespace({ zone: 'dmz' }) };
    expect(findWidening('Namespace', change)).toEqual(['its label zone changes, and policies select by labels']);
  });

  it('names an admission policy that is unbound, that loses a condition, or that no longer denies', () => {
    const binding = (...validationActions: string[]): JsonObject => ({ spec: { validationActions } });
    const rule = (...validations: string[]): JsonObject => ({
      spec: { failurePolicy: 'Fail', validations: validations.map((expression) => ({ expression })) },
    });
    expect(findWidening('ValidatingAdmissionPolicyBinding', { before: binding('Deny') })).toEqual([
      'an admission policy is no longer bound',
    ]);
    expect(
      findWidening('ValidatingAdmissionPolicyBinding', { before: binding('Deny', 'Audit'), after: binding('Audit') }),
    ).toEqual(['it no longer denies']);
    expect(findWidening('ValidatingAdmissionPolicy', { before: rule('a', 'b'), after: rule('a') })).toEqual([
      '1 of its conditions is taken away or changed',
    ]);
    expect(findWidening('ValidatingAdmissionPolicy', { before: rule('a'), after: rule('a', 'b') })).toEqual([]);
  });

  it.each(accessKinds)('says nothing of a %s that stays as it is', (kind) => {
    const body: JsonObject = { metadata: { labels: { a: 'b' } }, spec: { ingress: [{}] }, rules: [{ verbs: ['*'] }] };
    expect(findWidening(kind, { before: body, after: structuredClone(body) })).toEqual([]);
  });
});
