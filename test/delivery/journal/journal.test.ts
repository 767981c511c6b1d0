import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal, readJournal } from '../../../delivery/journal/journal';
import type { JournalEntry } from '../../../delivery/journal/journal-entry';
import { takeLock, type LockHolder } from '../../../delivery/journal/deploy-lock';

const at = '2026-11-26T00:00:00Z';
const begin: JournalEntry = { kind: 'begin', run: 1, at, step: 'a' };
const cluster: JournalEntry = { kind: 'cluster', run: 1, at, cluster: 'dc-north-shared-0', uid: 'a' };
const finish: JournalEntry = { kind: 'finish', run: 1, at, result: 'converged' };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function openOk(file: string): Extract<ReturnType<typeof openJournal>, { ok: true }>['value'] {
  const opened = openJournal(file);
  if (!opened.ok) throw new Error(opened.problems.map((one) => one.what).join('; '));
  return opened.value;
}

describe('openJournal()', () => {
  it('reads back what was appended', () => {
    const file = join(folder, 'deep', 'journal.ndjson');
    const journal = openOk(file);
    for (const entry of [cluster, begin, finish]) journal.append(entry);
    journal.close();
    expect(openOk(file).entries).toEqual([cluster, begin, finish]);
  });

  it('drops a last line that a crash tore at any byte, and appends after the whole ones', () => {
    const file = join(folder, 'journal.ndjson');
    const whole = `${JSON.stringify(begin)}\n`;
    for (let bytes = 1; bytes < whole.length; bytes += 1) {
      writeFileSync(file, whole + whole.slice(0, bytes));
      const journal = openOk(file);
      expect(journal.entries).toEqual([begin]);
      expect(journal.tornBytes).toBe(bytes);
      journal.append(finish);
      journal.close();
      expect(readJournal(file)).toEqual({ ok: true, value: { entries: [begin, finish], tornBytes: 0 } });
    }
  });

  it('refuses a broken line in the middle, with its place, and leaves the file as it is', () => {
    const file = join(folder, 'journal.ndjson');
    writeFileSync(file, `${JSON.stringify(begin)}\n{"kind":"end"}\n${JSON.stringify(finish)}\n`);
    const before = readFileSync(file, 'utf8');
    const opened = openJournal(file);
    expect(opened.ok ? [] : opened.problems.map(({ code, at: [where], got }) => [code, where, got])).toEqual([
      ['journal-unreadable', `${file}:2`, '{"kind":"end"}'],
    ]);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it.each([
    ['no object', '[]'],
    ['an unknown kind', '{"kind":"undo","run":1,"at":"x"}'],
    ['a run without steps', '{"kind":"run","run":1,"at":"x","environment":"e","assemblyDigest":"d"}'],
    [
      'an end with an outcome that nobody knows',
      '{"kind":"end","run":1,"at":"x","step":"a","outcome":{"state":"well"}}',
    ],
    ['a finish without result', '{"kind":"finish","run":1,"at":"x"}'],
  ])('refuses %s', (_, line) => {
    const file = join(folder, 'journal.ndjson');
    appendFileSync(file, `${line}\n`);
    expect(readJournal(file).ok).toBe(false);
  });
});

describe('takeLock()', () => {
  const me: LockHolder = { pid: 10, started: '500', host: 'here', since: at };
  const other: LockHolder = { pid: 11, started: '400', host: 'here', since: at };

  it('lets one deploy in, and the next when it has left', () => {
    const file = join(folder, 'lock');
    const first = takeLock({ file, holder: other, isRunning: () => true });
    expect(first.ok).toBe(true);
    const second = takeLock({ file, holder: me, isRunning: () => true });
    expect(second.ok ? '' : second.problems[0]?.got).toBe(`process 11 on here since ${at}`);
    if (first.ok) first.value.release();
    expect(takeLock({ file, holder: me, isRunning: () => true }).ok).toBe(true);
  });

  it('takes over from a process that is gone, and says from whom', () => {
    const file = join(folder, 'lock');
    takeLock({ file, holder: other, isRunning: () => true });
    const taken = takeLock({ file, holder: me, isRunning: ({ pid }) => pid === me.pid });
    expect(taken.ok && taken.value.tookOverFrom).toEqual(other);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(me);
  });

  it('never takes over from another machine', () => {
    const file = join(folder, 'lock');
    takeLock({ file, holder: { ...other, host: 'there' }, isRunning: () => true });
    expect(takeLock({ file, holder: me, isRunning: () => false }).ok).toBe(false);
  });

  it('takes over a lock file that no deploy wrote', () => {
    const file = join(folder, 'lock');
    writeFileSync(file, 'torn');
    expect(takeLock({ file, holder: me, isRunning: () => false }).ok).toBe(true);
  });
});
