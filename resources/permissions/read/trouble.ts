import type { Resource } from '../../resource';

/** Why something that reads like a permission gives nothing, or can't be told. */
export type TroubleKind =
  /** The binding names a role that isn't there: it gives nothing, until somebody makes the role. */
  | 'missing-role'
  /** The binding names a role of Kubernetes itself whose rules aren't known here. */
  | 'unknown-role'
  /** A subject that no caller can be: of an unknown kind, without a name, or an account without a namespace. */
  | 'vain-subject'
  /** A rule, selector or subject that can't be read, or that Terraform alone can tell; what can be read of it counts. */
  | 'unclear-rule';

/** One permission that isn't what it seems. */
export interface PermissionTrouble {
  readonly kind: TroubleKind;
  readonly resource: Resource;
  /** Where in the object: `roleRef`, `subjects[0]`, `rules[2]`. */
  readonly where: string;
  /** What stands there. */
  readonly got: string;
}
