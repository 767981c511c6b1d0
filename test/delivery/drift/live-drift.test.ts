import { liveDrift } from '../../../delivery/drift/live-drift';
import type { LiveObject } from '../../../delivery/kubernetes/live/live-object';
import { simpleWave } from '../run/simple-wave';
import type { Resource } from '../../../resources/resource';

const resource = (name: string): Resource =>
  ({ id: `dc/ConfigMap/n/${name}`, kind: 'ConfigMap', name, namespace: 'n', tenant: 'p01' }) as Resource;

function drift(...objects: readonly unknown[]): Parameters<typeof liveDrift>[0] {
  const ref = { apiVersion: 'v1', kind: 'Secret', namespace: 'n', name: 'own' };
  return {
    reached: true,
    objects: objects as LiveObject[],
    unmanaged: { objects: [{ ref }] },
  } as unknown as Parameters<typeof liveDrift>[0];
}

const steps = simpleWave('nation', { shard: [] }).steps.map((step) => ({
  ...step,
  engine: 'terraform' as const,
  resources: [resource('a')],
}));

describe('liveDrift()', () => {
  it('says nothing of objects that stand as they should', () => {
    const found = liveDrift(drift({ kind: 'equal', resource: resource('a'), additions: [] }), steps);
    expect(found).toEqual({ compared: 1, drifted: [], unmanaged: ['Secret/n/own'] });
  });

  it('names each object that departs, whose it is, which engine brings it, and who changed which field', () => {
    const difference = {
      path: '.data.a',
      want: 'x',
      got: undefined,
      owners: [{ manager: 'kubectl-edit', operation: 'Update', time: '2026-11-26T00:00:00Z' }],
    };
    const { drifted } = liveDrift(
      drift(
        { kind: 'different', resource: resource('a'), differences: [difference], additions: [] },
        { kind: 'missing', resource: resource('b') },
        { kind: 'untold', resource: resource('c'), failure: { message: 'forbidden' } },
        { kind: 'equal', resource: resource('d'), additions: [{ ...difference, want: undefined, got: 1 }] },
      ),
      steps,
    );
    const by = ['kubectl-edit (Update at 2026-11-26T00:00:00Z)'];
    expect(drifted).toEqual([
      {
        id: 'dc/ConfigMap/n/a',
        tenant: 'p01',
        engine: 'terraform',
        state: 'changed',
        fields: [{ path: '.data.a', want: '"x"', got: undefined, by, concern: undefined }],
      },
      { id: 'dc/ConfigMap/n/b', tenant: 'p01', engine: 'kubernetes', state: 'missing', fields: [] },
      {
        id: 'dc/ConfigMap/n/c',
        tenant: 'p01',
        engine: 'kubernetes',
        state: 'untold',
        fields: [],
        because: 'forbidden',
      },
      {
        id: 'dc/ConfigMap/n/d',
        tenant: 'p01',
        engine: 'kubernetes',
        state: 'added-to',
        fields: [{ path: '.data.a', want: undefined, got: '1', by, concern: undefined }],
      },
    ]);
  });
});
