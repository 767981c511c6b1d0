import { ArtifactReader } from '../../../resources/read/artifact-reader';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificatePath, evaluationsPath } from '../../../cli/gate-assembly';
import { loadRules } from '../../../cli/load-rules';
import { projectRoot } from '../../../cli/project';
import { readReviewedState } from '../../../cli/review/read-reviewed-state';
import type { BundlePart } from '../../../evidence/bundle/manifest/bundle-part';
import { writeBundle } from '../../../evidence/bundle/write-bundle';
import { signApproval } from '../../../evidence/signatures/approval/seal-approval';
import { printPublicKey } from '../../../evidence/signatures/ssh/public-key';
import { canonicalJson } from '../../../model/canonical-json';
import { valueOf } from '../../../model/problem';
import { policyCatalog } from '../../../policies/catalog';
import { BUNDLE_PATH } from '../../../policies/engine/bundle/rule-bundle';
import { buildReview, reviewDigest } from '../../../review/build-review';
import type { Review, ReviewContent } from '../../../review/review';
import { newKey } from '../../evidence/signatures/kit/scene';
import { captureIo } from '../../support/capture-io';

/** The digest of the assembly that the change starts from. */
export const BASE = `sha256:${'b'.repeat(64)}`;

/** Who approved the change of the bundle: each in a role of the sandbox, with a new key. */
const approvers = [
  { id: 'an', role: 'security', key: newKey() },
  { id: 'binh', role: 'operations', key: newKey() },
] as const;

/** A bundle of a deploy, and the digest of the review in it. */
export interface SandboxBundle {
  readonly archive: Buffer;
  readonly review: string;
}

/** What a test bends of a bundle. */
export interface GivenBundle {
  /** How many people must sign; as many do.
   * @default 2
   */
  readonly signatures?: 0 | 1 | 2;
  /** Drops or changes parts.
   * @default - all stay
   */
  readonly bend?: (parts: readonly BundlePart[]) => readonly BundlePart[];
}

/** The bundle of a deploy of an assembly that the gate judged on 24 November 2026, with real signatures by keys of now. */
export function bundleOf(folder: string, { signatures = 2, bend = (parts) => parts }: GivenBundle = {}): SandboxBundle {
  const { io } = captureIo({ now: () => new Date('2026-11-24T03:00:00Z') });
  const after = readReviewedState(folder, { rules: loadRules(io), io, reader: new ArtifactReader() });
  const first = buildReview({ after, authors: ['dung'], policies: policyCatalog, today: '2026-11-24' });
  const of = approvers.map(({ role }) => role);
  const needs: ReviewContent['needs'] = signatures === 0 ? [] : [{ class: 'rule-loosened', signatures, of }];
  const content = { ...first.content, needs };
  const review: Review = { ...first, content, digest: reviewDigest(content), base: { ...first.head, assembly: BASE } };
  const signers = approvers.map(({ id, role, key }) => ({
    id,
    roles: [role],
    accounts: [],
    keys: [{ key: printPublicKey(key.publicKey), from: '2026-01-01', until: '2027-12-31' }],
    origin: [`approvals/signers/${id}`],
  }));
  const run = { kind: 'run', run: 1, at: '2026-11-24T03:05:00.123Z' };
  const given: readonly BundlePart[] = [
    part('assembly', 'assembly/manifest.json', readFileSync(join(folder, 'manifest.json'))),
    part('certificate', 'gate/certificate.json', readFileSync(certificatePath(folder))),
    part('evaluations', 'gate/evaluations.json', readFileSync(evaluationsPath(folder))),
    part('rules', 'gate/rules.json', readFileSync(join(projectRoot(), BUNDLE_PATH))),
    part('review', 'review/review.json', canonicalJson(review)),
    part(
      'signers',
      'review/signers.json',
      canonicalJson({ approvals: { ...after.view.model.approvals, signers }, rebasedFrom: [] }),
    ),
    part('journal', 'deploy/journal.json', canonicalJson(run)),
    ...approvers
      .slice(0, signatures)
      .map((one) => part('approval', `approvals/${one.id}.json`, approvalOf(review, one))),
  ];
  const bundle = writeBundle({ environment: 'sandbox', previous: null, parts: bend(given) });
  return { archive: Buffer.concat(valueOf(bundle).chunks), review: review.digest };
}

function part(kind: BundlePart['kind'], path: string, content: string | Buffer): BundlePart {
  return { path, kind, mediaType: 'application/json', bytes: Buffer.from(content) };
}

function approvalOf({ digest, head, content }: Review, { id, role, key }: (typeof approvers)[number]): string {
  const statement = {
    reviewDigest: digest,
    rulesDigest: head.rules,
    parentDigest: BASE,
    authors: content.authors,
    approver: { principal: id, role },
    reason: 'read line by line',
    signedAt: '2026-11-23T18:00:00Z',
    notAfter: '2026-11-29T18:00:00Z',
  };
  return valueOf(signApproval(statement, key));
}
