import type { ApiResult } from '../kubernetes/client/answer/api-failure';
import type { ClusterClient } from '../kubernetes/client/cluster-client';
import type { AdmissionProbe } from './admission-probes';
import { askDry } from './ask-dry';

/** What a cluster said to a probe. */
export interface ProbeResult {
  readonly probe: AdmissionProbe;
  /** Whether it was let in or turned away as it must be, and by whom. */
  readonly isAsWanted: boolean;
  /** In few words. */
  readonly answer: string;
}

/** Asks a cluster to take each probe by a dry run, which passes all admission and keeps nothing. */
export function tryProbes(client: ClusterClient, probes: readonly AdmissionProbe[]): Promise<readonly ProbeResult[]> {
  return Promise.all(probes.map(async (probe) => judge(probe, await askDry(client, probe))));
}

function judge(probe: AdmissionProbe, result: ApiResult<unknown>): ProbeResult {
  if (result.ok) return { probe, isAsWanted: probe.refusedBy === undefined, answer: 'let in' };
  const { failure } = result;
  if (failure.kind !== 'admission-refused') return { probe, isAsWanted: false, answer: failure.message };
  const { by, name } = failure.admission;
  const isAsWanted = probe.refusedBy?.some((one) => one === name || one === by) === true;
  return { probe, isAsWanted, answer: `refused by ${by} ${name}` };
}
