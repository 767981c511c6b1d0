import type { Text } from '../../../model/text';

/** One condition that an object must meet to be admitted. */
export interface AdmissionCheck {
  /** Id of the rule that it is, so that who is refused finds why and how to mend it.
   * @default - a check that is no rule of the catalogue
   */
  readonly rule?: string;
  /** CEL over `object`, `oldObject`, `request`, `authorizer`, `params` and `variables`. */
  readonly expression: string;
  readonly message: Text;
}

/** Resources of one version of an API group. */
export interface AdmissionResources {
  readonly apiGroup: string;
  /** @default v1 */
  readonly apiVersion?: string;
  readonly names: readonly string[];
}

/** Objects that the API server hands to a rule: one by its name, or each of its kind in the namespace of the object. */
export interface AdmissionParameter {
  readonly apiVersion: string;
  readonly kind: string;
  /** @default - each one in the namespace of the object */
  readonly named?: { readonly name: string; readonly namespace: string };
}

/** Something that the API server itself refuses, whoever asks. */
export interface AdmissionRule {
  readonly name: string;
  /** What it is asked about. */
  readonly resources: readonly AdmissionResources[];
  readonly operations: readonly string[];
  /**
   * Where it holds: in namespaces of tenants or of the platform alone, in both, or everywhere, which is for objects in
   * no namespace. Namespaces of Kubernetes are left alone by all but the last.
   */
  readonly scope: 'tenants' | 'platform' | 'both' | 'everywhere';
  /** Requests that it is asked about; the others pass.
   * @default - every one
   */
  readonly conditions?: readonly { readonly name: string; readonly expression: string }[];
  /** Whether what controllers make from an object that was judged itself passes; `controllers` says whose.
   * @default false
   */
  readonly isCopied?: boolean;
  /** What must exist and is `params`; where it doesn't, the request is refused.
   * @default - looks at the object alone
   */
  readonly parameter?: AdmissionParameter;
  readonly variables: readonly { readonly name: string; readonly expression: string }[];
  readonly checks: readonly [AdmissionCheck, ...AdmissionCheck[]];
  /** CEL of what the audit log records of each request; its type must be a string already when the policy is written. */
  readonly audit: { readonly key: string; readonly expression: string };
}
