import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../cli/main';
import type { Trace } from '../../../reports/trace/trace';
import type { TraceGaps } from '../../../reports/trace/find-gaps';
import { runCheck } from '../../../scripts/check-bundle';
import { captureIo } from '../../support/capture-io';
import { copyAssembly } from '../../support/written/written-assembly';
import { bundleOf, type SandboxBundle } from './sandbox-bundle';

const work = mkdtempSync(join(tmpdir(), 'ndc-trace-bundle-'));
const assembly = join(work, 'sandbox');
const OBJECT = 'ndc-2-shared-0/NetworkPolicy/mps-cloud-database/default-deny';
const GATED = '2026-11-24T03:00:00Z';
/** When the auditor looks, long after the gate did. */
const AUDITED = '2027-03-01T03:00:00Z';

let bundle: SandboxBundle;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process; a stack trace is never shown. */
async function run(argv: readonly string[], now = AUDITED): Promise<Ran> {
  const captured = captureIo({ now: () => new Date(now), cwd: work });
  const code = await main(argv, captured.io);
  const ran = { code, out: captured.out(), err: captured.err() };
  expect(`${ran.out}${ran.err}`).not.toMatch(/\n\s+at .+:\d+:\d+/);
  return ran;
}

/** Follows a chain, or lists gaps, in the sandbox with a bundle. */
function trace(what: string, ...more: readonly string[]): Promise<Ran> {
  return run(['trace', what, '--assembly', 'sandbox', '--bundle', 'bundle.tar', ...more]);
}

async function traceJson(what: string): Promise<Trace> {
  return JSON.parse((await trace(what, '--format', 'json')).out) as Trace;
}

function write(archive: Uint8Array): void {
  writeFileSync(join(work, 'bundle.tar'), archive);
}

