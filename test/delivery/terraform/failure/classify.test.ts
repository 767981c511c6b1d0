import { classify } from '../../../../delivery/terraform/failure/classify';
import { diagnosticOf, errorsInText } from '../../../../delivery/terraform/failure/diagnostic';
import { failureKinds } from '../../../../delivery/terraform/failure/failure-kinds';
import { failureProblem, isTransient } from '../../../../delivery/terraform/failure/terraform-failure';

/** Errors as Terraform 1.11.4 with hashicorp/kubernetes 1.13.4 wrote them against Kubernetes 1.36.3. */
const WRITTEN: readonly (readonly [string, string, string?])[] = [
  ['already-exists', 'namespaces "c00025-commune" already exists'],
  ['already-exists', 'Failed to create priority class: priorityclasses.scheduling.k8s.io "level-3" already exists'],
  [
    'forbidden',
    'namespaces "a" is forbidden: User "nobody" cannot get resource "namespaces" in API group "" in the namespace "a"',
  ],
  [
    'refused-by-admission',
    `namespaces "a" is forbidden: ValidatingAdmissionPolicy 'tenancy' with binding 'tenancy' denied request: no tenant`,
  ],
  ['refused-by-admission', 'admission webhook "x.example.org" denied the request: no'],
  [
    'namespace-terminating',
    'Failed to create resource quota: resourcequotas "quota" is forbidden: unable to create new content in namespace a because it is being terminated',
  ],
  ['unauthenticated', 'Unauthorized'],
  [
    'untrusted-certificate',
    'Get "https://10.0.0.1:6443/api/v1/namespaces/a": tls: failed to verify certificate: x509: certificate signed by unknown authority',
  ],
  [
    'untrusted-certificate',
    'Get "https://10.0.0.1:6443/api/v1/namespaces/a": tls: failed to verify certificate: x509: certificate has expired or is not yet valid',
  ],
  ['unreachable', 'Get "https://127.0.0.1:1/api/v1/namespaces/a": dial tcp 127.0.0.1:1: connect: connection refused'],
  [
    'unreachable',
    'an error on the server ("<html>Bad Gateway</html>") has prevented the request from succeeding (get namespaces a)',
  ],
  ['not-settled', `Quotas don't match after creation.\nExpected: v1.ResourceList{}\nGiven: v1.ResourceList(nil)`],
  ['stale-plan', 'Saved plan is stale', 'The given plan file can no longer be applied because the state was changed.'],
  ['provider-crash', 'Plugin did not respond', 'The plugin encountered an error, and failed to respond to the call.'],
  ['not-initialized', 'Inconsistent dependency lock file', 'The following dependency selections are inconsistent'],
  ['not-initialized', 'Required plugins are not installed', 'The installed provider plugins are not consistent'],
  ['store-changed', 'Backend configuration changed', 'A change in the backend configuration has been detected'],
  ['state-store', 'Failed to save state', 'Error saving state: failed to upload state: AccessDenied'],
  ['state-store', 'Error refreshing state: Unable to access object "a" in S3 bucket "b"'],
  ['invalid-object', 'NetworkPolicy.networking.k8s.io "a" is invalid: spec.ingress[0].ports[0].port: Invalid value: 0'],
  ['not-found', 'namespaces "a" not found'],
  ['other', 'Extraneous JSON object property', 'No argument or block type is named "preemption_policy".'],
];

const LOCKED = `Error message: operation error S3: PutObject, https response error StatusCode: 412
Lock Info:
  ID:        2d44ae8b-8c1e-9d3e-2c4b-61e8ab04e6d4
  Path:      states/a/terraform.tfstate
  Operation: OperationTypeApply
  Who:       operator@north-1
  Version:   1.11.4
  Created:   2026-10-01 02:03:04.5 +0000 UTC
  Info:      

Terraform acquires a state lock to protect the state from being written
by multiple users at the same time.`;

describe('classify()', () => {
  it.each(WRITTEN.map(([kind, summary, detail = '']) => [kind, summary, detail] as const))(
    'tells %s by: %s',
    (kind, summary, detail) => {
      expect(classify({ severity: 'error', summary, detail }).kind).toBe(kind);
    },
  );

  it('names the holder of a lock', () => {
    const summary = 'Error acquiring the state lock';
    const failure = classify({ severity: 'error', summary, detail: LOCKED });
    expect([failure.kind, failure.lock]).toEqual([
      'state-locked',
      {
        id: '2d44ae8b-8c1e-9d3e-2c4b-61e8ab04e6d4',
        who: 'operator@north-1',
        operation: 'OperationTypeApply',
        created: '2026-10-01 02:03:04.5 +0000 UTC',
        path: 'states/a/terraform.tfstate',
      },
    ]);
  });

  it('keeps the address that an error is about', () => {
    const message = { diagnostic: { severity: 'error', summary: 'Unauthorized', detail: '', address: 'a.b' } };
    const diagnostic = diagnosticOf(message);
    expect(diagnostic === undefined ? diagnostic : classify(diagnostic)).toMatchObject({ address: 'a.b' });
  });
});

describe('errorsInText()', () => {
  it('reads errors through boxes, colors and line breaks', () => {
    const escape = '\u001b';
    const text = `${escape}[31m╷${escape}[0m
${escape}[31m│${escape}[0m ${escape}[1m${escape}[31mError: ${escape}[0m${escape}[1mNo such resource
${escape}[31m│${escape}[0m instance${escape}[0m
${escape}[31m│${escape}[0m
${escape}[31m│${escape}[0m There is no such
${escape}[31m│${escape}[0m instance.
${escape}[31m╵${escape}[0m`;
    expect(errorsInText(text)).toEqual([
      { severity: 'error', summary: 'No such resource instance', detail: 'There is no such\ninstance.' },
    ]);
  });

  it('finds none in a text without errors', () => {
    expect(errorsInText('Success! The state is empty.')).toEqual([]);
  });
});

describe('failureProblem()', () => {
  it('says what, where, what was got, what is wanted and what to do', () => {
    const failure = classify({ severity: 'error', summary: 'Error acquiring the state lock', detail: LOCKED });
    const { code, at, got, next } = failureProblem('north', { ...failure, message: 'locked' });
    expect({ code, at, got, next }).toEqual({
      code: 'terraform-state-locked',
      at: ['north'],
      got: 'locked; held by operator@north-1 since 2026-10-01 02:03:04.5 +0000 UTC (OperationTypeApply, 2d44ae8b-8c1e-9d3e-2c4b-61e8ab04e6d4)',
      next: 'wait for the holder of the lock; release it only when the holder is known to be gone',
    });
  });

  it('calls a failure transient only when every part of it is', () => {
    const [gone, refused] = [
      { kind: 'unreachable', message: '' } as const,
      { kind: 'forbidden', message: '' } as const,
    ];
    expect([isTransient([gone]), isTransient([gone, refused])]).toEqual([true, false]);
  });

  it('knows what to do about every kind', () => {
    expect(Object.values(failureKinds).filter(({ want, next }) => Math.min(want.length, next.length) < 5)).toEqual([]);
  });
});
