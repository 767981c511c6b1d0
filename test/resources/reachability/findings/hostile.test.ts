import { findConflicts } from '../../../../resources/reachability/findings/conflicts';
import { predictDatapathBudget } from '../../../../resources/reachability/findings/datapath-budget';
import { findNeedlessRules } from '../../../../resources/reachability/findings/needless-rules';
import { readCluster } from '../../../../resources/reachability/cluster-input';
import { unresolved } from '../../../../resources/json-path';
import { closureOf } from '../../../../resources/reachability/query/closure';
import { StepIndex } from '../../../../resources/reachability/query/steps';
import { clusterPolicy, networkPolicy, pod } from '../agreement/expect-flows';
import { resourceOf } from '../agreement/resource-of';
import type { Objects } from '../oracle/random-cluster';
import { solve } from '../query/cluster-of';

const pods = [pod('a/caller', { app: 'caller' }), pod('a/called', { app: 'called' })];

/** A policy about the pods of a name that only Terraform can tell. */
function untold(rule: string, name: string): Objects[number] {
  const policy = clusterPolicy(`{ingress: [${rule}]}`, name);
  const podSelector = { matchExpressions: [{ key: 'app', operator: 'In', values: [unresolved('var.app')] }] };
  const subject = { pods: { namespaceSelector: {}, podSelector } };
  return { ...policy, spec: { ...(policy['spec'] as Objects[number]), subject } };
}

const everybody = 'from: [{namespaces: {}}]';

describe('queries of what nobody can tell from files', () => {
  it('troubles are told, and of what a server refuses nothing is found', () => {
    const broken = [
      networkPolicy('a', '{podSelector: [], ingress: {}}'),
      networkPolicy('a', '{podSelector: {}, ingress: [7, {from: [{ipBlock: {cidr: x}}], ports: [{port: -1}]}]}', 'two'),
      clusterPolicy('{subject: {}, ingress: [{action: Eat}]}'),
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'bare', namespace: 'a' } },
    ];
    const objects = [...pods, ...broken];
    const cluster = readCluster(objects.map(resourceOf));
    const reachability = solve(objects);
    expect(cluster.troubles.length).toBeGreaterThan(4);
    expect(findConflicts(reachability)).toEqual([]);
    expect(findNeedlessRules(reachability)).toEqual([]);
    expect(predictDatapathBudget(cluster, reachability).identities.used).toBe(3);
    expect(closureOf(new StepIndex(reachability, 'depends'), 0).reached).toHaveLength(2);
  });

  it('a conflict of policies whose subject nobody can tell isn’t certain', () => {
    const [accept, deny] = [`{action: Accept, ${everybody}}`, `{action: Deny, ${everybody}}`];
    const found = findConflicts(solve([...pods, untold(accept, 'one'), clusterPolicy(`{ingress: [${deny}]}`, 'two')]));
    expect(found.map(({ isCertain }) => isCertain)).toEqual([false]);
  });

  it('a rule behind one that only perhaps governs its end is not shadowed', () => {
    const deny = `{action: Deny, ${everybody}}`;
    const last = clusterPolicy(`{priority: 20, ingress: [${deny}]}`, 'last');
    expect(
      findNeedlessRules(solve([...pods, untold(deny, 'first'), last])).map(({ policy, kind }) => [
        policy.resource.name,
        kind,
      ]),
    ).toEqual([['first', 'redundant']]);
  });
});
