import { binaryTable } from '../../binaries/binary-table';
import type { ClusterSpec } from '../sandbox-spec';

/** Release that the sandbox's programs are of. */
const RELEASE = `v${binaryTable['kube-apiserver'].version}`;

/** How a control plane of the sandbox differs from what its construct says, for those who look at it. */
export function deviationsOf(spec: ClusterSpec): readonly string[] {
  const names = new Set(spec.apiServer.map(({ name }) => name));
  return [
    ...(spec.release === RELEASE ? [] : [`runs Kubernetes ${RELEASE}; its machines would run ${spec.release}`]),
    ...(names.has('encryption-provider-config')
      ? ['stored objects are encrypted with a local key (secretbox), for there is no key service (KMS v2)']
      : []),
    ...(names.has('authentication-config')
      ? ['nobody can sign in through the identity provider, which is out of reach; certificates stand in']
      : []),
    ...(names.has('audit-log-maxsize') ? ['the audit log is kept to 3 files of 16 MB'] : []),
    'nodes are simulated (kwok): pods become ready without running anything',
    'one API server and one etcd member, on 127.0.0.1, instead of one on each control host',
  ];
}
