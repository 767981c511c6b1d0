/** Version of the log agent (Fluent Bit) in the nation's registry; its digest isn't known to us, so none is stated. */
const IMAGE = 'platform/fluent-bit:4.1.0';

/** User of the connector; the shipper must read files of root. */
const UNPRIVILEGED_USER = 65_532;

/** Reference of the log agent's image. */
export function logAgentImage(imageRegistry: string): string {
  return `${imageRegistry}/${IMAGE}`;
}

/** What a container of the log agent may do: nothing but read and send. */
export function agentSecurity({ root }: { readonly root: boolean }): object {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: !root,
    runAsUser: root ? 0 : UNPRIVILEGED_USER,
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** Probes of the agent's own HTTP server. */
export function agentProbes(port: number): object {
  return {
    livenessProbe: { httpGet: { path: '/', port }, periodSeconds: 30 },
    readinessProbe: { httpGet: { path: '/api/v1/health', port }, periodSeconds: 10 },
  };
}
