import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCheck } from '../../../scripts/check-bundle';
import { verifyBundle } from '../../../evidence/bundle/verify-bundle';
import { archiveOf, parts } from '../bundle/sample-bundle';
import { approve } from '../signatures/kit/scene';

describe('scripts/check-bundle.ts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-bundle-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const first = archiveOf({});
  const verdict = verifyBundle(first);
  const root = verdict.isAccepted ? verdict.bundle.manifest.root : '';
  const second = archiveOf({ previous: { root, sequence: 1 }, parts: parts.slice(0, 2) });

  function ran(...files: readonly (readonly [string, Uint8Array])[]): { readonly code: number; readonly line: string } {
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const { code, line } = runCheck(files.map(([name]) => join(folder, name)));
    return { code, line: line.replaceAll(`${folder}/`, '') };
  }

  it('accepts a bundle, alone and after the one before', () => {
    expect(ran(['1.tar', first])).toEqual({
      code: 0,
      line: `accepted: 1.tar: bundle 1 of sandbox, the first, 5 parts, root ${root}`,
    });
    expect(ran(['2.tar', second], ['1.tar', first])).toMatchObject({ code: 0 });
  });

  it('refuses with the file and the byte, also of the bundle before', () => {
    const cut = first.subarray(0, 1000);
    expect([
      ran(['1.tar', cut]),
      ran(['2.tar', second], ['1.tar', cut]),
      ran(['1.tar', first], ['2.tar', second]),
    ]).toEqual([
      { code: 1, line: 'refused: 1.tar: byte 1000 is wrong: in the manifest' },
      { code: 1, line: 'refused: 1.tar: byte 1000 is wrong: in the manifest' },
      { code: 1, line: 'refused: 1.tar: byte 589 is wrong: in the head, which follows another bundle' },
    ]);
  });

  it('refuses an approval that no signer of the bundle signed, by its file and bytes', () => {
    const approval = {
      path: 'approvals/an.json',
      kind: 'approval',
      mediaType: 'application/json',
      bytes: approve('an'),
    } as const;
    const archive = archiveOf({ parts: [approval] });
    const start = archive.indexOf('"sig":"') + '"sig":"'.length;
    const { code, line } = ran(['3.tar', archive]);
    expect(code).toBe(1);
    const told = new RegExp(
      `^refused: 3\\.tar: one of the bytes ${start} to \\d+ is wrong: a signature in approvals/an\\.json$`,
    );
    expect(line).toMatch(told);
  });

  it('refuses to guess which files are meant', () => {
    expect([runCheck([]).code, runCheck(['a', 'b', 'c']).code, runCheck([join(folder, 'gone.tar')]).code]).toEqual([
      2, 2, 2,
    ]);
  });
});
