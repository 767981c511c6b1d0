import type { Mark } from '../../../model/controls/mark';

/** Until when a minor version of Kubernetes gets fixes. */
export interface KubernetesSupport {
  readonly minor: string;
  /** ISO date of the end of life, the last day included. */
  readonly endOfLife: string;
}

/** Where the dates stand, and how far they were confirmed. */
export const kubernetesSupportSource: { readonly url: string; readonly readOn: string; readonly mark: Mark } = {
  url: 'https://kubernetes.io/releases/',
  readOn: '2026-11-24',
  mark: 'secondary',
};

/** The minor versions that may run, old to new; one that isn’t listed isn’t supported. */
export const kubernetesSupport: readonly KubernetesSupport[] = [
  { minor: '1.34', endOfLife: '2026-10-27' },
  { minor: '1.35', endOfLife: '2027-02-28' },
  { minor: '1.36', endOfLife: '2027-06-28' },
];
