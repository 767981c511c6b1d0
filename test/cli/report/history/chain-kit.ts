import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BundlePart } from '../../../../evidence/bundle/manifest/bundle-part';
import { writeBundle } from '../../../../evidence/bundle/write-bundle';
import { canonicalJson } from '../../../../model/canonical-json';
import { valueOf } from '../../../../model/problem';
import type { Finding, PolicyResult, SkippedFinding } from '../../../../policies/evaluation';
import { digestOf } from '../../../../resources/digest';

/** A bundle, and what the next one names of it. */
export interface Link {
  readonly archive: Buffer;
  readonly root: string;
  readonly sequence: number;
}

/** What one bundle says. */
export interface GivenLink {
  /** @default - the first of its environment */
  readonly previous?: Link | undefined;
  /** @default 'test' */
  readonly environment?: string;
  /** Day of the judgement.
   * @default '2026-03-01'
   */
  readonly today?: string;
  /** What the journal says of when the deploy began.
   * @default - there is no journal
   */
  readonly at?: string | undefined;
  /** @default - one rule by which nothing is wrong */
  readonly results?: readonly PolicyResult[];
  /** Members of the certificate that are others.
   * @default - none
   */
  readonly certificate?: Readonly<Record<string, unknown>>;
  /** The bytes of the evaluations.
   * @default - the results, as a gate writes them
   */
  readonly evaluations?: string;
}

/** A finding of the rule `a/b` against an agency. */
export function finding(tenant: string, subject: string): Finding {
  return { policy: 'a/b', subject, where: '', got: 'g', want: 'w', value: 'v', tenant };
}

/** What the rule `a/b` said, with what is given of it. */
export function result(bend: Partial<PolicyResult> = {}): PolicyResult {
  return {
    policy: 'a/b',
    force: 'warn',
    subjects: 1,
    pass: ['s'],
    fail: [],
    unknown: [],
    skip: [],
    error: [],
    vacuous: 'no',
    blocks: false,
    ...bend,
  };
}

/** A finding that an exception excuses. */
export function excused(tenant: string, exception: string): SkippedFinding {
  return { ...finding(tenant, `excused-by-${exception}`), verdict: 'fail', exception };
}

/** A bundle as a deploy writes it, with the parts that a history reads. */
export function link({ previous, environment = 'test', today = '2026-03-01', at, ...given }: GivenLink = {}): Link {
  const { results = [result()], certificate = {} } = given;
  const empty = { exceptions: [], faults: [], integrity: [] };
  const evaluations = given.evaluations ?? canonicalJson({ ...empty, results });
  const count = (verdict: 'pass' | 'fail' | 'unknown' | 'skip' | 'error'): number =>
    results.reduce((sum, one) => sum + one[verdict].length, 0);
  const assembly = `sha256:${'a'.repeat(64)}`;
  const stated = {
    formatVersion: 1,
    environment,
    verdict: 'passed',
    counts: {
      pass: count('pass'),
      fail: count('fail'),
      unknown: count('unknown'),
      skip: count('skip'),
      error: count('error'),
    },
    rules: results.length,
    evaluations: 1,
    blocking: [],
    integrity: 0,
    faults: 0,
    exceptions: 0,
    assemblyDigest: assembly,
    bundleDigest: `sha256:${'b'.repeat(64)}`,
    evaluationsDigest: digestOf(Buffer.from(evaluations)),
    today,
    ...certificate,
  };
  const parts = [
    part('assembly', 'assembly/manifest.json', canonicalJson({ digest: assembly })),
    part('certificate', 'gate/certificate.json', canonicalJson(stated)),
    part('evaluations', 'gate/evaluations.json', evaluations),
    ...(at === undefined ? [] : [part('journal', 'deploy/journal.json', canonicalJson({ at, kind: 'run' }))]),
  ];
  const before = previous === undefined ? null : { root: previous.root, sequence: previous.sequence };
  const { manifest, chunks } = valueOf(writeBundle({ environment, previous: before, parts }));
  return { archive: Buffer.concat(chunks), root: manifest.root, sequence: manifest.head.sequence };
}

function part(kind: BundlePart['kind'], path: string, content: string): BundlePart {
  return { path, kind, mediaType: 'application/json', bytes: Buffer.from(content) };
}

/** A chain of bundles, each after the one before. */
export function chainOf(given: readonly Omit<GivenLink, 'previous'>[]): readonly Link[] {
  const links: Link[] = [];
  for (const one of given) links.push(link({ ...one, previous: links.at(-1) }));
  return links;
}

/** Writes files, with their folders. */
export function writeFiles(files: Readonly<Record<string, Uint8Array>>): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}
