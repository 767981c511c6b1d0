import { existsSync, readFileSync } from 'node:fs';
import type { ClientName } from '../certificates/cluster-certificates';
import { certificatePaths } from '../certificates/keep-certificates';
import { clusterPlace, kubeconfigPath } from './cluster-place';
import { tryReadState } from './cluster-state';
import { writePrivate } from './files/write-private';
import { kubeconfigText, type KubeconfigEntry } from './kubeconfig';

/** Ends the name of a context that reads what the assembly lets auditors read. */
const AUDITOR = '-auditor';

/** Ends the name of a context with every right. */
const BREAK_GLASS = '-break-glass';

/**
 * Writes the kubeconfig of a sandbox: for each cluster a context of its name as the deployer, one that reads as an
 * auditor, whose name ends in `-auditor`, and one with every right for emergencies, in `-break-glass`.
 */
export function writeKubeconfig(folder: string, clusters: readonly string[]): void {
  const entries = clusters.flatMap((cluster) => [
    ...entry(folder, cluster, { context: cluster, caller: 'deployer' }),
    ...entry(folder, cluster, { context: `${cluster}${AUDITOR}`, caller: 'auditor' }),
    ...entry(folder, cluster, { context: `${cluster}${BREAK_GLASS}`, caller: 'break-glass' }),
  ]);
  const text = kubeconfigText(entries);
  const path = kubeconfigPath(folder);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writePrivate(path, text);
}

function entry(
  folder: string,
  cluster: string,
  { context, caller }: { readonly context: string; readonly caller: ClientName },
): readonly KubeconfigEntry[] {
  const place = clusterPlace(folder, cluster);
  const state = tryReadState(place);
  const { cert, key } = certificatePaths(place.keys, caller);
  if (state === undefined || !existsSync(cert)) return [];
  return [
    {
      context,
      cluster,
      server: `https://127.0.0.1:${state.ports.api}`,
      authority: readFileSync(certificatePaths(place.keys, 'ca').cert, 'utf8'),
      certificate: readFileSync(cert, 'utf8'),
      key: readFileSync(key, 'utf8'),
    },
  ];
}
