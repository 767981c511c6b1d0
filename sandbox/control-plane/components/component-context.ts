import { certificatePaths, tokenKeyPaths } from '../../certificates/keep-certificates';
import type { CertificateName, ClientName } from '../../certificates/cluster-certificates';
import type { ClusterPlace } from '../cluster-place';
import type { ClusterPorts } from '../cluster-state';
import { join } from 'node:path';
import { hostFlags } from '../files/host-files';
import type { Program } from '../processes/process-plan';
import type { ClusterSpec, Flag } from '../sandbox-spec';

/** What the plan of a process depends on. */
export interface ComponentContext {
  readonly spec: ClusterSpec;
  readonly place: ClusterPlace;
  readonly ports: ClusterPorts;
  /** The authority that all of them trust, in PEM; with a new one, all start anew. */
  readonly trust: string;
  readonly binaries: Readonly<Record<Program, { readonly path: string }>>;
}

/** Paths of a certificate and its key in a cluster. */
export function keysOf(
  { place }: ComponentContext,
  name: CertificateName,
): { readonly cert: string; readonly key: string } {
  return certificatePaths(place.keys, name);
}

/** Paths of the keys of service account tokens in a cluster. */
export function tokenKeysOf({ place }: ComponentContext): { readonly publicKey: string; readonly privateKey: string } {
  return tokenKeyPaths(place.keys);
}

/** Path of the kubeconfig of one of a cluster's own callers. */
export function callerKubeconfig(place: ClusterPlace, caller: ClientName): string {
  return join(place.keys, `${caller}.kubeconfig`);
}

/** Command line of our own flags and of a construct's; of those that both name, ours count. */
export function commandLine(
  own: Readonly<Record<string, string>>,
  given: readonly Flag[],
  place: ClusterPlace,
): string[] {
  const theirs = hostFlags(given, place).filter(({ name }) => !(name in own));
  return [
    ...Object.entries(own).map(([name, value]) => `--${name}=${value}`),
    ...theirs.map(({ name, value }) => `--${name}=${value}`),
  ];
}
