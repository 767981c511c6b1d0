import { judgeHealth } from '../../../../delivery/kubernetes/health/judge-health';
import type { JsonObject } from '../../../../resources/resource';

function judge(apiVersion: string, kind: string, live: JsonObject): string {
  return judgeWith([], { apiVersion, kind }, live);
}

/** The verdict where the controllers of some groups run. */
function judgeWith(
  controllers: readonly string[],
  type: { readonly apiVersion: string; readonly kind: string },
  live: JsonObject,
): string {
  const { state, reason } = judgeHealth(type, live, new Set(controllers));
  return `${state}: ${reason}`;
}

const condition = (type: string, status: string, reason = ''): JsonObject => ({ type, status, reason });
const replicas = (counts: JsonObject, observed = 2): JsonObject => ({
  metadata: { generation: 2 },
  spec: { replicas: 2 },
  status: { observedGeneration: observed, ...counts },
});

describe('judgeHealth()', () => {
  it.each<[string, JsonObject, string]>([
    ['not seen yet', replicas({}, 1), 'progressing: its controller has not seen this state yet'],
    ['half updated', replicas({ updatedReplicas: 1 }), 'progressing: 1 of 2 replicas are updated'],
    ['with old pods', replicas({ updatedReplicas: 2, replicas: 3 }), 'progressing: old replicas are still there'],
    [
      'half available',
      replicas({ updatedReplicas: 2, replicas: 2, availableReplicas: 1 }),
      'progressing: 1 of 2 replicas are available',
    ],
    [
      'available',
      replicas({ updatedReplicas: 2, replicas: 2, availableReplicas: 2 }),
      'healthy: 2 of 2 replicas are available',
    ],
    [
      'that ran out of time',
      replicas({ conditions: [condition('Progressing', 'False', 'ProgressDeadlineExceeded')] }),
      'failed: Progressing is False: ProgressDeadlineExceeded',
    ],
  ])('judges a deployment %s', (_name, live, verdict) => {
    expect(judge('apps/v1', 'Deployment', live)).toBe(verdict);
  });

  it.each<[string, string, JsonObject, string]>([
    ['v1', 'Namespace', { status: { phase: 'Active' } }, 'healthy: active'],
    ['v1', 'Namespace', { status: { phase: 'Terminating' } }, 'failed: the namespace is Terminating'],
    ['v1', 'ConfigMap', {}, 'healthy: stands'],
    ['v1', 'ConfigMap', { metadata: { deletionTimestamp: 'now' } }, 'failed: it is being deleted'],
    ['v1', 'PersistentVolumeClaim', { status: { phase: 'Pending' } }, 'progressing: the claim is Pending'],
    ['v1', 'PersistentVolumeClaim', { status: { phase: 'Bound' } }, 'healthy: bound'],
    ['v1', 'Service', { spec: { type: 'LoadBalancer' } }, 'not-judged: no load balancer has given it an address'],
    ['v1', 'ResourceQuota', { spec: { hard: { pods: '1' } }, status: {} }, 'progressing: not counted yet: pods'],
    ['v1', 'ResourceQuota', { spec: { hard: { pods: '1' } }, status: { hard: { pods: '1' } } }, 'healthy: counted'],
    ['apps/v1', 'DaemonSet', replicas({ desiredNumberScheduled: 0 }), 'healthy: 0 of 0 replicas are available'],
    ['apps/v1', 'StatefulSet', replicas({ readyReplicas: 2 }), 'healthy: 2 of 2 replicas are available'],
    [
      'batch/v1',
      'Job',
      { status: { conditions: [condition('Failed', 'True', 'BackoffLimitExceeded')] } },
      'failed: Failed is True: BackoffLimitExceeded',
    ],
    [
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
      { status: { conditions: [condition('NamesAccepted', 'False', 'Conflict')] } },
      'failed: NamesAccepted is False: Conflict',
    ],
    [
      'admissionregistration.k8s.io/v1',
      'ValidatingAdmissionPolicy',
      {
        status: {
          typeChecking: { expressionWarnings: [{ fieldRef: 'spec.validations[0]', warning: 'no such field' }] },
        },
      },
      'failed: spec.validations[0]: no such field',
    ],
  ])('judges %s %s by its own words: %j', (apiVersion, kind, live, verdict) => {
    expect(judge(apiVersion, kind, live)).toBe(verdict);
  });

  it('judges a custom resource by its status, and without one only when its controller runs', () => {
    const certificate = (live: JsonObject, controllers: readonly string[] = []): string =>
      judgeWith(controllers, { apiVersion: 'cert-manager.io/v1', kind: 'Certificate' }, live);
    expect(certificate({})).toBe('not-judged: no controller has reported on it');
    expect(certificate({}, ['cert-manager.io'])).toBe('progressing: no controller has reported on it');
    expect(certificate({ status: { conditions: [condition('Ready', 'True')] } })).toBe('healthy: Ready is True');
    expect(certificate({ status: { conditions: [condition('Ready', 'False', 'Pending')] } })).toBe(
      'progressing: Ready is False: Pending',
    );
    expect(certificate({ status: { conditions: [condition('Stalled', 'True')] } })).toBe('failed: Stalled is True');
    expect(certificate({ status: { phase: 'FailedValidation' } })).toBe('failed: its phase is FailedValidation');
  });

  it('takes a condition that a definition fills in for no word of a controller', () => {
    const gateway = { status: { conditions: [condition('Programmed', 'Unknown', 'Pending')] } };
    expect(judge('gateway.networking.k8s.io/v1', 'Gateway', gateway)).toBe(
      'not-judged: Programmed is Unknown: Pending',
    );
  });

  it('takes a condition about an older state for no news', () => {
    const ready = { ...condition('Ready', 'True'), observedGeneration: 1 };
    expect(judge('x.io/v1', 'X', { metadata: { generation: 2 }, status: { conditions: [ready] } })).toBe(
      'progressing: Ready is True',
    );
  });
});
