import type { AdmissionRule } from './admission-rule';

/**
 * Pods run only where a quota bounds them. Without one, a tenant takes what others were promised; the quota is looked
 * up by the API server, and a namespace without any is refused (`parameterNotFoundAction`).
 */
export const quotaRule: AdmissionRule = {
  name: 'pods-stand-under-a-quota',
  resources: [{ apiGroup: '', names: ['pods'] }],
  operations: ['CREATE'],
  scope: 'tenants',
  parameter: { apiVersion: 'v1', kind: 'ResourceQuota' },
  variables: [{ name: 'hard', expression: 'params.spec.?hard.orValue({})' }],
  checks: [
    {
      expression: "['limits.cpu', 'limits.memory', 'pods'].all(k, k in variables.hard)",
      message: {
        vi: 'Hạn mức của không gian tên phải giới hạn CPU, bộ nhớ và số Pod',
        en: 'The quota of the namespace bounds CPU, memory and pods',
      },
    },
  ],
  audit: { key: 'quota', expression: "string(params.metadata.?name.orValue(''))" },
};
