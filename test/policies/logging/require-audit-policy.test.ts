import policy from '../../../policies/logging/require-audit-policy';
import type { JsonValue } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { change, withValue } from '../kit/edit-objects';
import { shared, subject } from '../resilience/kit/cluster-objects';
import { auditPolicy, file, logging } from './kit/logging-objects';

const recording = (...rules: readonly JsonValue[]): PolicyCase => ({
  view: logging(file(0, withValue(auditPolicy, ['rules'], rules))),
  subject,
});
const all = { level: 'Metadata' };
const secrets = { level: 'Metadata', resources: [{ group: '', resources: ['secrets'] }] };
const flags = ['spec', 'kubeadmConfigSpec', 'clusterConfiguration', 'apiServer', 'extraArgs'];
const plane = `KubeadmControlPlane/${shared}-control`;

describePolicy('logging/require-audit-policy', policy, {
  passes: {
    'a policy as it is written': () => ({ view: logging(), subject }),
    'everything at Metadata': () => recording(all),
    'reads that nobody records': () => recording(secrets, { level: 'None', verbs: ['get', 'list', 'watch'] }, all),
    'the content of all but secrets': () => recording(secrets, { level: 'RequestResponse' }),
  },
  fails: {
    'writes that nobody records': () => ({
      ...recording(secrets, { level: 'None', verbs: ['delete'], resources: [{ group: '', resources: ['pods'] }] }, all),
      where: 'rules[1]',
      got: 'delete pods: None',
    }),
    'a user whom nobody records': () => ({
      ...recording(secrets, { level: 'None', users: ['system:serviceaccount:a:b'] }, all),
      where: 'rules[1]',
      got: 'create pods: None',
    }),
    'a policy that ends before everything is named': () => ({
      ...recording(secrets, { level: 'Request', resources: [{ group: '' }] }),
      where: 'rules',
      got: 'create clusterrolebindings: None',
    }),
    'no rules': () => ({ ...recording(), where: 'rules', got: 'create pods: None' }),
    'the content of secrets': () => ({
      ...recording({ level: 'RequestResponse' }),
      where: 'rules[0]',
      got: 'create secrets: RequestResponse',
    }),
    'the content of one namespace’s secrets': () => ({
      ...recording({ level: 'Request', namespaces: ['p01-proc-server'] }, all),
      where: 'rules[0]',
      got: 'create secrets: Request',
    }),
    'the content of secrets that are read': () => ({
      ...recording({ level: 'RequestResponse', verbs: ['get'] }, all),
      where: 'rules[0]',
      got: 'get secrets: RequestResponse',
    }),
    'a policy that the API server isn’t told of': () => ({
      view: logging(change(plane, flags, [])),
      subject,
      where: '--audit-policy-file',
      got: 'not given',
    }),
    'no log': () => ({
      view: logging(change(plane, [...flags, 0], undefined)),
      subject,
      where: '--audit-log-path',
      got: 'not given',
    }),
    'a policy that is gone': () => ({
      view: logging(change(plane, ['spec', 'kubeadmConfigSpec', 'files', 0], undefined)),
      subject,
      where: '--audit-policy-file',
      got: 'no file /etc/kubernetes/configuration/audit-policy.yaml',
    }),
    'a file of another kind': () => ({
      view: logging(file(0, { kind: 'Other' })),
      subject,
      where: 'spec.kubeadmConfigSpec.files[0].content',
      got: 'Other',
    }),
    'a file that nobody can read, as unknown': () => ({
      view: logging(file(0, 'text')),
      subject,
      verdict: 'unknown',
      where: 'spec.kubeadmConfigSpec.files[0].content',
      got: 'not one YAML object',
    }),
  },
  ignores: {
    'a cluster that nobody declares': () => ({ view: logging(), subject: 'cluster/other' }),
  },
});
