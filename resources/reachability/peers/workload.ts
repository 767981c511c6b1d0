import type { KnownLabels } from '../../label-selector';
import type { Resource } from '../../resource';
import type { Protocol } from '../traffic/traffic';

/** A port that a container declares under a name (ContainerPort, core/v1). */
export interface NamedContainerPort {
  readonly name: string;
  readonly protocol: Protocol;
  readonly port: number;
}

/**
 * Pods that policies can't tell apart: those of one owner, those that a template makes, or one pod. Their labels are what
 * policies select by; not those of the object that makes them.
 */
export interface Workload extends KnownLabels {
  readonly namespace: string;
  readonly name: string;
  /** The kind of the object that makes them, or of the pod: `Deployment`, `Pod`. */
  readonly kind: string;
  readonly ports: readonly NamedContainerPort[];
  /**
   * Whether its pods may carry labels, and name ports, beside those listed: pods that nobody has made yet, that an
   * operator makes as it sees fit, or that are written so that a server refuses them.
   */
  readonly isPartlyKnown: boolean;
  /** Whether its pods have the addresses of their nodes, so that no policy selects them for certain. */
  readonly hostNetwork: boolean;
  /** The object that makes its pods; undefined for pods that nobody has made yet. */
  readonly resource: Resource | undefined;
}

/** The namespace of what belongs in one and names none. */
export const DEFAULT_NAMESPACE = 'default';

/** Whether a workload is one pod, which nothing keeps from itself; pods of one template meet each other by the policies. */
export function isOnePod({ kind }: Workload): boolean {
  return kind === 'Pod';
}

/** How a workload is called: `namespace/name[Kind]`. */
export function workloadName({ namespace, name, kind }: Workload): string {
  return `${namespace}/${name}[${kind}]`;
}

/** The namespace of an end of a flow, which is called `namespace/name[Kind]`; undefined for what is outside. */
export function namespaceOf(end: string): string | undefined {
  const slash = end.indexOf('/');
  return slash >= 0 && end.endsWith(']') ? end.slice(0, slash) : undefined;
}
