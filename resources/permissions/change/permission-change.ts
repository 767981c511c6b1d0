import type { Resource } from '../../resource';
import type { AccessSubject } from '../read/access-rule';
import type { AllowingRule } from '../may-do';
import type { AccessRequest } from '../rights/access-request';
import type { Rights } from '../rights/rights';

/** A binding with the role that it gives. */
export interface GivenBy {
  readonly binding: Resource;
  /** As the binding names it: `ClusterRole/view`. */
  readonly roleName: string;
  /** @default - Kubernetes makes it for itself */
  readonly role?: Resource | undefined;
}

/** Somebody whose rights change, and where. */
export interface ChangedHolder {
  readonly cluster: string;
  readonly subject: AccessSubject;
  /** @default - in the whole cluster */
  readonly namespace?: string | undefined;
  /** Namespaces of the cluster in which something else changes for the holder, or nothing; their changes stand apart. */
  readonly except: readonly string[];
  /** What gives the rights: in the later state where they are gained, in the earlier where they are lost. */
  readonly by: readonly GivenBy[];
}

/** One request of which the answer changes, with the rules that allow it in the state where it is allowed. */
export interface ChangeWitness {
  readonly cluster: string;
  readonly subject: AccessSubject;
  readonly request: AccessRequest;
  readonly because: readonly AllowingRule[];
}

/** The same rights, gained or lost by many of one kind through roles of the same name. */
export interface PermissionChange {
  readonly direction: 'gained' | 'lost';
  /** Sets of requests that never overlap. */
  readonly rights: readonly Rights[];
  /** Where the rights hold for each holder. */
  readonly scope: 'cluster' | 'namespace';
  /** What the holders are: `Group`, `ServiceAccount`, `User`. */
  readonly subjectKind: string;
  /** Roles that give them, as bindings name them; sorted. */
  readonly roles: readonly string[];
  /** Sorted by cluster, namespace and name. */
  readonly holders: readonly ChangedHolder[];
  /** How many subjects, namespaces (named ones) and clusters are among the holders. */
  readonly subjects: number;
  readonly namespaces: number;
  readonly clusters: number;
  readonly witness: ChangeWitness;
}
