import {
  createAuthority,
  createTokenKeys,
  issueCertificate,
  type KeyedCertificate,
  type Lifetime,
} from './certificate';
import type { Purpose } from './extensions';

/** Days that a sandbox's certificates are valid; it isn't meant to be kept for so long. */
const DAYS = 365;

const LOCAL = { hosts: ['localhost'], addresses: ['127.0.0.1', '::1'] } as const;

/** The groups of Kubernetes and of ours that client certificates name. */
export const groups = {
  auditors: 'ndc:security-auditors',
  breakGlass: 'system:masters',
  deployers: 'ndc:deployers',
  simulators: 'ndc:node-simulators',
} as const;

/** Names of the certificates of a control plane; files are called after them. */
export type CertificateName =
  | 'ca'
  | 'etcd-ca'
  | 'front-proxy-ca'
  | 'kube-apiserver'
  | 'etcd'
  | 'etcd-client'
  | 'front-proxy-client'
  | ClientName;

/** Who calls the API server with a certificate. */
export type ClientName = 'controller-manager' | 'scheduler' | 'node-simulator' | 'deployer' | 'auditor' | 'break-glass';

/** Everything that a control plane proves itself with. */
export interface ClusterCertificates {
  readonly certificates: Readonly<Record<CertificateName, KeyedCertificate>>;
  /** Signs and checks tokens of service accounts. */
  readonly tokens: { readonly publicKey: string; readonly privateKey: string };
}

/**
 * Certificates of one control plane, with three authorities as kubeadm makes them (kubernetes.io, "PKI certificates
 * and requirements"): clients and API server, etcd, and the front proxy trust one each.
 */
export function createClusterCertificates(apiHosts: readonly string[], now: Date): ClusterCertificates {
  const lifetime: Lifetime = { from: now, days: DAYS };
  const ca = createAuthority({ commonName: 'kubernetes' }, lifetime);
  const etcdCa = createAuthority({ commonName: 'etcd-ca' }, lifetime);
  const frontProxyCa = createAuthority({ commonName: 'front-proxy-ca' }, lifetime);
  const client = (commonName: string, ...organizations: string[]): KeyedCertificate =>
    issueCertificate(ca, { ...lifetime, subject: { commonName, organizations }, purposes: ['client'] });
  const server = (commonName: string, purposes: readonly Purpose[]) => ({
    ...lifetime,
    ...LOCAL,
    subject: { commonName },
    purposes,
  });
  const api = { ...server('kube-apiserver', ['server']), hosts: [...LOCAL.hosts, ...serviceHosts, ...apiHosts] };
  return {
    certificates: {
      ca,
      'etcd-ca': etcdCa,
      'front-proxy-ca': frontProxyCa,
      'kube-apiserver': issueCertificate(ca, api),
      etcd: issueCertificate(etcdCa, server('etcd', ['server', 'client'])),
      'etcd-client': issueCertificate(etcdCa, {
        ...lifetime,
        subject: { commonName: 'kube-apiserver-etcd-client' },
        purposes: ['client'],
      }),
      'front-proxy-client': issueCertificate(frontProxyCa, {
        ...lifetime,
        subject: { commonName: 'front-proxy-client' },
        purposes: ['client'],
      }),
      'controller-manager': client('system:kube-controller-manager'),
      scheduler: client('system:kube-scheduler'),
      'node-simulator': client('ndc:node-simulator', groups.simulators),
      deployer: client('ndc:deployer', groups.deployers),
      auditor: client('ndc:security-auditor', groups.auditors),
      'break-glass': client('ndc:break-glass', groups.breakGlass),
    },
    tokens: createTokenKeys(),
  };
}

const serviceHosts = [
  'kubernetes',
  'kubernetes.default',
  'kubernetes.default.svc',
  'kubernetes.default.svc.cluster.local',
];
