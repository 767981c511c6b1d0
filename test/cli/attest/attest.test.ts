import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from '../../../cli/main';
import { signMessage } from '../../../evidence/signatures/ssh/sign-message';
import { printPublicKey } from '../../../evidence/signatures/ssh/public-key';
import { valueOf } from '../../../model/problem';
import { captureIo } from '../../support/capture-io';
import { anKey } from '../../evidence/signatures/kit/records';

const work = mkdtempSync(join(tmpdir(), 'ndc-attest-'));
const environment = join(work, 'sandbox');
const records = join(environment, 'attestations', 'records');
const restore = ['attest', 'tcvn-14423-7.11.2.5', 'population-database', '--env', environment];
const who = ['--as', 'an', '--role', 'inspection', '--unit', 'Tổ vận hành', '--document', 'minutes.txt'];

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(day: string, ...argv: readonly string[]): Promise<Ran> {
  const captured = captureIo({ now: () => new Date(`${day}T03:00:00Z`), cwd: work });
  const code = await main(argv, captured.io);
  const ran = { code, out: captured.out(), err: captured.err() };
  expect(`${ran.out}${ran.err}`).not.toMatch(/\n\s+at .+:\d+:\d+/);
  return ran;
}

/** The rows that `ndc due` gives as JSON, of one control and subject. */
async function dueOf(day: string, ...more: readonly string[]) {
  const { code, out } = await run(day, 'due', '--env', environment, '--format', 'json', '--within', '3650', ...more);
  const { due } = JSON.parse(out) as {
    readonly due: readonly { control: string; subject: { id: string }; state: string; due?: string; last?: string }[];
  };
  const row = due.find((one) => one.control === 'tcvn-14423-7.11.2.5' && one.subject.id === 'population-database');
  return { code, row };
}

