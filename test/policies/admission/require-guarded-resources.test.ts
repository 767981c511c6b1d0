import policy from '../../../policies/admission/require-guarded-resources';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { asWritten, change, drop, type Edit } from '../kit/edit-objects';

const KIND = 'ValidatingAdmissionPolicy';
const NONE = `none on`;
const guard = (name: string, resource: string, expression: string): JsonObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: KIND,
  metadata: { name },
  spec: {
    matchConstraints: { resourceRules: [{ operations: ['CREATE', 'UPDATE'], resources: [resource] }] },
    validations: [{ expression }],
  },
});
const objects = [
  guard('host', 'pods', '!hostNetwork && !hostPID && !hostIPC && !hostPath && !privileged && !hostPort'),
  guard('quota', 'pods', "['limits.cpu', 'limits.memory', 'pods'].all(k, k in hard)"),
  guard('owner', 'namespaces', "'ndc.gov.vn/tenant' 'ndc.gov.vn/system' 'ndc.gov.vn/zone'"),
  guard('peers', 'networkpolicies', 'list.all(p, !has(p.ipBlock))'),
];
const given = (edit: Edit = asWritten): PolicyCase => ({
  subject: 'cluster/dc-north-shared-0',
  view: viewOf({ resources: edit(objects.map((body) => ({ body }))) }),
});

describePolicy('admission/require-guarded-resources', policy, {
  passes: { 'pods, namespaces and network policies guarded': () => given() },
  fails: {
    'pods that may take their host': () => ({
      ...given(drop(KIND, 'host')),
      where: KIND,
      got: `${NONE} hostNetwork, hostPID, hostIPC of pods`,
    }),
    'folders of the host that nobody asks about': () => ({
      ...given(
        change(`${KIND}/host`, ['spec', 'validations', 0, 'expression'], '!hostNetwork && !hostPID && !hostIPC'),
      ),
      where: KIND,
      got: `${NONE} hostPath of pods`,
    }),
    'namespaces of nobody': () => ({
      ...given(drop(KIND, 'owner')),
      where: KIND,
      got: `${NONE} ndc.gov.vn/tenant, ndc.gov.vn/system, ndc.gov.vn/zone of namespaces`,
    }),
    'network policies that are seen when they change alone': () => ({
      ...given(change(`${KIND}/peers`, ['spec', 'matchConstraints', 'resourceRules', 0, 'operations'], ['UPDATE'])),
      where: KIND,
      got: `${NONE} ipBlock of networkpolicies`,
    }),
  },
  ignores: { 'a management cluster': () => ({ ...given(), subject: 'cluster/dc-north-management' }) },
});
