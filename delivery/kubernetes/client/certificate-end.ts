import { X509Certificate } from 'node:crypto';
import type { ClusterAccess } from '../connect/cluster-access';

/** When our own certificate runs out, in milliseconds since 1970; undefined when we use none. */
export function certificateEnd({ credentials }: ClusterAccess): number | undefined {
  if (credentials.kind !== 'certificate') return undefined;
  return Date.parse(new X509Certificate(credentials.certificate).validTo);
}
