import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { BundlePart } from '../../evidence/bundle/manifest/bundle-part';
import { redactPart } from '../../evidence/bundle/secrets/redact-part';
import { verifyBundle } from '../../evidence/bundle/verify-bundle';
import { writeBundle } from '../../evidence/bundle/write-bundle';
import { checkBundle } from '../../evidence/bundle-check/check-bundle';
import { valueOf } from '../../model/problem';
import { middleOf } from '../middle';

/** Runs of each measurement; the middle one counts. */
const RUNS = 5;
const PARTS = 2_000;
const BYTES = 60_000_000;
const SECONDS_TARGET = 5;
const NANOSECONDS = 1e9;

function secondsOf(work: () => unknown): number {
  const runs = Array.from({ length: RUNS }, () => {
    const start = process.hrtime.bigint();
    work();
    return { seconds: Number(process.hrtime.bigint() - start) / NANOSECONDS };
  });
  return Number(middleOf(runs, ({ seconds }) => seconds).seconds.toFixed(2));
}

/** Parts that look like what a deploy keeps: half lines of judgements, nearly half JSON of a plan, one in twenty YAML of objects. */
function makeParts(): readonly BundlePart[] {
  return Array.from({ length: PARTS }, (_, index): BundlePart => {
    const path = `evaluations/${String(index % 50).padStart(2, '0')}/${String(index).padStart(4, '0')}`;
    if (index % 20 === 19) {
      const object = (at: number): string =>
        `---\nkind: ConfigMap\nmetadata: { name: c-${at}, namespace: n-${index} }\ndata: { a: b }\n`;
      return { path, kind: 'live', mediaType: 'application/yaml', bytes: Buffer.from(filled(object).join('')) };
    }
    if (index % 2 === 1) {
      const change = (at: number): object => ({
        address: addressOf(index, at),
        change: { actions: ['update'], after: { replicas: at } },
      });
      return { path, kind: 'plan', mediaType: 'application/json', bytes: Buffer.from(JSON.stringify(filled(change))) };
    }
    const line = (at: number): string =>
      `${JSON.stringify({ rule: 'network/require-default-deny', object: addressOf(index, at), digest: digestOf(`${index} ${at}`), verdict: 'pass' })}\n`;
    return { path, kind: 'evaluations', mediaType: 'application/x-ndjson', bytes: Buffer.from(filled(line).join('')) };
  });
}

/** As many pieces as a part of the middle size has. */
function filled<T>(piece: (at: number) => T): readonly T[] {
  const first = piece(0);
  const length = typeof first === 'string' ? first.length : JSON.stringify(first).length;
  return Array.from({ length: Math.ceil(BYTES / PARTS / (length + 1)) }, (_, at) => piece(at));
}

function addressOf(index: number, at: number): string {
  return `ndc-1-shared-0/p${index % 34}-commune-${at}/Deployment/dịch-vụ-công`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Writes and verifies a bundle of the size that a deploy of the nation has, and writes what each took beside this program's source. */
function measure(): void {
  const parts = makeParts();
  const input = { environment: 'national', previous: null, parts };
  const { chunks, size, manifest } = valueOf(writeBundle(input));
  const archive = Buffer.concat(chunks);
  const [one, other] = [verifyBundle(archive), checkBundle(archive)];
  if (!one.isAccepted || !other.isAccepted || other.bundle.root !== manifest.root)
    throw new RangeError('the verifiers refuse what was written');
  const results = {
    machine: { node: process.version, cores: availableParallelism() },
    runs: RUNS,
    parts: PARTS,
    bytes: size,
    secondsTarget: SECONDS_TARGET,
    secondsToRedact: secondsOf(() => parts.map((part) => valueOf(redactPart(part)))),
    secondsToWrite: secondsOf(() => Buffer.concat(valueOf(writeBundle(input)).chunks)),
    secondsToVerify: secondsOf(() => verifyBundle(archive)),
    secondsToCheck: secondsOf(() => checkBundle(archive)),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1_024),
  };
  const target = join(resolve(__dirname, '..', '..', '..'), 'bench', 'bundle', 'results.json');
  writeFileSync(target, `${JSON.stringify(results, undefined, 2)}\n`);
  process.stdout.write(`${JSON.stringify(results)}\n`);
}

measure();
