/** Why a tool is wrong about an intent, as its published source tells; by tool and intent. */
export const causes: Readonly<Record<string, string>> = {
  'checkov non-root': 'CKV_K8S_23 looks at `containers` and not at `initContainers`.',
  'checkov seccomp':
    'CKV_K8S_31 takes what the pod says and then no longer looks at its containers; it never looks at `initContainers`, nor at the containers of a CronJob.',
  'checkov wildcards': 'CKV_K8S_49 looks at the first rule of a role and at no other.',
  'checkov escalating-verbs':
    'CKV_K8S_157 asks for `bind` on bindings; the API server asks for it on the roles that are bound. CKV_K8S_158 agrees on `escalate`.',
};