beforeAll(async () => {
  await copyAssembly('sandbox', assembly);
  await run(['gate', assembly], GATED);
  bundle = bundleOf(assembly);
});
beforeEach(() => write(bundle.archive));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('ndc trace --bundle', () => {
  it('leads from a clause to the people who signed, as of the day on which the gate judged', async () => {
    const { code, out, err } = await trace('d331-30.9');
    expect(code).toBe(0);
    expect(err).not.toContain('judge otherwise');
    expect(out).toContain('judged on 2026-11-24\n');
    expect(out).not.toContain('not in the bundle');
    expect(out).toContain(`  review       ${bundle.review}  review/review.json  in the bundle  signed by an, binh\n`);
    expect(out).toMatch(
      /\nsignatures\n {2}an {2}security {2}approval {2}2026-11-24\n {2}binh {2}operations {2}approval {2}2026-11-24\n$/,
    );
  });

  it('takes a bundle that the second verifier accepts too', () => {
    expect(runCheck([join(work, 'bundle.tar')])).toMatchObject({ code: 0 });
  });

  it('holds every piece of evidence of an object, and its people signed for rules, review and assembly', async () => {
    const { evidence } = await traceJson(OBJECT);
    expect(evidence.map(({ kind, inBundle, signers }) => [kind, inBundle, signers.join(' ')])).toEqual([
      ['assembly', true, 'an binh'],
      ['rules', true, 'an binh'],
      ['evaluations', true, ''],
      ['certificate', true, ''],
      ['review', true, 'an binh'],
      ['file', true, ''],
    ]);
  });

  it('leads back from the review that people signed to every object and clause', async () => {
    const back = await traceJson(bundle.review);
    expect(back.start).toMatchObject({ kind: 'evidence', links: [{ kind: 'review', name: 'review/review.json' }] });
    expect(back.objects.map(({ id }) => id)).toContain(OBJECT);
    expect(back.clauses.map(({ id }) => id as string)).toContain('d331-30.9');
    expect(back.signatures?.map(({ signer, role }) => `${signer} as ${role}`)).toEqual([
      'an as security',
      'binh as operations',
    ]);
  });

  it('lists no gap of evidence where all of it is held and signed for', async () => {
    const { code, out } = await trace('--gaps');
    expect(code).toBe(0);
    expect(out).toContain('\n    0  pieces of evidence that the bundle lacks\n');
    expect(out).toContain('\n    0  pieces of evidence with no signature\n');
  });

  it('lists what nobody signed for where a change needed nobody', async () => {
    write(bundleOf(assembly, { signatures: 0 }).archive);
    const { out } = await trace('--gaps', '--format', 'json');
    const gaps = JSON.parse(out) as TraceGaps;
    expect(gaps.evidenceWithoutSignature?.map(({ kind }) => kind)).toEqual(['assembly', 'rules', 'review']);
    expect(gaps.evidenceOutsideBundle).toEqual([]);
    const text = (await trace('d331-30.9', '--lang', 'vi')).out;
    expect(text).toMatch(/\nchữ ký: trong gói không có chữ ký nào trên bằng chứng này\n$/);
  });

  it('lists a file that was changed since, by the bytes that it has now', async () => {
    const changed = join(work, 'changed');
    cpSync(assembly, changed, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(changed, 'manifest.json'), 'utf8')) as {
      readonly files: readonly { readonly path: string }[];
    };
    const [first] = manifest.files.filter(({ path }) => path.startsWith('kubernetes/'));
    const path = join(changed, first?.path ?? '');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n`);
    const argv = ['trace', '--gaps', '--assembly', 'changed', '--bundle', 'bundle.tar', '--format', 'json'];
    const { out, err } = await run(argv);
    const outside = (JSON.parse(out) as TraceGaps).evidenceOutsideBundle ?? [];
    expect(outside.map(({ kind }) => kind)).toEqual(['evaluations', 'file']);
    expect(outside.at(-1)?.name).toBe(first?.path);
    expect(err).toContain('judge otherwise than those of the bundle did');
  });

  it('refuses a bundle of another assembly, with both digests', async () => {
    const other = join(work, 'other');
    cpSync(assembly, other, { recursive: true });
    const path = join(other, 'manifest.json');
    const digest = `sha256:${'0'.repeat(64)}`;
    const mine = (JSON.parse(readFileSync(path, 'utf8')) as { readonly digest: string }).digest;
    writeFileSync(path, readFileSync(path, 'utf8').replace(mine, digest));
    const { code, out, err } = await run(['trace', OBJECT, '--assembly', 'other', '--bundle', 'bundle.tar']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('bundle-of-another-assembly');
    expect(err).toContain(`a bundle of the assembly ${mine}`);
    expect(err).toContain(`one of the assembly ${digest}`);
  });

  it('refuses a bundle with one changed byte in the words of its verifier', async () => {
    const changed = Buffer.from(bundle.archive);
    const at = changed.indexOf('"payload"');
    changed[at] = 0x20;
    write(changed);
    const { code, err } = await trace(OBJECT);
    expect(code).toBe(2);
    expect(err).toContain('the content of approvals/an.json');
  });

  it('refuses a bundle from which a signature was taken, as one whose parts contradict each other', async () => {
    const { archive } = bundleOf(assembly, {
      bend: (parts) => parts.filter(({ path }) => path !== 'approvals/binh.json'),
    });
    write(archive);
    const { code, err } = await trace(OBJECT);
    expect(code).toBe(2);
    expect(err).toContain('rule-loosened: 1 of 2');
  });

  it('refuses a bundle whose certificate lets nothing pass', async () => {
    const { archive } = bundleOf(assembly, {
      bend: (parts) =>
        parts.map((one) => {
          const text = Buffer.from(one.bytes).toString('utf8');
          return one.kind === 'certificate'
            ? { ...one, bytes: Buffer.from(text.replace('"faults":0', '"faults":1')) }
            : one;
        }),
    });
    write(archive);
    const { code, err } = await trace(OBJECT);
    expect(code).toBe(2);
    expect(err).toContain('certificate-not-clean');
  });

  it('refuses what is no plain file', async () => {
    symlinkSync('bundle.tar', join(work, 'link.tar'));
    const given = ['nowhere.tar', 'link.tar', 'sandbox'];
    const said = await Promise.all(
      given.map((name) => run(['trace', OBJECT, '--assembly', 'sandbox', '--bundle', name])),
    );
    expect(said.map(({ code, err }) => [code, /can't be opened: \w+|no plain file/.exec(err)?.[0]])).toEqual([
      [2, "can't be opened: ENOENT"],
      [2, "can't be opened: ELOOP"],
      [2, 'no plain file'],
    ]);
  });
});
