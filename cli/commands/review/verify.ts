import { bundleLimits } from '../../../evidence/bundle/manifest/bundle-limits';
import { problemOfRefusal } from '../../../evidence/bundle/bundle-refusal';
import { readBundle } from '../../../evidence/bundle/verify-bundle';
import { verifyChain } from '../../../evidence/bundle/verify-chain';
import { printCount } from '../../../model/print-count';
import { problem, ProblemError, valueOf } from '../../../model/problem';
import { defineCommand, exitCodes, formatOption, splitNames, textOption } from '../../command';
import { checkEvidence, type EvidenceCheck } from '../../evidence/check-evidence';
import { readGivenFile } from '../../review/given-file';
import { printProblems } from '../../print-problems';

export default defineCommand({
  summary: 'verify bundles of evidence, byte for byte and what they say, without network or clusters',
  for: 'auditor',
  arguments: [{ name: 'bundle', meaning: 'bundles of one environment in their order, by comma', required: true }],
  options: [formatOption],
  run(input, io) {
    const names = splitNames(input.arguments[0] ?? '');
    const archives = names.map((name) => readGivenFile({ name, ...bundleFile }, io));
    const chain = verifyChain(archives);
    if (!chain.isAccepted) throw new ProblemError([problemOfRefusal(names[chain.index] ?? '', chain.refusal)]);
    const checks = archives.map((bytes, index) => {
      const name = names[index] ?? '';
      return checkEvidence(valueOf(readBundle(name, bytes)), name);
    });
    const problems = [...checks.flatMap((one) => one.problems), ...brokenSteps(checks, names)];
    const told = chain.manifests.map(({ head, root, parts }, index) => ({
      bundle: names[index],
      ...head,
      root,
      parts: parts.length,
      assembly: checks[index]?.assembly,
      review: checks[index]?.review?.digest,
      approvedBy: checks[index]?.approvedBy,
    }));
    if (textOption(input, 'format') === 'json')
      io.out(`${JSON.stringify({ isWhole: chain.isWhole, bundles: told, problems })}\n`);
    else
      for (const one of told)
        io.out(
          `${one.bundle}: bundle ${one.sequence} of ${one.environment}, ${printCount(one.parts, 'part')}, root ${one.root}\n  assembly ${one.assembly}\n  ${one.review === undefined ? 'deployed again, as approved before' : `review ${one.review}, approved by ${namesOf(one.approvedBy)}`}\n`,
        );
    if (problems.length > 0) printProblems({ problems, notes: [] }, io, 'the evidence does not hold');
    else io.err(`every byte is as stated, and all parts agree${chain.isWhole ? ', from the first bundle on' : ''}\n`);
    return Promise.resolve(problems.length === 0 ? exitCodes.clean : exitCodes.findings);
  },
});

const bundleFile = { what: 'a bundle of evidence', bytesMax: bundleLimits.archiveBytesMax };

function namesOf(names: readonly string[] = []): string {
  return names.length === 0 ? 'nobody, since it needed nobody' : names.join(', ');
}

/** A change starts from what the bundle before deployed; without a review, it is what that bundle deployed. */
function brokenSteps(checks: readonly EvidenceCheck[], names: readonly string[]) {
  return checks.flatMap(({ review, assembly }, index) => {
    const before = checks[index - 1];
    if (before?.assembly === assembly || (before === undefined && review !== undefined)) return [];
    if (review === undefined) return [unreviewed(names[index] ?? '', { assembly, before: before?.assembly })];
    if (review.base?.assembly === before?.assembly) return [];
    return [
      problem({
        code: 'evidence-of-another-base',
        at: [names[index] ?? ''],
        what: 'the change was reviewed against another assembly than the one deployed before',
        got: review.base?.assembly ?? 'none',
        want: before?.assembly ?? 'none',
        next: 'ask how the environment came to that state',
      }),
    ];
  });
}

function unreviewed(
  name: string,
  { assembly, before }: { readonly assembly: string; readonly before: string | undefined },
) {
  return problem({
    code: 'evidence-without-review',
    at: [name],
    what: 'no review tells what was approved, as of a deploy of what was deployed before',
    got: before === undefined ? 'no bundle before it' : `${before} before it`,
    want: `a bundle before it that deployed ${assembly}`,
    next:
      before === undefined
        ? 'name the bundles before it too, up to the one with the review'
        : 'ask who approved what was deployed; do not rely on this bundle',
  });
}
