import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundlePart } from '../../evidence/bundle/manifest/bundle-part';
import { redactPart } from '../../evidence/bundle/secrets/redact-part';
import { readBundle } from '../../evidence/bundle/verify-bundle';
import { writeInstant } from '../../evidence/signatures/ssh/instant';
import { writeBundle } from '../../evidence/bundle/write-bundle';
import { readJournal } from '../../delivery/journal/journal';
import { lastRunOf } from '../../delivery/journal/run-history';
import { canonicalJson } from '../../model/canonical-json';
import { valueOf } from '../../model/problem';
import type { GateCertificate } from '../../policies/certificate';
import { digestOf } from '../../resources/digest';
import { certificatePath, evaluationsPath } from '../gate-assembly';
import type { DeliverySession } from '../delivery/session/open-session';
import { approvalsFolder, readApprovals } from '../review/require-approvals';
import { keptSignersPath } from '../review/approve-deploy';
import { reviewPath } from '../review/review-file';
import { keptRulesPath } from '../review/stated-rules-of';
import { writeWhole } from '../review/write-whole';
import { bundleFileName, sequenceOfFile } from './bundle-file';
import { verificationSummary } from './verification-summary';

/** What a deploy leaves behind beside what it was approved with. */
export interface DeployEvidence {
  /** What the clusters said afterwards, as JSON; null when it did not come to that. */
  readonly live: object | null;
  /** Versions of the tools that ran. */
  readonly tools: Readonly<Record<string, string>>;
}

/** The bundle that was written. */
export interface WrittenEvidence {
  readonly path: string;
  readonly root: string;
  readonly sequence: number;
}

/**
 * Writes the evidence of the last deploy: what was judged and how, what was reviewed, who approved, what was done and what
 * stands now; chained to the bundle before.
 * @throws ProblemError when the bundle before is not whole, or a part holds a secret that no schema knows
 */
export function writeEvidence(
  { state, assembly, waves }: Pick<DeliverySession, 'state' | 'assembly' | 'waves'>,
  evidence: DeployEvidence,
): WrittenEvidence {
  const kept = state.deployedFolder(assembly.digest);
  const { entries } = valueOf(readJournal(state.journal));
  const last = lastRunOf(entries);
  if (last === undefined) throw new Error('there is no evidence of a deploy that never began');
  const certificate = readFileSync(certificatePath(kept));
  const journal = entries.slice(entries.indexOf(last.run)).map((one) => `${canonicalJson(one)}\n`);
  const plan = waves.map(({ name, steps }) => ({
    name,
    steps: steps.map(({ id, resources }) => ({ id, objects: resources.map((one) => one.id) })),
  }));
  const given: readonly BundlePart[] = [
    json('assembly', 'assembly/manifest.json', readFileSync(join(kept, 'manifest.json'))),
    json('certificate', 'gate/certificate.json', certificate),
    json('evaluations', 'gate/evaluations.json', readFileSync(evaluationsPath(kept))),
    json('rules', 'gate/rules.json', readFileSync(keptRulesPath(kept))),
    ...(last.run.review === undefined ? [] : approvedParts(kept)),
    json('plan', 'deploy/plan.json', Buffer.from(canonicalJson(plan))),
    {
      path: 'deploy/journal.ndjson',
      kind: 'journal',
      mediaType: 'application/x-ndjson',
      bytes: Buffer.from(journal.join('')),
    },
    json('live', 'deploy/live.json', Buffer.from(canonicalJson(evidence.live))),
    json('tools', 'tools.json', Buffer.from(canonicalJson(evidence.tools))),
  ];
  const inputs = Object.fromEntries(given.slice(0, 4).map(({ path, bytes }) => [path, digestOf(Buffer.from(bytes))]));
  // The gate wrote it, and the deploy verified it before it began.
  const stated = JSON.parse(certificate.toString('utf8')) as GateCertificate;
  const summary = verificationSummary({ certificate: stated, inputs, verifiedAt: writeInstant(last.run.at) });
  const parts = [...given, json('summary', 'gate/summary.json', Buffer.from(summary))].map(
    (part) => valueOf(redactPart(part)).part,
  );
  return keep(state.evidence, { environment: assembly.environment, parts });
}

/** What a change was approved with; a deploy of what was deployed before has none, since it changes nothing. */
function approvedParts(kept: string): readonly BundlePart[] {
  return [
    json('review', 'review/review.json', readFileSync(reviewPath(kept))),
    json('signers', 'review/signers.json', readFileSync(keptSignersPath(kept))),
    ...readApprovals(approvalsFolder(kept)).map(({ name, bytes }): BundlePart => ({
      path: `approvals/${name.toLowerCase()}`,
      kind: 'approval',
      mediaType: 'application/json',
      bytes,
    })),
  ];
}

function json(kind: BundlePart['kind'], path: string, bytes: Uint8Array): BundlePart {
  return { path, kind, mediaType: 'application/json', bytes };
}

function keep(
  folder: string,
  { environment, parts }: { readonly environment: string; readonly parts: readonly BundlePart[] },
): WrittenEvidence {
  const previous = tryReadLast(folder);
  const { manifest, chunks } = valueOf(writeBundle({ environment, previous, parts }));
  const { sequence } = manifest.head;
  const path = join(folder, bundleFileName(sequence));
  writeWhole(path, Buffer.concat(chunks));
  return { path, root: manifest.root, sequence };
}

function tryReadLast(folder: string): { readonly root: string; readonly sequence: number } | null {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const last = names
    .filter((name) => sequenceOfFile(name) !== undefined)
    .toSorted((a, b) => (sequenceOfFile(a) ?? 0) - (sequenceOfFile(b) ?? 0))
    .at(-1);
  if (last === undefined) return null;
  const { manifest } = valueOf(readBundle(last, readFileSync(join(folder, last))));
  return { root: manifest.root, sequence: manifest.head.sequence };
}
