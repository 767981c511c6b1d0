import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { allowedSignersOf } from '../../../evidence/signatures/approval/signer-list';
import { parseApproval } from '../../../evidence/signatures/approval/envelope';
import { signersOf } from '../../../evidence/signatures/approval/signers-of-model';
import { valueOf } from '../../../model/problem';
import type { Model } from '../../../model/model';
import { describeWithSshKeygen } from '../../evidence/signatures/kit/ssh-keygen';
import { describeWithProduct, type Product, type Said } from '../../support/sandbox/product';

const root = resolve(__dirname, '../../..');
const CLUSTER = 'ndc-1-shared-0';
const AUTHOR = 'engineer@test.gov.vn';

/** A flow by which a ministry reads the database of every province; the sandbox has none such. */
const FLOW = `    {
      name: 'cases',
      from: 'server',
      to: { system: 'province-procedures', zone: 'database' },
      ports: [{ port: 5432, protocol: 'TCP' }],
      reason: { vi: 'Đọc hồ sơ', en: 'Reads cases' },
      via: 'lgsp',
    },
  ],
  dataSets: [{ name: 'reports'`;

describeWithSshKeygen('signatures of people, on a real sandbox', () => {
  describeWithProduct('a database that is opened to another tenant', [CLUSTER], (product) => {
    beforeAll(async () => {
      writeFacts(product());
      await makeAssembly(product());
      await product().up();
      expect(await deploy(product())).toMatchObject({ code: 0 });
      openDatabase(product());
      await makeAssembly(product());
    });
    isRefused(product);
    isDeployed(product);
  });
});

type Given = () => Product;

function isRefused(product: Given): void {
  it('is told in one sentence with a packet, and who must sign', async () => {
    const { code, out } = await diff(product());
    expect(code).toBe(1);
    const flat = out.replaceAll(/\s+/g, ' ');
    expect(flat).toContain(
      'gov-office (server of reporting) can now reach p01 (database of province-procedures-p01) on 5432/TCP, carried by province-lgsp',
    );
    expect(flat).toContain('gov-office-reporting-server/*[any] → p01-lgsp-dmz/*[any] 5432/TCP: denied, now allowed');
    expect(flat).toContain('A new path between agencies');
  });

  it('is not deployed without a signature, nor by one, nor by its author', async () => {
    expect(await deploy(product())).toMatchObject({
      code: 2,
      err: expect.stringContaining('approval-missing') as string,
    });
    await approve(product(), 'first', 'security');
    const refused = await deploy(product());
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('first as security');
    await approve(product(), 'author', 'operations');
    expect((await deploy(product())).err).toContain('approval-by-author');
    rmSync(
      join(
        `${product().assembly}.approvals`,
        readdirSync(`${product().assembly}.approvals`).find((one) => one.startsWith('author')) ?? '',
      ),
    );
  });
}

function isDeployed(product: Given): void {
  it('is deployed once two people in two roles signed with ssh-keygen, whose signatures ssh-keygen verifies', async () => {
    await approve(product(), 'second', 'operations');
    expect(verifyByHand(product(), 'first')).toContain('Good "ndc-approval" signature for first');
    expect(verifyByHand(product(), 'second')).toContain('Good "ndc-approval" signature for second');
    const { code, err } = await deploy(product());
    expect({ code, err }).toMatchObject({ code: 0 });
  });

  it('leaves evidence that both verifiers accept, and refuse with one byte changed', async () => {
    const bundles = readdirSync(join(product().folder, 'state/evidence')).toSorted();
    expect(bundles).toEqual(['000001.evidence.tar', '000002.evidence.tar']);
    const [first = '', second = ''] = bundles.map((name) => join(product().folder, 'state/evidence', name));
    const verified = await product().run('verify', `${first},${second}`);
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.out).toContain('approved by first as security, second as operations');
    expect(checkAlone(second, first)).toMatch(/^accepted: .*bundle 2 of sandbox/);
    const bytes = readFileSync(second);
    const place = bytes.indexOf('"verdict":"passed"') + 12;
    bytes[place] = 0x50;
    const forged = join(product().folder, 'forged.tar');
    writeFileSync(forged, bytes);
    expect((await product().run('verify', forged)).code).toBe(2);
    expect(checkAlone(forged)).toMatch(/^refused: /);
  });

  it('is not deployed again by the same signatures after it was taken back', async () => {
    closeDatabase(product());
    await makeAssembly(product());
    await diff(product());
    await approve(product(), 'first', 'security');
    expect(await deploy(product())).toMatchObject({ code: 0 });
    const used = join(product().folder, 'state/evidence/000002.evidence.tar');
    openDatabase(product());
    await makeAssembly(product());
    await diff(product());
    unpackApprovals(product(), used);
    const replayed = await deploy(product());
    expect(replayed.code).toBe(2);
    expect(replayed.err).toContain('approval-used');
  });
}

