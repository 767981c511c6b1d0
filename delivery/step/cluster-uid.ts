import { textAt } from '../../resources/json-path';
import type { ApiFailure } from '../kubernetes/client/answer/api-failure';
import type { ClusterClient } from '../kubernetes/client/cluster-client';
import type { FailureKind } from '../terraform/failure/failure-kinds';
import { done, failed, type Outcome } from '../terraform/failure/terraform-failure';

/** The namespace whose uid stands for a cluster: it lives as long as the cluster, and no other has the same. */
const kubeSystem = { apiVersion: 'v1', kind: 'Namespace', name: 'kube-system' } as const;

/** Why a cluster doesn't say who it is, in the words of the Terraform engine; anything else is no way there. */
const kinds: Partial<Readonly<Record<ApiFailure['kind'], FailureKind>>> = {
  'client-certificate-expired': 'unauthenticated',
  unauthorized: 'unauthenticated',
  forbidden: 'forbidden',
  'server-certificate-expired': 'untrusted-certificate',
  tls: 'untrusted-certificate',
};

/** Asks a cluster who it is: the uid of its namespace `kube-system`. */
export async function readClusterUid(client: Pick<ClusterClient, 'get'>, cluster: string): Promise<Outcome<string>> {
  const found = await client.get(kubeSystem, { extent: 'metadata' });
  const uid = found.ok ? textAt(found.value, 'metadata', 'uid') : undefined;
  if (uid !== undefined) return done(uid);
  const why = found.ok ? 'the answer holds no uid' : found.failure.message;
  const kind = found.ok ? undefined : kinds[found.failure.kind];
  return failed({ kind: kind ?? 'unreachable', message: `${cluster} doesn't say which cluster it is: ${why}` });
}