beforeAll(() => {
  cpSync(resolve(__dirname, '../../../environments/sandbox'), environment, { recursive: true });
  const key = printPublicKey(anKey.publicKey);
  const keys = `[{ key: '${key}', from: '2026-07-01', until: '2028-06-30' }]`;
  const signer = `export default { roles: ['inspection'], accounts: ['an@test.vn'], keys: ${keys} };\n`;
  writeFileSync(join(environment, 'approvals', 'signers', 'an.ts'), signer);
  writeFileSync(join(work, 'minutes.txt'), 'restored\n');
  const pem = anKey.key.export({ format: 'pem', type: 'pkcs8' });
  writeFileSync(join(work, 'key.pem'), pem);
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('ndc attest', () => {
  it('signs a record with a key at hand, which moves the day on which the duty is due', async () => {
    expect((await dueOf('2026-11-27')).row).toMatchObject({ state: 'attested', due: '2026-12-14' });
    const { code, out } = await run('2026-11-27', ...restore, ...who, '--done-on', '2026-11-20', '--key', 'key.pem');
    expect(code).toBe(0);
    const file = join(work, out.trim());
    expect(readFileSync(file, 'utf8')).toMatch(/^\{"payload":"[\w+/=]+",.*\}\n$/);
    expect((await run('2026-11-27', 'check', '--env', environment)).code).toBe(0);
    expect((await dueOf('2026-11-27')).row).toMatchObject({ state: 'attested', due: '2027-02-18' });
    expect((await dueOf('2026-11-27', '--on', '2027-02-19')).row).toMatchObject({ state: 'overdue' });
    expect((await dueOf('2026-11-27', '--on', '2026-11-19')).row).toMatchObject({ due: '2026-12-14' });
    rmSync(file);
  });

  it('writes what must be signed by hand, and seals it with the signature that comes back', async () => {
    const asked = await run(
      '2026-11-27',
      ...restore,
      ...who,
      '--not-met',
      'Một bản sao hỏng|Thiếu biên bản',
      '--message',
      'm',
    );
    expect(asked).toMatchObject({ code: 0, out: 'm\n' });
    expect(asked.err).toContain('ssh-keygen -Y sign -n ndc-attestation -f KEY m');
    const message = readFileSync(join(work, 'm'));
    writeFileSync(join(work, 'm.sig'), valueOf(signMessage({ key: anKey, message, namespace: 'ndc-attestation' })));
    const sealed = await run('2026-11-27', 'attest', '--env', environment, '--signed', 'm');
    expect(sealed.err).toContain(
      'an attests as inspection: tcvn-14423-7.11.2.5 of system population-database is not-met',
    );
    expect((await dueOf('2026-11-27')).row).toMatchObject({ state: 'not-met', due: '2026-12-14' });
    rmSync(join(work, sealed.out.trim()));
  });

  it.each([
    ['an unknown system', ['attest', 'tcvn-14423-7.11.2.5', 'nowhere'], [], 'attestation-subject-unknown'],
    ['an unknown control', ['attest', 'tcvn-9', 'population-database'], [], 'control-unknown'],
    ['no key and no file for the bytes', restore.slice(0, 3), ['--key'], 'attestation-without-key'],
    ['a day to come', restore.slice(0, 3), ['--done-on', '2026-12-24'], 'attestation-not-done-yet'],
    ['no half of a penetration test', ['attest', 'tcvn-14423-7.18.2.2', 'population-database'], [], 'attestation-part'],
    [
      'an inspection by a unit that is not independent',
      ['attest', 'd331-28.5a', 'ndxp'],
      [],
      'attestation-not-independent',
    ],
  ])('refuses %s, and writes nothing', async (_name, argv, bend, code) => {
    const before = readdirSync(records, { recursive: true });
    const key = bend[0] === '--key' ? [] : ['--key', 'key.pem', ...bend];
    const ran = await run('2026-11-27', ...argv, '--env', environment, ...who, ...key);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(code);
    expect(readdirSync(records, { recursive: true })).toEqual(before);
  });

  it('refuses to make a record that says too little, with everything that lacks', async () => {
    const { code, err } = await run('2026-11-27', ...restore, '--key', 'key.pem');
    expect(code).toBe(2);
    expect(err).toContain('add --as, --role, --unit, --document');
  });
});

describe('ndc due', () => {
  it('leaves with 1 where something is overdue, and with 0 where nothing is', async () => {
    const { code, out } = await run('2026-11-27', 'due', '--env', environment);
    expect(code).toBe(1);
    expect(out).toContain(
      '✘ overdue  system reporting: Review of the account list\n  due     2026-09-29, 59 days past; every 90 days, by law\n',
    );
    expect(out).toMatch(/\n\d+ manual duties: \d+ overdue, 1 not met, \d+ never attested, 3 attested\n$/);
    const early = await run('2026-11-27', 'due', '--env', environment, '--on', '2025-06-30');
    expect(early).toMatchObject({ code: 0 });
  });

  it('writes the calendar that the report has', async () => {
    const { out } = await run('2026-11-27', 'due', '--env', environment, '--format', 'calendar');
    expect(out.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(out.replaceAll('\r\n ', '')).toContain('UID:duty.tcvn-14423-7.11.2.5.system.population-database@');
  });

  it('refuses a day that is none', async () => {
    for (const day of ['2026-02-30', '2026-13-01', 'soon'])
      expect((await run('2026-11-27', 'due', '--env', environment, '--on', day)).code).toBe(2);
  });
});

describe('a record among the facts', () => {
  it('is refused at check when it was signed after now, with file and line', async () => {
    const { code, err } = await run('2026-09-20', 'check', '--env', environment);
    expect(code).toBe(2);
    expect(err).toMatch(/records\/ndxp\/ndxp-2026-09-18-[0-9a-f]{8}\.json:1:1/);
    expect(err).toContain('attestation-in-future');
  });

  it('is refused when it is TypeScript, or a fact is JSON', async () => {
    mkdirSync(records, { recursive: true });
    const [script, json] = [join(records, 'code.ts'), join(environment, 'tenants', 'fact.json')];
    for (const path of [script, json]) writeFileSync(path, 'export default {};\n');
    const { code, err } = await run('2026-11-27', 'check', '--env', environment);
    expect(code).toBe(2);
    expect(err.match(/fact-file-extension/g)).toHaveLength(2);
    for (const path of [script, json]) rmSync(path);
    expect(existsSync(script)).toBe(false);
  });
});
