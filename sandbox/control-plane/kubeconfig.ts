import { dump } from 'js-yaml';

/** A way into a cluster: where it is, whom to trust, and as whom. */
export interface KubeconfigEntry {
  /** Name of the context. */
  readonly context: string;
  readonly cluster: string;
  readonly server: string;
  /** PEM. */
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

/** A kubeconfig (client-go v1 Config) with one context for each entry; the first is the current one. */
export function kubeconfigText(entries: readonly KubeconfigEntry[]): string {
  const clusters = new Map(
    entries.map(({ cluster, server, authority }) => [
      cluster,
      { server, 'certificate-authority-data': base64(authority) },
    ]),
  );
  return dump(
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': entries[0]?.context ?? '',
      clusters: [...clusters].map(([name, cluster]) => ({ name, cluster })),
      users: entries.map(({ context, certificate, key }) => ({
        name: context,
        user: { 'client-certificate-data': base64(certificate), 'client-key-data': base64(key) },
      })),
      contexts: entries.map(({ context, cluster }) => ({ name: context, context: { cluster, user: context } })),
    },
    { lineWidth: -1 },
  );
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
