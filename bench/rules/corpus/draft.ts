import type { IntentId } from '../intents';

/** A value of JSON that may still be changed. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What a container is while it is made; as in Kubernetes, most fields needn't be there. */
export type Container = {
  name: string;
  image: string;
  securityContext: {
    allowPrivilegeEscalation?: boolean;
    capabilities?: { add?: string[]; drop?: string[] };
    privileged?: boolean;
    readOnlyRootFilesystem?: boolean;
    runAsNonRoot?: boolean;
    seccompProfile?: { type: string };
  };
  resources?: { requests?: Quantities; limits?: Quantities };
  ports?: { containerPort: number; hostPort?: number }[];
  env?: { name: string; value?: string; valueFrom?: { [key: string]: { name: string; key: string } } }[];
  envFrom?: { [key: string]: { name: string } }[];
  livenessProbe?: Probe;
  readinessProbe?: Probe;
};

/** Amounts by what they are amounts of. */
export type Quantities = { cpu?: string; memory?: string };

/** How a container is asked whether it is well. */
export type Probe = { httpGet: { path: string; port: number } };

/** What a pod is while it is made. */
export type PodSpec = {
  automountServiceAccountToken?: boolean;
  serviceAccountName?: string;
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostIPC?: boolean;
  restartPolicy?: string;
  securityContext: { runAsNonRoot?: boolean; seccompProfile?: { type: string } };
  initContainers?: Container[];
  containers: Container[];
  volumes?: { [key: string]: Json }[];
};

/** What roles, bindings, services and ingresses are while they are made. */
export type OtherParts = {
  rules?: { apiGroups: string[]; resources: string[]; verbs: string[] }[];
  subjects?: { kind: string; name: string; namespace?: string; apiGroup?: string }[];
  spec?: { [key: string]: Json };
};

/** An object while it is made, and what was done to it: the truth that the tools are compared with. */
export interface Draft {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** The pod that it is or makes.
   * @default - none
   */
  readonly pod?: PodSpec;
  /** @default - it makes pods */
  readonly parts?: OtherParts;
  /** Each intent that it violates, and how. */
  readonly violates: Map<IntentId, string>;
  /** How it differs from others without violating anything. */
  readonly variants: string[];
}
