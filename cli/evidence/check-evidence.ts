import type { Bundle } from '../../evidence/bundle/verify-bundle';
import type { BundleKind } from '../../evidence/bundle/manifest/bundle-kinds';
import { judgeApprovals, type CountedApproval } from '../../evidence/signatures/approval/judge-approvals';
import { canonicalJson } from '../../model/canonical-json';
import { problem, type Problem } from '../../model/problem';
import type { GateCertificate } from '../../policies/certificate';
import { readStatedRules } from '../../policies/engine/diff/stated/read-stated-rules';
import { digestOf } from '../../resources/digest';
import { parseStrictJson } from '../../resources/read/text/strict-json';
import { parseReview } from '../../review/read-review';
import type { Review } from '../../review/review';
import type { Signing } from '../review/approve-deploy';
import { questionOf } from '../review/require-approvals';

/** What the parts of a whole bundle say together. */
export interface EvidenceCheck {
  /** Where they contradict each other, or say that the change was not allowed. */
  readonly problems: readonly Problem[];
  /** Digest of the assembly that was deployed. */
  readonly assembly: string;
  /** @default - the same assembly was deployed before */
  readonly review?: Review | undefined;
  /** Who approved, as whom. */
  readonly approvedBy: readonly string[];
  /** The approvals that counted, by their numbers among the parts of their kind. */
  readonly counted: readonly CountedApproval[];
}

/**
 * Holds the parts of a bundle against each other, and everything computed that they state: the verdict of the gate speaks of
 * this assembly, these evaluations and these rules; the approvals hold, at the time of the deploy, for this review.
 */
export function checkEvidence(bundle: Bundle, name: string): EvidenceCheck {
  const parts = new Parts(bundle, name);
  const certificate = parts.json<GateCertificate>('certificate');
  const manifest = parts.json<{ readonly digest: string }>('assembly');
  const { digest: assembly, ...rest } = manifest ?? { digest: '' };
  parts.demand('assembly', digestOf(canonicalJson(rest)), assembly);
  parts.demand('certificate', certificate?.assemblyDigest, assembly);
  parts.demand('certificate', certificate?.verdict, 'passed');
  parts.demand('evaluations', digestOf(parts.bytes('evaluations')), certificate?.evaluationsDigest);
  const rules = parts.bytes('rules').toString('utf8');
  const stated = readStatedRules(rules, `${name}: rules`);
  if (!stated.ok) parts.problems.push(...stated.problems);
  parts.demand('rules', parts.json<{ readonly digest: string }>('rules')?.digest, certificate?.bundleDigest);
  const review = parts.has('review') ? parts.review() : undefined;
  const counted = review === undefined ? [] : checkApprovals(review, parts, assembly);
  const approvedBy = [...new Set(counted.map(({ person, role }) => `${person} as ${role}`))].toSorted();
  return { problems: parts.problems, assembly, review, approvedBy, counted };
}

function checkApprovals(review: Review, parts: Parts, assembly: string): readonly CountedApproval[] {
  parts.demand('review', review.head.assembly, assembly);
  const signing = parts.json<Signing>('signers');
  const began = parts.beganAt();
  if (review.content.needs.length === 0 || signing === undefined || began === undefined) return [];
  const judged = judgeApprovals(questionOf({ review, ...signing }, { now: () => began }), parts.all('approval'));
  parts.problems.push(...judged.problems);
  for (const { requirement, isSatisfied, counted } of judged.requirements)
    if (!isSatisfied)
      parts.demand('approval', `${requirement.id}: ${counted.length} of ${requirement.count}`, `${requirement.count}`);
  if (!judged.isSatisfied) for (const one of judged.approvals) if (!one.counts) parts.problems.push(...one.problems);
  return judged.approvals.flatMap((one) => (one.counts ? [one.approval] : []));
}

/** The parts of a bundle by their kinds, and what is wrong with them. */
class Parts {
  public readonly problems: Problem[] = [];

  public constructor(
    private readonly bundle: Bundle,
    private readonly name: string,
  ) {}

  public has(kind: BundleKind): boolean {
    return this.bundle.parts.some((one) => one.kind === kind);
  }

  /** The one part of a kind; nothing, and a problem, where there is none or several. */
  public bytes(kind: BundleKind): Buffer {
    const [first, second] = this.all(kind);
    if (first !== undefined && second === undefined) return first;
    this.demand(kind, first === undefined ? 'no such part' : 'several such parts', 'one part');
    return Buffer.alloc(0);
  }

  public all(kind: BundleKind): readonly Buffer[] {
    return this.bundle.parts.filter((one) => one.kind === kind).map(({ bytes }) => Buffer.from(bytes));
  }

  /** A part as JSON; whoever asks compares every member that it uses. */
  public json<T>(kind: BundleKind): T | undefined {
    const parsed = parseStrictJson(this.bytes(kind).toString('utf8'));
    if (parsed.ok) return parsed.value as T;
    this.demand(kind, parsed.detail, 'JSON');
    return undefined;
  }

  public review(): Review | undefined {
    const read = parseReview(this.bytes('review'));
    if (read.ok) return read.value;
    this.problems.push(...read.problems);
    return undefined;
  }

  /** When the deploy began, as its journal says. */
  public beganAt(): Date | undefined {
    const [first = ''] = this.bytes('journal').toString('utf8').split('\n');
    const entry = parseStrictJson(first);
    const at = entry.ok ? (entry.value as { readonly at?: unknown } | null)?.at : undefined;
    const began = typeof at === 'string' ? new Date(at) : new Date(Number.NaN);
    if (!Number.isNaN(began.getTime())) return began;
    this.demand('journal', 'no time of the deploy', 'the entry that begins the run');
    return undefined;
  }

  public demand(kind: BundleKind, got: string | undefined, want: string | undefined): void {
    if (got !== undefined && got === want) return;
    this.problems.push(
      problem({
        code: 'evidence-contradicts',
        at: [this.name, kind],
        what: 'parts of the evidence contradict each other',
        got: got ?? 'nothing',
        want: want ?? 'something that can be compared',
        next: 'ask for the bundle as the deploy wrote it; do not rely on this one',
      }),
    );
  }
}
