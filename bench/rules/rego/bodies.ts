import type { IntentId } from '../intents';

/** What the bodies share: the pod of whatever makes pods, and its containers. `subject` is the object that is judged. */
export const preamble = `
pod := subject.spec if subject.kind == "Pod"

pod := subject.spec.template.spec if subject.kind in {"DaemonSet", "Deployment", "Job", "StatefulSet"}

pod := subject.spec.jobTemplate.spec.template.spec if subject.kind == "CronJob"

containers contains container if some container in pod.containers

containers contains container if some container in pod.initContainers

is_role if subject.kind in {"ClusterRole", "Role"}

is_binding if subject.kind in {"ClusterRoleBinding", "RoleBinding"}

says_non_root(container) if container.securityContext.runAsNonRoot == true

says_own(container) if is_boolean(container.securityContext.runAsNonRoot)

says_non_root(container) if {
	not says_own(container)
	pod.securityContext.runAsNonRoot == true
}

drops_all(container) if "ALL" in container.securityContext.capabilities.drop

profiles := {"Localhost", "RuntimeDefault"}

confined(container) if container.securityContext.seccompProfile.type in profiles

confined(container) if {
	not container.securityContext.seccompProfile.type
	pod.securityContext.seccompProfile.type in profiles
}

has_digest(image) if contains(image, "@sha256:")

has_version(image) if has_digest(image)

has_version(image) if {
	parts := split(image, "/")
	[_, tag] := split(parts[count(parts) - 1], ":")
	tag != "latest"
}
`;

/** When an object violates an intent, in Rego: it does when one of the bodies holds. */
export const bodies: Readonly<Record<IntentId, readonly (readonly string[])[]>> = {
  'non-root': [['some container in containers', 'not says_non_root(container)']],
  escalation: [['some container in containers', 'not container.securityContext.allowPrivilegeEscalation == false']],
  privileged: [['some container in containers', 'container.securityContext.privileged == true']],
  'dropped-capabilities': [['some container in containers', 'not drops_all(container)']],
  'added-capabilities': [['some container in containers', 'count(container.securityContext.capabilities.add) > 0']],
  'read-only-root': [['some container in containers', 'not container.securityContext.readOnlyRootFilesystem == true']],
  seccomp: [['some container in containers', 'not confined(container)']],
  'host-namespaces': [['some field in {"hostIPC", "hostNetwork", "hostPID"}', 'pod[field] == true']],
  'host-paths': [['some volume in pod.volumes', 'volume.hostPath']],
  'host-ports': [['some container in containers', 'some port in container.ports', 'port.hostPort > 0']],
  limits: [['some container in containers', 'some name in {"cpu", "memory"}', 'not container.resources.limits[name]']],
  requests: [
    [
      'some container in containers',
      'some name in {"cpu", "memory"}',
      'not container.resources.requests[name]',
      'not container.resources.limits[name]',
    ],
  ],
  probes: [
    [
      'subject.kind in {"DaemonSet", "Deployment", "StatefulSet"}',
      'some container in pod.containers',
      'some probe in {"livenessProbe", "readinessProbe"}',
      'not container[probe]',
    ],
  ],
  'stated-version': [['some container in containers', 'not has_version(container.image)']],
  digest: [['some container in containers', 'not has_digest(container.image)']],
  'account-token': [
    [
      'name := object.get(pod, "serviceAccountName", "default")',
      'name == "default"',
      'not pod.automountServiceAccountToken == false',
    ],
  ],
  'secret-variables': [
    ['some container in containers', 'some variable in container.env', 'variable.valueFrom.secretKeyRef'],
    ['some container in containers', 'some source in container.envFrom', 'source.secretRef'],
  ],
  'node-ports': [['subject.kind == "Service"', 'subject.spec.type == "NodePort"']],
  'ingress-tls': [['subject.kind == "Ingress"', 'count(object.get(subject.spec, "tls", [])) == 0']],
  wildcards: [
    [
      'is_role',
      'some rule in subject.rules',
      'some field in {"apiGroups", "resources", "verbs"}',
      '"*" in rule[field]',
    ],
  ],
  'escalating-verbs': [
    ['is_role', 'some rule in subject.rules', 'some verb in rule.verbs', 'verb in {"bind", "escalate"}'],
  ],
  'default-subjects': [
    ['is_binding', 'some account in subject.subjects', 'account.kind == "ServiceAccount"', 'account.name == "default"'],
  ],
};
