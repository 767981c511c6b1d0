import type { ProcessPlan } from '../processes/process-plan';
import { commandLine, keysOf, type ComponentContext } from './component-context';

/** Bytes of data at which etcd takes no more: far above a sandbox, far below a disk. */
const QUOTA_BYTES = 1_073_741_824;

/**
 * The store of a control plane: one member, clients and members known by certificate alone. It doesn't wait for the
 * disk on each write: data outlive the process, but perhaps not the machine's power.
 */
export function etcdPlan(context: ComponentContext): ProcessPlan {
  const { place, ports, spec, binaries } = context;
  const own = keysOf(context, 'etcd');
  const { cert: authority } = keysOf(context, 'etcd-ca');
  const client = `https://127.0.0.1:${ports.etcd}`;
  const peer = `https://127.0.0.1:${ports.etcdPeer}`;
  const flags = {
    name: spec.name,
    'data-dir': place.etcdData,
    'listen-client-urls': client,
    'advertise-client-urls': client,
    'listen-peer-urls': peer,
    'initial-advertise-peer-urls': peer,
    'initial-cluster': `${spec.name}=${peer}`,
    'client-cert-auth': 'true',
    'trusted-ca-file': authority,
    'cert-file': own.cert,
    'key-file': own.key,
    'peer-client-cert-auth': 'true',
    'peer-trusted-ca-file': authority,
    'peer-cert-file': own.cert,
    'peer-key-file': own.key,
    'unsafe-no-fsync': 'true',
    'quota-backend-bytes': String(QUOTA_BYTES),
    'snapshot-count': '2000',
    'log-level': 'warn',
  };
  return {
    program: 'etcd',
    path: binaries.etcd.path,
    arguments: commandLine(flags, spec.etcd, place),
    settings: { GOGC: '50', GOMEMLIMIT: '96MiB' },
    inputs: [context.trust],
  };
}
