import type { ApiFailure } from '../kubernetes/client/answer/api-failure';

const next: Readonly<Record<ApiFailure['kind'], string>> = {
  'admission-refused': 'change the facts so that the policy holds; it is named above',
  'already-exists': 'look whose the object is, then resume',
  'bad-answer': 'report it with the version of the API server',
  'bad-request': 'report it: the assembly holds an object that is not legal',
  'being-deleted': 'find what keeps the object from ending (finalizers), then resume',
  cancelled: 'run ndc resume',
  'client-certificate-expired': 'renew the client certificate in the kubeconfig, then resume',
  conflict: 'agree with the other manager who owns the field, then resume',
  expired: 'run ndc resume',
  forbidden: 'give the user of the kubeconfig this right, or use another user',
  invalid: 'report it: the assembly holds an object that is not legal',
  'inventory-damaged': 'look who changed the config maps of ndc in the namespace ndc-system, then put them back',
  'kind-missing': 'install the definition of the kind (custom resource definition), then resume',
  lost: 'run ndc resume',
  'namespace-missing': 'run ndc resume: the namespace is made by Terraform first',
  'namespace-terminating': 'find what keeps the namespace from ending (finalizers), then resume',
  'not-found': 'run ndc resume',
  'server-certificate-expired': 'renew the certificate of the API server, then resume',
  stale: 'run ndc resume: somebody was faster',
  timeout: 'look at the API server, then resume',
  tls: 'compare the authority in the kubeconfig with the certificate of the API server',
  'too-large': 'report it: an object is larger than the API server takes',
  unauthorized: 'renew the credentials in the kubeconfig, then resume',
  unavailable: 'look at the API server, then resume',
  unreachable: 'wait until the site is reachable, then resume',
};

/** What a person does next after the API server, or the way there, said no. */
export function nextAfter(kind: ApiFailure['kind']): string {
  return next[kind];
}
