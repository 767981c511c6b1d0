import { planJudge } from '../../../cli/delivery/plan-judge';
import type { PlannedChange } from '../../../delivery/terraform/plan/planned-change';
import { unresolved } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import { TODAY } from '../../support/describe-policy';
import { CLUSTER, viewOf } from '../../support/view-of';
import { policyCatalog } from '../../../policies/catalog';
import { ruleSetOf } from '../../support/rule-set-of';

const GROUP = 'rbac.authorization.k8s.io/v1';

function planned(verbs: JsonValue, after = true): PlannedChange {
  const body: JsonObject = {
    apiVersion: GROUP,
    kind: 'ClusterRole',
    metadata: { name: 'one' },
    rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs }],
  };
  return {
    address: 'kubernetes_cluster_role.one',
    type: 'kubernetes_cluster_role',
    object: { id: `${CLUSTER}/ClusterRole/-/one`, apiVersion: GROUP, kind: 'ClusterRole', name: 'one' },
    owner: { site: 'dc-north', cluster: CLUSTER },
    fields: [],
    action: after ? 'create' : 'delete',
    isRecreated: false,
    ...(after ? { after: body } : { before: body }),
  };
}

const objections = (change: PlannedChange) =>
  planJudge(viewOf().assembly, ruleSetOf(policyCatalog), () => TODAY)([change]);

describe('planJudge()', () => {
  it('has none against what is as required', () => {
    expect(objections(planned(['get']))).toEqual([]);
  });

  it('names rule, object, field and address of what is not', () => {
    expect(objections(planned(['*']))).toEqual([
      {
        kind: 'refused-by-rule',
        address: 'kubernetes_cluster_role.one',
        message: `roles/disallow-wildcard-verbs: ${CLUSTER}/ClusterRole/-/one rules[0].verbs[0]: *, wanted anything but *`,
      },
    ]);
  });

  it('takes what is known only after apply for no pass', () => {
    const found = objections(planned([unresolved('known after apply')]));
    expect(found.map(({ message }) => message.split(':')[0])).toContain('roles/disallow-wildcard-verbs');
    expect(found.every(({ message }) => message.includes('known after apply'))).toBe(true);
  });

  it('has none against what goes', () => {
    expect(objections(planned(['*'], false))).toEqual([]);
  });
});
