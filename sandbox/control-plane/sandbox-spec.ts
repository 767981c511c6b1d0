import type { CustomResourceDefinition } from '../schemas/definitions';

/** A flag of a program, such as `audit-log-maxage`, without its dashes. */
export interface Flag {
  readonly name: string;
  readonly value: string;
}

/** A file that a control-plane host would have, at an absolute path; flags name it by that path. */
export interface HostFile {
  readonly path: string;
  readonly content: string;
}

/** A node that exists in the API alone: the scheduler places pods on it, and they become ready. */
export interface SimulatedNode {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly NodeTaint[];
  /** Quantities by resource, such as `{ cpu: '64', memory: '256Gi', pods: '110' }`. */
  readonly capacity: Readonly<Record<string, string>>;
}

/** A taint of a node (v1 Taint). */
export interface NodeTaint {
  readonly key: string;
  /** @default - no value */
  readonly value?: string;
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

/** A rule of rights (rbac.authorization.k8s.io/v1 PolicyRule). */
export interface AccessRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** One control plane: what its construct says of it, as plain data. */
export interface ClusterSpec {
  /** Name of the cluster and of its context, such as `ndc-1-shared-0`. */
  readonly name: string;
  /** Release that the cluster's machines would run, such as `v1.36.3`. */
  readonly release: string;
  /** DNS names of its API server, beside those of this machine. */
  readonly hosts: readonly string[];
  /** Blocks of pods and services in CIDR notation, IPv4 first. */
  readonly podBlocks: readonly string[];
  readonly serviceBlocks: readonly string[];
  readonly apiServer: readonly Flag[];
  readonly controllerManager: readonly Flag[];
  readonly scheduler: readonly Flag[];
  readonly etcd: readonly Flag[];
  readonly files: readonly HostFile[];
  readonly nodes: readonly SimulatedNode[];
  /** What the group of deployers may do. */
  readonly deployerRules: readonly AccessRule[];
  /** Definitions of the resources that will be written to it. */
  readonly definitions: readonly CustomResourceDefinition[];
}

/** Control planes of this machine under one name, in one folder of their own. */
export interface SandboxSpec {
  readonly name: string;
  /** Absolute path; holds keys, data and logs, and is removed when the sandbox is stopped for good. */
  readonly folder: string;
  readonly clusters: readonly ClusterSpec[];
}
