import type { Text } from '../../../model/text';

/** One condition that an object must meet to be admitted. */
export interface AdmissionCheck {
  /** CEL over `object`, `oldObject`, `request`, `authorizer`, `params` and `variables`. */
  readonly expression: string;
  readonly message: Text;
}

/** Something that the API server itself refuses, whoever asks. */
export interface AdmissionRule {
  readonly name: string;
  /** What it is asked about. */
  readonly resources: {
    readonly apiGroup: string;
    readonly operations: readonly string[];
    readonly names: readonly string[];
  };
  /** Whether it leaves namespaces of Kubernetes and of the platform alone. */
  readonly scope: 'tenants' | 'everywhere';
  /** A kind that must exist in the namespace of the object; each one found is `params`, and none refuses.
   * @default - looks at the object alone
   */
  readonly parameter?: { readonly apiVersion: string; readonly kind: string };
  readonly variables: readonly { readonly name: string; readonly expression: string }[];
  readonly checks: readonly [AdmissionCheck, ...AdmissionCheck[]];
  /** CEL of what the audit log records of each request; its type must be a string already when the policy is written. */
  readonly audit: { readonly key: string; readonly expression: string };
}
