import { policiesOfRule, standingOf, type ClusterStanding } from '../../../../cli/delivery/points/admission-standing';
import type { LiveObject } from '../../../../delivery/kubernetes/live/live-object';
import { admissionWaivers } from '../../../../model/naming';
import { policyCatalog } from '../../../../policies/catalog';
import { isRule } from '../../../../policies/engine/language/define-rule';
import { silencesOf } from '../../../../policies/engine/points/points';
import type { JsonObject, Resource } from '../../../../resources/resource';
import { CLUSTER, viewOf } from '../../../support/view-of';

const RULE = 'services/disallow-node-ports';
const [POLICY = ''] = policiesOfRule.get(RULE) ?? [];
const GROUP = 'admissionregistration.k8s.io/v1';

function resource(kind: string, name: string, rest: JsonObject): Resource {
  const { namespace } = admissionWaivers;
  const place = kind === 'ConfigMap' ? { namespace } : {};
  const apiVersion = kind === 'ConfigMap' ? 'v1' : GROUP;
  const [made] = viewOf({ resources: [{ apiVersion, kind, metadata: { name, ...place }, ...rest }] }).assembly
    .resources;
  if (made === undefined) throw new Error('no resource');
  return made;
}

const checked = { observedGeneration: 1, typeChecking: {} };
const policy = resource('ValidatingAdmissionPolicy', POLICY, { status: checked });
const binding = resource('ValidatingAdmissionPolicyBinding', POLICY, {
  spec: { validationActions: ['Deny', 'Audit'] },
});
const waivers = resource('ConfigMap', admissionWaivers.name, {});

function equal(live: Resource, isFilled = false): LiveObject {
  return { resource: live, kind: 'equal', live, additions: [], isFilled };
}

/** Everything stands, but for what is given. */
function at(...bent: readonly LiveObject[]): ClusterStanding {
  const all = [equal(policy), equal(binding), equal(waivers), ...bent];
  return { cluster: CLUSTER, live: new Map(all.map((one) => [one.resource.id, one])), planned: new Map() };
}

const warned = { ...checked, typeChecking: { expressionWarnings: [{ fieldRef: 'spec', warning: 'no such field' }] } };
const added = { path: '.spec.matchConditions', divergence: 'added', owners: [] } as const;
const changed = { path: '.data.waivers', divergence: 'changed', owners: [] } as const;

describe('standingOf()', () => {
  it('finds the policies of every rule that acts at admission, and of no other', () => {
    const acting = policyCatalog.filter(({ policy: one }) => isRule(one) && silencesOf(one).admission === undefined);
    expect([...policiesOfRule.keys()].toSorted()).toEqual(acting.map(({ id }) => id).toSorted());
  });

  it('is enforced where policy, binding and waivers stand as the assembly says', () => {
    expect(standingOf(RULE, at())).toEqual({ cluster: CLUSTER, standing: 'enforced', policies: [POLICY], reasons: [] });
  });

  it.each<readonly [string, LiveObject, string]>([
    ['the policy is missing', { resource: policy, kind: 'missing' }, 'absent'],
    ['the binding could not be read', untold(binding), 'unknown'],
    ['the list of waivers was changed', { ...different(waivers), differences: [changed] }, 'departed'],
    ['somebody added a condition', { ...equal(policy), kind: 'equal', additions: [added] } as LiveObject, 'departed'],
    ['the binding only warns', equal({ ...binding, body: { spec: { validationActions: ['Warn'] } } }), 'departed'],
    ['the server has not looked yet', equal({ ...policy, body: {} }), 'unknown'],
    ['an expression does not fit its types', equal({ ...policy, body: { status: warned } }), 'departed'],
    ['it may hold a remnant', equal(policy, true), 'unknown'],
  ])('is not where %s', (_, bent, standing) => {
    const found = standingOf(RULE, at(bent));
    expect(found.standing).toBe(standing);
    expect(found.reasons).not.toEqual([]);
  });

  it('takes the word of the dry run for what reading alone can’t tell', () => {
    const filled = at(equal(policy, true));
    const base = { resource: policy, warnings: [] };
    const unchanged = new Map([[policy.id, { ...base, kind: 'unchanged' as const, served: {} }]]);
    expect(standingOf(RULE, { ...filled, planned: unchanged }).standing).toBe('enforced');
    const change = { ...base, kind: 'change' as const, changes: [], before: {}, after: {} };
    expect(standingOf(RULE, { ...filled, planned: new Map([[policy.id, change]]) }).standing).toBe('departed');
  });

  it('is absent where nothing carries the rule, or the assembly brings it to no such cluster', () => {
    expect(standingOf('no/such-rule', at()).standing).toBe('absent');
    expect(standingOf(RULE, { ...at(), cluster: 'elsewhere' }).standing).toBe('absent');
  });
});

function untold(of: Resource): LiveObject {
  return { resource: of, kind: 'untold', failure: { kind: 'timeout', message: 'no answer', mayHaveHappened: false } };
}

function different(live: Resource) {
  return { resource: live, kind: 'different' as const, live, additions: [], differences: [] };
}
