import policy from '../../../policies/tenancy/require-pod-security';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const name = 'p01-proc-dmz';
const subject = `namespace/dc-north-shared-0/${name}`;
const prefix = 'pod-security.kubernetes.io';
const modes = ['enforce', 'audit', 'warn'];
const restricted = Object.fromEntries(
  modes.flatMap((mode) => [
    [`${prefix}/${mode}`, 'restricted'],
    [`${prefix}/${mode}-version`, 'v1.36'],
  ]),
);
const given = (bend: JsonObject) => ({
  subject,
  view: viewOf({
    resources: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { ...restricted, ...bend } } }],
  }),
});

describePolicy('tenancy/require-pod-security', policy, {
  passes: {
    'restricted in all three modes': () => given({}),
    'further labels beside them': () => given({ team: 'front' }),
  },
  fails: {
    'no namespace': () => ({ subject, view: viewOf(), where: 'Namespace', got: 'missing' }),
    'pods that may be privileged': () => ({
      ...given({ [`${prefix}/enforce`]: 'privileged' }),
      where: `${prefix}/enforce`,
      got: 'privileged',
    }),
    'an older version of the rules': () => ({
      ...given({ [`${prefix}/enforce-version`]: 'v1.20' }),
      where: `${prefix}/enforce-version`,
      got: 'v1.20',
    }),
    'a mode that is not set': () => ({
      ...given({ [`${prefix}/warn`]: null }),
      where: `${prefix}/warn`,
      got: 'not set',
    }),
    'a label that Terraform alone can tell': () => ({
      ...given({ [`${prefix}/audit`]: { 'terraform:unresolved': '${var.mode}' } }),
      verdict: 'unknown',
      where: `${prefix}/audit`,
      got: 'what Terraform alone can tell',
    }),
  },
  ignores: {
    'a nation without namespaces': () => ({ view: viewOf({ model: { ...healthyModel(), namespaces: [] } }) }),
    'a namespace of the platform': () => ({ subject: 'namespace/dc-north-shared-0/platform-logging', view: viewOf() }),
  },
});
