import type { ProcessPlan } from '../processes/process-plan';
import { commandLine, keysOf, tokenKeysOf, type ComponentContext } from './component-context';

/** Tokens of service accounts say that they are from here. */
const ISSUER = 'https://kubernetes.default.svc.cluster.local';

/** Megabytes and files of the audit log: enough to look at, not enough to fill a laptop. */
const localAudit = { 'audit-log-maxsize': '16', 'audit-log-maxbackup': '2' } as const;

/**
 * The API server with the flags and files of its construct; of its own are addresses, certificates and the few flags
 * that kubeadm would add. The endpoint of the service `kubernetes` isn't kept: Kubernetes allows none on a loopback
 * address.
 */
export function apiServerPlan(context: ComponentContext): ProcessPlan {
  const { place, ports, spec, binaries } = context;
  const flags = {
    'bind-address': '127.0.0.1',
    'secure-port': String(ports.api),
    'endpoint-reconciler-type': 'none',
    'etcd-servers': `https://127.0.0.1:${ports.etcd}`,
    'etcd-cafile': keysOf(context, 'etcd-ca').cert,
    'etcd-certfile': keysOf(context, 'etcd-client').cert,
    'etcd-keyfile': keysOf(context, 'etcd-client').key,
    'client-ca-file': keysOf(context, 'ca').cert,
    'tls-cert-file': keysOf(context, 'kube-apiserver').cert,
    'tls-private-key-file': keysOf(context, 'kube-apiserver').key,
    'service-account-issuer': ISSUER,
    'service-account-key-file': tokenKeysOf(context).publicKey,
    'service-account-signing-key-file': tokenKeysOf(context).privateKey,
    'service-cluster-ip-range': spec.serviceBlocks.join(','),
    'allow-privileged': 'true',
    ...frontProxy(context),
    ...(spec.apiServer.some(({ name }) => name in localAudit) ? localAudit : {}),
  };
  return {
    program: 'kube-apiserver',
    path: binaries['kube-apiserver'].path,
    arguments: commandLine(flags, spec.apiServer, place),
    settings: { GOGC: '200', GOMEMLIMIT: '320MiB' },
    inputs: [context.trust, ...spec.files.map(({ path, content }) => `${path}\n${content}`)],
  };
}

/** Who may speak for a user by header, and as whom this server calls aggregated ones. */
function frontProxy(context: ComponentContext): Record<string, string> {
  const client = keysOf(context, 'front-proxy-client');
  return {
    'requestheader-client-ca-file': keysOf(context, 'front-proxy-ca').cert,
    'requestheader-allowed-names': 'front-proxy-client',
    'requestheader-username-headers': 'X-Remote-User',
    'requestheader-group-headers': 'X-Remote-Group',
    'requestheader-extra-headers-prefix': 'X-Remote-Extra-',
    'proxy-client-cert-file': client.cert,
    'proxy-client-key-file': client.key,
  };
}
