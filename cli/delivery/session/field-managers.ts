import { FIELD_MANAGER } from '../../../delivery/kubernetes/client/verbs/apply';

/**
 * Names under which our engines own fields: our own, and that of Terraform's provider, which the API server takes from the
 * front of its user agent (`HashiCorp/1.0 Terraform/…`).
 */
export const fieldManagers: readonly string[] = [FIELD_MANAGER, 'HashiCorp'];
