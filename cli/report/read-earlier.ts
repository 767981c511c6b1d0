import { problem, ProblemError } from '../../model/problem';
import type { PolicyResult } from '../../policies/evaluation';
import type { EarlierJudgement } from '../../reports/history/compare-judgements';
import { digestOf } from '../../resources/digest';
import { certificateOf, partOf, readBundleFile } from '../evidence/bundle-file';
import type { Io } from '../io';
import { tryParseJson, tryTextMember } from '../try-parse-json';

/**
 * What the gate said of the assembly in a bundle: every byte of it is verified, and the evaluations are those of its
 * certificate. Who approved is not asked here; `ndc verify` tells.
 * @throws ProblemError in the words of the verifier, or when the parts don't speak of each other
 */
export function readEarlier(name: string, io: Pick<Io, 'cwd'>): EarlierJudgement {
  const bundle = readBundleFile(name, io);
  const manifest = tryParseJson(partOf(bundle, 'assembly').bytes.toString('utf8'));
  const assemblyDigest = tryTextMember(manifest, 'digest') ?? '';
  const { today, bundleDigest, evaluationsDigest, counts } = certificateOf(
    partOf(bundle, 'certificate').bytes,
    assemblyDigest,
  );
  const { bytes } = partOf(bundle, 'evaluations');
  const digest = digestOf(bytes);
  if (digest !== evaluationsDigest) throw new ProblemError([foreign(name, digest, evaluationsDigest)]);
  // Its digest is the one that the gate stated of what it wrote.
  const { results } = JSON.parse(bytes.toString('utf8')) as { readonly results: readonly PolicyResult[] };
  return { bundle: name, today, assemblyDigest, bundleDigest, evaluationsDigest, counts, results };
}

function foreign(name: string, got: string, want: string) {
  return problem({
    code: 'evaluations-of-another-judgement',
    at: [name],
    what: 'the evaluations in the bundle are not those that its certificate states',
    got,
    want,
    next: 'verify the bundle, and take one that a deploy wrote',
  });
}
