import { existsSync, readFileSync } from 'node:fs';
import type { GateCertificate } from '../../policies/certificate';
import type { ReportReachability } from '../../reports/report';
import { digestOf } from '../../resources/digest';
import { reachabilityPath } from '../gate-assembly';

/**
 * What the gate counted of an assembly's paths, as it was written down; undefined where a verified certificate states no
 * digest of it, or where another text stands beside it.
 */
export function tryReadReachability(
  folder: string,
  { reachabilityDigest }: Pick<GateCertificate, 'reachabilityDigest'>,
): ReportReachability | undefined {
  const path = reachabilityPath(folder);
  if (reachabilityDigest === undefined || !existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  if (digestOf(bytes) !== reachabilityDigest) return undefined;
  // Its digest is the one that the gate stated of what it wrote.
  return JSON.parse(bytes.toString('utf8')) as ReportReachability;
}
