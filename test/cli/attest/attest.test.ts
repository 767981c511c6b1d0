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
    const signing = [...restore, ...who, '--done-on', '2026-11-20', '--key', 'key.pem'];
    const { code, out, err } = await run('2026-11-27', ...signing);
    expect(code).toBe(0);
    expect(err).toContain('is met; counts through 2027-02-18\n');
    const again = await run('2026-11-27', ...signing);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('attestation-again');
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
      'an attests as inspection: tcvn-14423-7.11.2.5 of system population-database is not met: it moves no day',
    );
    expect((await dueOf('2026-11-27')).row).toMatchObject({ state: 'not-met', due: '2026-12-14' });
    rmSync(join(work, sealed.out.trim()));
  });

  it.each([
    ['an unknown system', ['attest', 'tcvn-14423-7.11.2.5', 'nowhere'], [], 'attestation-subject-unknown'],
    ['an unknown control', ['attest', 'tcvn-9', 'population-database'], [], 'control-unknown'],
    ['no key and no file for the bytes', restore.slice(0, 3), ['--key'], 'attestation-without-key'],
    ['a day to come', restore.slice(0, 3), ['--done-on', '2026-12-24'], 'attestation-not-done-yet'],
    [
      'a day to come before it is signed by hand',
      restore.slice(0, 3),
      ['--done-on', '2026-12-24', '--message', 'n'],
      'attestation-not-done-yet',
    ],
    ['a day that is none', restore.slice(0, 3), ['--done-on', '24/12/2026'], 'correct --done-on'],
    ['no control', ['attest'], [], 'nothing says which control was carried out'],
    ['no subject', restore.slice(0, 2), [], 'the control binds a system, and nothing says which'],
    ['a signer whom nobody knows', restore.slice(0, 3), ['--as', 'ann'], 'did you mean an?'],
    ['a role that the signer does not hold', restore.slice(0, 3), ['--role', 'boss'], 'attestation-role-not-held'],
    ['a document that is not there', restore.slice(0, 3), ['--document', 'none.txt'], 'no such file'],
    ['a key that is not there', restore.slice(0, 3), ['--key', 'none.pem'], 'no such file'],
    ['no half of a penetration test', ['attest', 'tcvn-14423-7.18.2.2', 'population-database'], [], 'attestation-part'],
    [
      'an inspection by a unit that is not independent',
      ['attest', 'd331-28.5a', 'ndxp'],
      [],
      'attestation-not-independent',
    ],
  ])('refuses %s, and writes nothing', async (_name, argv, bend, code) => {
    const before = readdirSync(records, { recursive: true });
    const key = bend[0] === '--key' && bend.length === 1 ? [] : ['--key', 'key.pem', ...bend];
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

  it('speaks the language that was asked for, whatever the machine speaks', async () => {
    const { out } = await run('2026-11-27', 'due', '--env', environment, '--lang', 'vi');
    expect(out).toContain(
      '✘ quá hạn  hệ thống reporting: Rà soát danh sách tài khoản\n  thời hạn    2026-09-29, đã qua 59 ngày; mỗi 90 ngày, theo quy định\n  điều khoản  mục 6.6.2.1 d, ',
    );
    expect(out).toMatch(
      /\n\d+ nghĩa vụ cần hồ sơ: \d+ quá hạn, 1 chưa đạt, \d+ chưa từng được xác nhận, 3 có hồ sơ đã ký\n$/,
    );
    expect(out).toBe(out.normalize('NFC'));
  });

  it('gives each duty an id that is the UID of its event and stays the same from day to day', async () => {
    const rowsOf = async (...more: readonly string[]) => {
      const { out } = await run('2026-11-27', 'due', '--env', environment, '--within', '3650', ...more);
      return out;
    };
    const idsOf = async (on: string): Promise<readonly string[]> => {
      const { due } = JSON.parse(await rowsOf('--format', 'json', '--on', on)) as { due: readonly { id: string }[] };
      return due.map(({ id }) => id);
    };
    const ids = await idsOf('2026-11-27');
    expect(new Set(ids).size).toBe(ids.length);
    expect((await idsOf('2026-11-26')).toSorted()).toEqual(ids.toSorted());
    const csv = async (language: string): Promise<readonly string[]> =>
      (await rowsOf('--format', 'csv', '--lang', language))
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(',')[0] ?? '');
    expect(await csv('vi')).toEqual(ids);
    expect(await csv('en')).toEqual(ids);
    const calendar = (await rowsOf('--format', 'calendar')).replaceAll('\r\n ', '');
    const uids = [...calendar.matchAll(/^UID:(duty\..*)@sandbox\.ndc\.gov\.vn\r$/gm)].map(([, id]) => id);
    expect(uids.length).toBeGreaterThan(10);
    expect(uids.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
  });

  it('moves the event of a duty by a record, and takes away one that is done once', async () => {
    const eventsOf = async (): Promise<ReadonlyMap<string, string>> => {
      const { out } = await run('2026-11-27', 'due', '--env', environment, '--format', 'calendar');
      const events = out.replaceAll('\r\n ', '').matchAll(/^UID:(.*)@.*\r\n.*\r\nDTSTART;VALUE=DATE:(\d+)\r$/gm);
      return new Map([...events].map(([, uid = '', day = '']) => [uid, day]));
    };
    const before = await eventsOf();
    const signing = ['--env', environment, ...who, '--key', 'key.pem'];
    const files = [
      await run('2026-11-27', 'attest', 'd331-35.3', 'cpo', ...signing),
      await run('2026-11-27', 'attest', 'd278-annex-1', 'cpo', ...signing),
    ].map(({ out }) => join(work, out.trim()));
    const after = await eventsOf();
    expect([before.get('duty.d331-35.3.tenant.cpo'), after.get('duty.d331-35.3.tenant.cpo')]).toEqual([
      '20261219',
      '20271219',
    ]);
    expect([...before.keys()].filter((uid) => !after.has(uid))).toEqual(['duty.d278-annex-1.tenant.cpo']);
    for (const file of files) rmSync(file);
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
