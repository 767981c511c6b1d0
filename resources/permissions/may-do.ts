import type { Resource } from '../resource';
import type { AccessRule } from './read/access-rule';
import type { Permissions } from './permissions';
import { identitiesOf, MASTERS, type Caller } from './read/subject';
import { ruleAllows, type AccessRequest } from './rights/access-request';

/** One rule that allows a request, and the binding by which the caller has it. */
export interface AllowingRule {
  readonly binding: Resource;
  /** @default - Kubernetes makes it for itself */
  readonly role?: Resource | undefined;
  /** As the binding names it: `ClusterRole/view`. */
  readonly roleName: string;
  readonly rule: AccessRule;
}

/** Whether a request is allowed. */
export interface AccessAnswer {
  readonly isAllowed: boolean;
  /** Every rule that allows it; empty for `system:masters`, whom nothing needs to. */
  readonly because: readonly AllowingRule[];
}

/** Whether a caller may do something in a cluster, as its RBAC authorizer answers, and every rule that lets it. */
export function mayDo(permissions: Permissions, caller: Caller, request: AccessRequest): AccessAnswer {
  const isMaster = identitiesOf(caller).includes(`group:${MASTERS}`);
  const place = 'url' in request ? '' : (request.namespace ?? '');
  const because = permissions.grantsOf(caller).flatMap(({ binding, role, roleName, namespace, shape }) => {
    if (namespace !== undefined && (place === '' || namespace !== place)) return [];
    return shape.rules.filter((rule) => ruleAllows(rule, request)).map((rule) => ({ binding, role, roleName, rule }));
  });
  return { isAllowed: isMaster || because.length > 0, because };
}
