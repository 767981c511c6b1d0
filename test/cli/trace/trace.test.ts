import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../cli/main';
import { captureIo } from '../../support/capture-io';
import { copyAssembly } from '../../support/written/written-assembly';

const work = mkdtempSync(join(tmpdir(), 'ndc-trace-'));
const assembly = join(work, 'sandbox');
const certificate = `${assembly}.certificate.json`;
const FACT = 'environments/sandbox/systems/platform/government-cloud.ts';
const OBJECT = 'ndc-2-shared-0/NetworkPolicy/mps-cloud-database/default-deny';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process, somewhere outside the project; a stack trace is never shown. */
async function run(...argv: readonly string[]): Promise<Ran> {
  const captured = captureIo({ now: () => new Date('2026-11-24T03:00:00Z'), cwd: work });
  const code = await main(argv, captured.io);
  const ran = { code, out: captured.out(), err: captured.err() };
  expect(`${ran.out}${ran.err}`).not.toMatch(/\n\s+at .+:\d+:\d+/);
  return ran;
}

/** The assembly with the facts that it was made from. */
const traced = ['--assembly', assembly, '--env', 'sandbox'] as const;

beforeAll(async () => {
  await copyAssembly('sandbox', assembly);
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('ndc trace', () => {
  it('leads from a clause to its rule, object, line and digests, and writes nothing', async () => {
    const { code, out } = await run('trace', 'd331-30.9', ...traced);
    expect(code).toBe(0);
    expect(out).toContain('  control d331-30.9  ✔ holds\n');
    expect(out).toContain(
      '    rule tenancy/require-physical-isolation  [block]  acts at synth, live; not at plan, admission\n',
    );
    expect(out).toContain(
      '        ✔ system/population-database  from environments/sandbox/systems/data/population-database.ts:4\n',
    );
    expect(out).toContain('\nsignatures: no bundle was given, so no signature is traced\n');
    expect(existsSync(certificate)).toBe(false);
  });

  it('leads from the object back to that line, which leads to the object', async () => {
    const back = await run('trace', OBJECT, ...traced);
    expect(back.out).toContain(`\n  from       ${FACT}:22\n`);
    const there = JSON.parse((await run('trace', `${FACT}:22`, ...traced, '--format', 'json')).out) as {
      readonly objects: readonly { readonly id: string }[];
    };
    expect(there.objects.map(({ id }) => id)).toContain(OBJECT);
  });

  it('speaks Vietnamese when asked to', async () => {
    const { out } = await run('trace', OBJECT, '--assembly', assembly, '--lang', 'vi', '--limit', '2');
    expect(out).toContain(`đối tượng ${OBJECT}\n  từ dữ kiện`);
    expect(out).toContain('\nchữ ký: chưa có gói bằng chứng nào được nêu nên không lần được chữ ký\n');
  });

  it('takes the certificate beside the assembly as evidence by the digest of its bytes, if it is of this judgement', async () => {
    await run('gate', assembly);
    const digest = createHash('sha256').update(readFileSync(certificate)).digest('hex');
    const { out } = await run('trace', 'd331-30.9', ...traced);
    expect(out).toContain(`  certificate  sha256:${digest}  sandbox.certificate.json\n`);
    const other = JSON.parse(readFileSync(certificate, 'utf8')) as object;
    writeFileSync(certificate, JSON.stringify({ ...other, evaluationsDigest: `sha256:${'0'.repeat(64)}` }));
    const told = await run('trace', 'd331-30.9', ...traced);
    expect(told.err).toContain(
      'the certificate in sandbox.certificate.json is of another judgement; run ndc gate again\n',
    );
    expect(told.out).toContain('  no certificate of this judgement stands beside the assembly (run ndc gate)\n');
    rmSync(certificate);
  });

  it('finds a line in the assembly alone, where no fact file stands', async () => {
    const { code, out } = await run('trace', `${FACT}:22`, '--assembly', assembly);
    expect(code).toBe(0);
    expect(out).toContain(`fact ${FACT}:22  systems/platform/government-cloud.`);
  });

  it('says when the facts aren’t those of the assembly, and goes by the lines of its manifest', async () => {
    const [facts, kept] = [join(assembly, 'facts.json'), readFileSync(join(assembly, 'facts.json'))];
    writeFileSync(facts, kept.toString('utf8').replace(`"${FACT}"`, '"environments/sandbox/other.ts"'));
    const { code, err, out } = await run('trace', OBJECT, ...traced);
    writeFileSync(facts, kept);
    expect(code).toBe(0);
    expect(err).toMatch(
      /the facts in the assembly aren't those that it was made from: facts\.json has the digest sha256:\w{64} instead of/,
    );
    expect(out).toContain(`\n  from       ${FACT}:22\n`);
  });

  it('lists gaps with their counts first, and the same as JSON with every one', async () => {
    const { code, out } = await run('trace', '--gaps', ...traced, '--limit', '1');
    expect(code).toBe(0);
    const gaps = JSON.parse((await run('trace', '--gaps', ...traced, '--format', 'json')).out) as {
      readonly clausesWithoutRule: readonly object[];
      readonly factsWithoutObject: readonly { readonly place: string }[];
    };
    expect(out).toContain(`\n  ${gaps.clausesWithoutRule.length}  clauses without a rule: `);
    expect(out).toContain('\n    0  objects that no rule judged\n');
    expect(gaps.factsWithoutObject.map(({ place }) => place)).toContain('environments/sandbox/divisions.ts:4');
  });

  test.each([
    ['nothing to start from', [], 'trace-of-nothing'],
    ['two things to do', ['d331-30.9', '--gaps'], 'trace-of-nothing'],
    ['a limit of nothing', ['d331-30.9', '--limit', '0'], 'trace-limit'],
    ['a limit in words', ['d331-30.9', '--limit', 'some'], 'trace-limit'],
    ['a name with a zero byte', ['a\u0000.ts:1'], 'trace-file-unknown'],
    ['an assembly that isn’t', ['d331-30.9', '--assembly', join(work, 'nowhere')], 'assembly-missing'],
    ['an environment that isn’t', ['d331-30.9', '--env', 'sandbocks'], 'did you mean sandbox?'],
  ])('refuses %s', async (_, argv, said) => {
    const given = argv.includes('--assembly') || argv.includes('--env') ? argv : [...argv, ...traced];
    const { code, err, out } = await run('trace', ...given);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });
});
