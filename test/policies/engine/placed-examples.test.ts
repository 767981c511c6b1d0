import { kubernetesNamespaces, labels } from '../../../model/naming';
import { policyCatalog } from '../../../policies/catalog';
import { placedExamples } from '../../../policies/engine/examples/placed-examples';
import { isRule } from '../../../policies/engine/language/define-rule';
import { evaluateObjects } from '../../../policies/object-rules';
import type { JsonObject } from '../../../resources/resource';
import { TODAY } from '../../support/describe-policy';
import { ruleSetOf } from '../../support/rule-set-of';
import { viewOf } from '../../support/view-of';

const namespaces = [
  { name: 'kube-system', labels: {} },
  { name: 'low', labels: { [labels.tenant]: 't', [labels.level]: '2' } },
  { name: 'high', labels: { [labels.tenant]: 't', [labels.level]: '4' } },
  { name: 'platform', labels: { [labels.service]: 'identity' } },
];
const standing = namespaces.map(({ name, labels: own }): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: own },
}));
const rules = policyCatalog.flatMap(({ id, policy }) => (isRule(policy) ? [{ id, rule: policy }] : []));

describe('placedExamples()', () => {
  it.each(rules)('gives objects that $id fails where they stand', ({ id, rule }) => {
    for (const { object, namespace } of placedExamples(rule.tree, namespaces)) {
      const { resources } = viewOf({
        resources: [...standing.filter(({ kind }) => kind !== object['kind']), object],
      }).assembly;
      const set = ruleSetOf([{ id, policy: rule }]);
      const [result] = evaluateObjects({ resources, rules: set, today: TODAY }).results;
      expect(result?.fail).toHaveLength(1);
      expect(kubernetesNamespaces).not.toContain(namespace);
    }
  });

  it('places examples of nearly every rule in an ordinary cluster, and none where there is no place', () => {
    const placed = rules.filter(({ rule }) => placedExamples(rule.tree, namespaces).length > 0);
    expect(placed.length).toBeGreaterThan(rules.length * 0.95);
    const inNamespaces = rules.filter(({ rule }) => rule.tree.on.namespaced);
    expect(inNamespaces.flatMap(({ rule }) => placedExamples(rule.tree, []))).toEqual([]);
  });
});
