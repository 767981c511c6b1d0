import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { judgeApprovals } from '../../evidence/signatures/approval/judge-approvals';
import { signApproval } from '../../evidence/signatures/approval/seal-approval';
import { parseSignerList } from '../../evidence/signatures/approval/signer-list';
import { parsePrivateKey, type SshPrivateKey } from '../../evidence/signatures/ssh/private-key';
import { printPublicKey } from '../../evidence/signatures/ssh/public-key';
import { parseSignature } from '../../evidence/signatures/ssh/signature';
import { signMessage } from '../../evidence/signatures/ssh/sign-message';
import { verifySignature } from '../../evidence/signatures/ssh/verify-signature';
import { valueOf } from '../../model/problem';
import { middleOf } from '../middle';

/** Runs of each measurement after the first ones, which only warm up; the middle one counts. */
const RUNS = 201;
const WARM_UPS = 20;
const MILLISECONDS_TARGET = 5;
const NANOSECONDS = 1e6;
const BITS_SHORT = 3_072;
const BITS_LONG = 4_096;

/** Types of keys that can sign here; hardware signs elsewhere and is verified as its curve, with two digests more. */
const kinds: Readonly<Record<string, () => KeyPairKeyObjectResult>> = {
  'ssh-ed25519': () => generateKeyPairSync('ed25519'),
  'ecdsa-sha2-nistp256': () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }),
  'ecdsa-sha2-nistp384': () => generateKeyPairSync('ec', { namedCurve: 'secp384r1' }),
  'rsa-3072': () => generateKeyPairSync('rsa', { modulusLength: BITS_SHORT }),
  'rsa-4096': () => generateKeyPairSync('rsa', { modulusLength: BITS_LONG }),
};

const digest = `sha256:${'a'.repeat(64)}`;
const statement = {
  reviewDigest: digest,
  rulesDigest: digest,
  parentDigest: digest,
  authors: ['author'],
  approver: { principal: 'approver', role: 'reviewer' },
  reason: 'measured',
  signedAt: '2026-10-01T08:00:00Z',
  notAfter: '2026-10-15T08:00:00Z',
};

function millisecondsOf(work: () => unknown): number {
  const probes = Array.from({ length: WARM_UPS + RUNS }, () => {
    const start = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - start) / NANOSECONDS;
  });
  return Number(middleOf(probes.slice(WARM_UPS), (one) => one).toFixed(3));
}

/** What one key takes: to sign a message, to read and verify the text of a signature, and to judge a whole approval. */
function measure(kind: string, { privateKey }: KeyPairKeyObjectResult): object {
  const key = valueOf(parsePrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()));
  const signed = { message: Buffer.alloc(1_000, kind), namespace: 'ndc-approval' };
  const armored = valueOf(signMessage({ key, ...signed }));
  const row = {
    kind,
    signMilliseconds: millisecondsOf(() => valueOf(signMessage({ key, ...signed }))),
    verifyMilliseconds: millisecondsOf(() => valueOf(verifySignature(valueOf(parseSignature(armored)), signed))),
    judgeMilliseconds: millisecondsOf(judging(key)),
  };
  process.stderr.write(
    `${kind}: sign ${row.signMilliseconds} ms, verify ${row.verifyMilliseconds} ms, judge ${row.judgeMilliseconds} ms\n`,
  );
  return row;
}

function judging(key: SshPrivateKey): () => unknown {
  const envelope = Buffer.from(valueOf(signApproval(statement, key)));
  const time = { validFrom: '2026-01-01T00:00:00Z', validUntil: '2026-12-31T23:59:59Z' };
  const keys = [{ publicKey: printPublicKey(key.publicKey), ...time }];
  const signers = valueOf(
    parseSignerList({ signers: [{ principal: 'approver', person: 'approver', roles: ['reviewer'], keys }] }),
  );
  const requirements = [{ id: 'measured', reason: 'measured', anyOf: ['reviewer'], count: 1 }];
  const question = { ...statement, requirements, signers, now: statement.signedAt };
  if (!judgeApprovals(question, [envelope]).isSatisfied) throw new Error('the approval does not count');
  return () => judgeApprovals(question, [envelope]);
}

const results = {
  machine: { node: process.version, cores: availableParallelism() },
  runs: RUNS,
  millisecondsTarget: MILLISECONDS_TARGET,
  rows: Object.entries(kinds).map(([kind, make]) => measure(kind, make())),
};
const target = join(resolve(__dirname, '..', '..', '..'), 'bench', 'signatures', 'results.json');
writeFileSync(target, `${JSON.stringify(results, undefined, 2)}\n`);
