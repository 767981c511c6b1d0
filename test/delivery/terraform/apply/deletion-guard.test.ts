import * as fc from 'fast-check';
import { guardDeletions, takesAway } from '../../../../delivery/terraform/apply/deletion-guard';
import type { ChangeAction, PlannedChange } from '../../../../delivery/terraform/plan/planned-change';

const ACTIONS: readonly ChangeAction[] = ['create', 'update', 'replace', 'delete', 'forget', 'read', 'no-op'];

function change(address: string, action: ChangeAction): PlannedChange {
  const object = { id: `c/Namespace/-/${address}`, apiVersion: 'v1', kind: 'Namespace', name: address };
  const owner = { site: 's', cluster: 'c' };
  return { address, type: 'kubernetes_namespace', action, object, owner, fields: [], isRecreated: false };
}

const changes = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,3}$/), fc.constantFrom(...ACTIONS)), { selector: ([name]) => name })
  .map((pairs) => pairs.map(([address, action]) => change(address, action)));

describe('guardDeletions()', () => {
  it('refuses everything that would go when nothing is allowed', () => {
    const verdict = guardDeletions(
      ACTIONS.map((action) => change(action, action)),
      [],
    );
    expect(verdict.refused.map(({ address }) => address)).toEqual(['replace', 'delete', 'forget']);
  });

  it('takes an address as it stands, and no other for it', () => {
    const plan = [change('kubernetes_namespace.a', 'delete'), change('kubernetes_namespace.a-b', 'delete')];
    const { refused, unused } = guardDeletions(plan, ['kubernetes_namespace.a', 'kubernetes_namespace.*']);
    expect(refused.map(({ address }) => address)).toEqual(['kubernetes_namespace.a-b']);
    expect(unused).toEqual(['kubernetes_namespace.*']);
  });

  it('lets a plan pass if and only if each object that goes is allowed', () => {
    fc.assert(
      fc.property(changes, fc.array(fc.stringMatching(/^[a-z]{1,3}$/)), (plan, allowed) => {
        const gone = plan.filter(takesAway).map(({ address }) => address);
        const { refused, unused } = guardDeletions(plan, allowed);
        expect(refused.length === 0).toBe(gone.every((address) => allowed.includes(address)));
        expect(refused.every(({ address }) => !allowed.includes(address))).toBe(true);
        expect(unused.every((address) => !gone.includes(address))).toBe(true);
      }),
    );
  });
});
