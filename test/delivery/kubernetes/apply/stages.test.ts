import fc from 'fast-check';
import { stagesOf } from '../../../../delivery/kubernetes/apply/stages';
import { admissionWaivers } from '../../../../model/naming';
import { refKey } from '../../../../delivery/kubernetes/client/kinds/api-kind';
import { poll } from '../../../../delivery/kubernetes/client/poll';
import { manualClock } from '../kit/world';

const object = (kind: string, name = 'a', namespace?: string): Parameters<typeof refKey>[0] => ({
  apiVersion: 'v1',
  kind,
  namespace,
  name,
});

describe('stagesOf()', () => {
  it('puts first what others need, and what nobody names between settings and workloads', () => {
    const kinds = ['Deployment', 'Widget', 'Namespace', 'ConfigMap', 'NetworkPolicy', 'CustomResourceDefinition'];
    expect(stagesOf(kinds.map((kind) => object(kind))).map(({ name }) => name)).toEqual([
      'namespaces',
      'definitions',
      'guardrails',
      'settings',
      'other kinds',
      'workloads',
    ]);
  });

  it('puts what admission policies can not judge without before them', () => {
    const waivers = object('ConfigMap', admissionWaivers.name, admissionWaivers.namespace);
    const stages = stagesOf([object('ConfigMap'), object('ValidatingAdmissionPolicy'), waivers]);
    expect(stages.map(({ name }) => name)).toEqual(['admission parameters', 'admission policies', 'settings']);
  });

  it('keeps every object once, and in the same order whatever order they came in', () => {
    const kinds = fc.constantFrom('Namespace', 'Role', 'Widget', 'Pod', 'Service', 'MutatingWebhookConfiguration');
    const name = fc.constantFrom('a', 'b', 'c');
    const objects = fc.uniqueArray(fc.record({ apiVersion: fc.constant('v1'), kind: kinds, namespace: name, name }), {
      selector: refKey,
    });
    fc.assert(
      fc.property(objects, (list) => {
        const keys = (some: typeof list): readonly string[] => stagesOf(some).flatMap((one) => one.objects.map(refKey));
        expect(keys(list.toReversed())).toEqual(keys(list));
        expect(keys(list).toSorted()).toEqual(list.map(refKey).toSorted());
      }),
    );
  });
});

describe('poll()', () => {
  it('asks at growing intervals until there is an answer', async () => {
    const clock = manualClock();
    const times: number[] = [];
    const start = clock.now();
    const asked = poll({ outside: { clock, random: () => 1 }, patienceMilliseconds: 10_000 }, () => {
      times.push(clock.now() - start);
      return Promise.resolve(times.length === 5 ? 'done' : undefined);
    });
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      clock.advance(clock.pending()[0] ?? 0);
    }
    expect(await asked).toBe('done');
    expect(times).toEqual([0, 50, 150, 350, 750]);
  });

  it('asks once without patience, and not again after it was stopped', async () => {
    let asked = 0;
    const never = (): Promise<undefined> => {
      asked += 1;
      return Promise.resolve(undefined);
    };
    const outside = { clock: manualClock(), random: () => 1 };
    expect(await poll({ outside, patienceMilliseconds: 0 }, never)).toBeUndefined();
    const signal = AbortSignal.abort();
    expect(await poll({ outside, patienceMilliseconds: 10_000, signal }, never)).toBeUndefined();
    expect(asked).toBe(2);
  });
});
