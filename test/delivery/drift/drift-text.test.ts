import type { ClusterDrift } from '../../../delivery/drift/cluster-drift';
import { driftText } from '../../../delivery/drift/drift-text';

const clean: ClusterDrift = { cluster: 'a', compared: 3, drifted: [], states: [], leftOver: [], unmanaged: [] };

describe('driftText()', () => {
  it('says what changed, who changed it, and what is not known', () => {
    const fields = [
      {
        path: '.spec.egress',
        want: undefined,
        got: '[{}]',
        by: ['kubectl-edit (Update at 2026-11-26T01:00:00Z)'],
        concern: 'network',
      },
    ];
    const text = driftText([
      clean,
      {
        ...clean,
        cluster: 'b',
        drifted: [
          { id: 'b/NetworkPolicy/n/deny', state: 'changed', engine: 'terraform', fields },
          { id: 'b/ResourceQuota/n/quota', state: 'missing', engine: 'terraform', fields: [] },
        ],
        states: [{ shard: 'b-p01', address: 'kubernetes_resource_quota.q', what: 'deleted outside' }],
        leftOver: ['b/ConfigMap/n/old'],
        unmanaged: ['b/Pod/n/debug'],
      },
      { ...clean, cluster: 'c', unreached: 'connection refused' },
    ]);
    expect(text).toMatchInlineSnapshot(`
"✔ a: 3 objects as the assembly says
✘ b: 2 of 3 objects departed
  b/NetworkPolicy/n/deny was changed
    .spec.egress: [{}] instead of nothing, by kubectl-edit (Update at 2026-11-26T01:00:00Z) (network)
  b/ResourceQuota/n/quota is missing
  state b-p01 kubernetes_resource_quota.q: deleted outside
  left over b/ConfigMap/n/old: the assembly no longer has it; ndc retire removes it
  made by others in our namespaces: 1
    b/Pod/n/debug
? c: not reached (connection refused); nothing is known of it
"
`);
  });

  it('names no more than a page of objects', () => {
    const drifted = Array.from({ length: 500 }, (_, index) => ({
      id: `o${index}`,
      state: 'missing' as const,
      engine: 'kubernetes' as const,
      fields: [],
    }));
    const lines = driftText([{ ...clean, drifted }]).split('\n');
    expect(lines).toHaveLength(23);
    expect(lines.at(-2)).toBe('  … and 480 more');
  });
});
