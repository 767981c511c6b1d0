import type { Secret } from './secret';

/** How we prove who we are: a client certificate, a bearer token, or not at all. */
export type Credentials =
  | { readonly kind: 'certificate'; readonly certificate: string; readonly key: Secret }
  | { readonly kind: 'token'; readonly token: Secret }
  | { readonly kind: 'none' };

/** Everything that is needed to talk to the API server of one cluster. */
export interface ClusterAccess {
  /** Name of the kubeconfig context it came from. */
  readonly context: string;
  /** `https://host:port`, without a path. */
  readonly origin: string;
  /** Path under which the API stands, such as `/k8s/clusters/one`; empty for none. */
  readonly basePath: string;
  /** Certificates (PEM) of the only authorities that may vouch for the server. */
  readonly authority: string;
  /** Name that the server's certificate must carry instead of the host's.
   * @default - the host of the origin
   */
  readonly serverName?: string | undefined;
  readonly credentials: Credentials;
}
