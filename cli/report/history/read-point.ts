import type { Bundle } from '../../../evidence/bundle/verify-bundle';
import { problem, ProblemError, type Problem } from '../../../model/problem';
import type { GateCertificate } from '../../../policies/certificate';
import type { PolicyResult } from '../../../policies/evaluation';
import type { EarlierJudgement, HistoryPoint } from '../../../reports/history/history';
import { openByAgency, standOf } from '../../../reports/history/stand';
import { sortedJson } from '../../../reports/sorted-json';
import { digestOf } from '../../../resources/digest';
import { certificateOf, partOf } from '../../evidence/bundle-file';
import { today } from '../../io';
import { tryParseJson, tryTextMember } from '../../try-parse-json';
import { tryReadResults } from './read-results';

/** A bundle of which every byte is verified, and whose parts speak of each other. */
export interface CertifiedBundle {
  readonly name: string;
  readonly bundle: Bundle;
  readonly certificate: GateCertificate;
}

/**
 * Holds a bundle against its certificate: it let this assembly pass, in the environment of the bundle, by these evaluations.
 * Who approved is not asked here; `ndc verify` tells.
 * @throws ProblemError when the parts don't speak of each other
 */
export function requireCertified(name: string, bundle: Bundle): CertifiedBundle {
  const manifest = tryParseJson(partOf(bundle, 'assembly').bytes.toString('utf8'));
  const certificate = certificateOf(partOf(bundle, 'certificate').bytes, tryTextMember(manifest, 'digest') ?? '');
  const demand = (what: string, got: string, want: string): void => {
    if (got !== want) throw new ProblemError([foreign({ name, what, got, want })]);
  };
  const digest = digestOf(partOf(bundle, 'evaluations').bytes);
  demand('the evaluations in the bundle are not those', digest, certificate.evaluationsDigest);
  demand('the environment of the bundle is not that', bundle.manifest.head.environment, certificate.environment);
  return { name, bundle, certificate };
}

/**
 * What the gate said of the assembly in a bundle, in numbers.
 * @throws ProblemError when the evaluations can't be read, or come to other numbers than the certificate
 */
export function readPoint(certified: CertifiedBundle): HistoryPoint {
  return pointOf(certified, resultsOf(certified));
}

/**
 * The same, with what was open finding by finding.
 * @throws ProblemError as for the numbers alone
 */
export function readEarlier(certified: CertifiedBundle): EarlierJudgement {
  const results = resultsOf(certified);
  return { ...pointOf(certified, results), open: openByAgency(results) };
}

function resultsOf({ name, bundle }: CertifiedBundle): readonly PolicyResult[] {
  const results = tryReadResults(partOf(bundle, 'evaluations').bytes);
  if (results !== undefined) return results;
  const [got, want] = ['another text', 'the results of a gate, as it wrote them'];
  throw new ProblemError([foreign({ name, what: 'the evaluations in the bundle can’t be read as those', got, want })]);
}

function pointOf({ name, bundle, certificate }: CertifiedBundle, results: readonly PolicyResult[]): HistoryPoint {
  const { sequence } = bundle.manifest.head;
  const { assemblyDigest, bundleDigest, evaluationsDigest } = certificate;
  const stand = standOf(results);
  const [got, want] = [sortedJson(stand.counts), sortedJson(certificate.counts)];
  if (got !== want)
    throw new ProblemError([
      foreign({ name, what: 'the evaluations in the bundle come to other counts than those', got, want }),
    ]);
  return {
    bundle: name,
    sequence,
    root: bundle.manifest.root,
    deployed: deployedOn(bundle) ?? certificate.today,
    today: certificate.today,
    assemblyDigest,
    bundleDigest,
    evaluationsDigest,
    ...stand,
  };
}

/** The day in Vietnam on which the deploy began, as the first entry of its journal says. */
function deployedOn(bundle: Bundle): string | undefined {
  const { bytes } = partOf(bundle, 'journal');
  const [first = ''] = bytes.toString('utf8').split('\n', 1);
  const at = new Date(tryTextMember(tryParseJson(first), 'at') ?? '');
  const isDay = at.getUTCFullYear() >= 2000 && at.getUTCFullYear() < 10_000;
  return isDay ? today({ now: () => at }) : undefined;
}

function foreign({
  name,
  what,
  got,
  want,
}: { readonly name: string } & Pick<Problem, 'what' | 'got' | 'want'>): Problem {
  return problem({
    code: 'evaluations-of-another-judgement',
    at: [name],
    what: `${what} that its certificate states`,
    got,
    want,
    next: 'verify the bundle, and take one that a deploy wrote',
  });
}