function facts(product: Product): string {
  return join(product.folder, 'facts', 'sandbox');
}

/** The sandbox with an author and two people who may sign, each with a key that ssh-keygen made. */
function writeFacts(product: Product): void {
  cpSync(join(root, 'environments/sandbox'), facts(product), { recursive: true });
  const folder = join(facts(product), 'approvals/signers');
  mkdirSync(folder, { recursive: true });
  const roles = { first: ['security'], second: ['operations'], author: ['operations', 'security'] };
  for (const [name, held] of Object.entries(roles)) {
    const key = keyOf(product, name);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key]);
    const publicKey = readFileSync(`${key}.pub`, 'utf8').trim();
    const account = name === 'author' ? AUTHOR : `${name}@test.gov.vn`;
    const value = {
      roles: held,
      accounts: [account],
      keys: [{ key: publicKey, from: '2026-01-01', until: '2099-12-31' }],
    };
    writeFileSync(join(folder, `${name}.ts`), `export default ${JSON.stringify(value)};\n`);
  }
}

function keyOf(product: Product, name: string): string {
  return join(product.folder, `key-${name}`);
}

const REPORTING = 'systems/services/reporting.ts';

function openDatabase(product: Product): void {
  const text = readFileSync(join(root, 'environments/sandbox', REPORTING), 'utf8');
  const opened = text.replace("  ],\n  dataSets: [{ name: 'reports'", FLOW);
  expect(opened).not.toBe(text);
  writeFileSync(join(facts(product), REPORTING), opened);
}

function closeDatabase(product: Product): void {
  cpSync(join(root, 'environments/sandbox', REPORTING), join(facts(product), REPORTING));
}

async function makeAssembly(product: Product): Promise<void> {
  rmSync(`${product.assembly}.approvals`, { recursive: true, force: true });
  expect(await product.run('synth', '--env', facts(product), '--out', product.assembly)).toMatchObject({ code: 0 });
  expect(await product.run('gate', product.assembly)).toMatchObject({ code: 0 });
}

function deploy(product: Product): Promise<Said> {
  return product.run(...product.on('deploy'));
}

function diff(product: Product): Promise<Said> {
  return product.run('diff', product.assembly, '--state', join(product.folder, 'state'), '--author', AUTHOR);
}

/** Approves as people do whose key is on a token: the bytes are written, signed by ssh-keygen, and sealed. */
async function approve(product: Product, name: string, role: string): Promise<void> {
  const review = `${product.assembly}.review.json`;
  const message = join(product.folder, `message-${name}`);
  rmSync(`${message}.sig`, { force: true });
  const said = ['--as', name, '--role', role, '--reason', 'Read and agreed.'];
  expect(await product.run('approve', review, ...said, '--message', message)).toMatchObject({ code: 0 });
  execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-f', keyOf(product, name), '-n', 'ndc-approval', message]);
  expect(await product.run('approve', review, '--signed', message)).toMatchObject({ code: 0 });
}

/** What ssh-keygen says of an approval, by the signer list of what was deployed before. */
function verifyByHand(product: Product, name: string): string {
  const folder = `${product.assembly}.approvals`;
  const file = readdirSync(folder).find((one) => one.startsWith(`${name}.`)) ?? '';
  const { message, signatures } = valueOf(parseApproval(readFileSync(join(folder, file))));
  const [allowed, signature] = [join(product.folder, 'allowed'), join(product.folder, 'signature')];
  writeFileSync(
    allowed,
    allowedSignersOf(
      valueOf(signersOf(deployedModel(product).approvals)),
      new Date().toISOString().replace(/\.\d+Z/, 'Z'),
    ),
  );
  writeFileSync(signature, signatures[0]?.armored ?? '');
  const options = ['-Y', 'verify', '-f', allowed, '-I', name, '-n', 'ndc-approval', '-s', signature];
  return execFileSync('ssh-keygen', options, { input: message, encoding: 'utf8' });
}

function deployedModel(product: Product): Model {
  const [kept = ''] = readdirSync(join(product.folder, 'state/deployed'));
  return JSON.parse(readFileSync(join(product.folder, 'state/deployed', kept, 'assembly/model.json'), 'utf8')) as Model;
}

/** What the checker says that shares no code with the product. */
function checkAlone(...files: readonly string[]): string {
  const { stdout } = spawnSync(process.execPath, [join(root, 'dist/scripts/check-bundle.js'), ...files], {
    encoding: 'utf8',
  });
  return stdout;
}

function unpackApprovals(product: Product, bundle: string): void {
  const folder = `${product.assembly}.approvals`;
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xf', bundle, '-C', folder, '--strip-components=1', 'approvals']);
  expect(existsSync(folder)).toBe(true);
}
