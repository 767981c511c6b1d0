import { complain, listNames, type BuildInput, type Report } from '../../build/build-input';
import type { SystemDeclaration } from '../../build/build-systems';
import { mayExist } from '../../facts/unsound-facts';
import { levelRules } from '../../level';

type Backup = Exclude<SystemDeclaration['backup'], { managedElsewhere: unknown }>;

/** Checks that copies obey the level (TCVN 14423:2026 x.11.2) and the system's own recovery objectives. */
export function checkBackups(input: BuildInput, report: Report): void {
  for (const [, { file, value }] of input.facts.systems) {
    if ('managedElsewhere' in value.backup) continue;
    checkCopies(file, value, { backup: value.backup, report });
    checkSites(file, value.backup, { input, report });
    checkTimes(file, value, { backup: value.backup, report });
  }
}

function checkCopies(
  file: string,
  { level }: SystemDeclaration,
  { backup, report }: { backup: Backup; report: Report },
): void {
  const rule = levelRules[level];
  const { copies } = backup;
  const at = [file, 'backup', 'copies'];
  const clause = `TCVN 14423:2026 ${level + 2}.11.2`;
  const total = copies.length + 1;
  const media = new Set(['primary', ...copies.map((copy) => copy.medium)]).size;
  const offsite = copies.filter((copy) => copy.site !== 'home').length;
  const lacking = (code: string, what: string, [got, least]: readonly [number, number]): void => {
    if (got >= least) return;
    complain(report, at, {
      code,
      what: `${what} (${clause})`,
      got: String(got),
      want: `at least ${least}`,
      next: 'add a copy',
    });
  };
  lacking('copies-too-few', `a level-${level} system keeps more copies, the primary counted`, [total, rule.copiesMin]);
  lacking('media-too-few', `the copies of a level-${level} system stand on different media`, [media, rule.mediaMin]);
  lacking('no-offsite-copy', `a level-${level} system keeps copies at another site`, [offsite, rule.offsiteCopiesMin]);
  for (const [index, copy] of copies.entries()) {
    if (rule.encryptedCopies && !copy.encrypted) {
      complain(report, [...at, index, 'encrypted'], {
        code: 'copy-not-encrypted',
        what: `copies of a level-${level} system are encrypted (${clause}.3 b)`,
        got: 'false',
        want: 'true',
        next: 'write encrypted: true',
      });
    }
    if (!rule.objectLock || copy.lockDays > 0 || copy.medium === 'block-snapshot') continue;
    complain(report, [...at, index, 'lockDays'], {
      code: 'copy-not-locked',
      what: `copies of a level-${level} system can't be changed or deleted for a time`,
      got: '0',
      want: 'at least 1 day',
      next: 'set lockDays to the days in which an attack would be noticed, 30 for example',
    });
  }
}

function checkSites(file: string, backup: Backup, { input, report }: { input: BuildInput; report: Report }): void {
  for (const [index, { site }] of backup.copies.entries()) {
    if (typeof site === 'string' || mayExist(input, 'sites', site.id)) continue;
    complain(report, [file, 'backup', 'copies', index, 'site', 'id'], {
      code: 'copy-site-unknown',
      what: 'nobody declares the site of this copy; copies stand in the country only (Decree 163/2024 Art. 30.1)',
      got: site.id,
      want: `home, standby, third, or one of: ${listNames(input.facts.sites.keys())}`,
      next: 'name a declared site',
    });
  }
}

function checkTimes(
  file: string,
  { level, recovery }: SystemDeclaration,
  { backup, report }: { backup: Backup; report: Report },
): void {
  const rule = levelRules[level];
  if (backup.everyMinutes > recovery.rpoMinutes) {
    complain(report, [file, 'backup', 'everyMinutes'], {
      code: 'backup-rarer-than-rpo',
      what: 'more data than the recovery point objective allows would be lost',
      got: `every ${backup.everyMinutes} minutes`,
      want: `at most ${recovery.rpoMinutes} minutes, the declared rpoMinutes`,
      next: 'back up more often, or decide another objective',
    });
  }
  if (backup.restoreTestDays > rule.restoreTestDaysMax) {
    complain(report, [file, 'backup', 'restoreTestDays'], {
      code: 'restore-test-too-rare',
      what: `restoring a level-${level} system is tested more often (TCVN 14423:2026 ${level + 2}.11.2)`,
      got: `every ${backup.restoreTestDays} days`,
      want: `at most ${rule.restoreTestDaysMax} days`,
      next: `write restoreTestDays: ${rule.restoreTestDaysMax} or less`,
    });
  }
  for (const [index, copy] of backup.copies.entries()) {
    if (copy.lockDays <= backup.retentionDays) continue;
    complain(report, [file, 'backup', 'copies', index, 'lockDays'], {
      code: 'lock-beyond-retention',
      what: 'a copy is locked for longer than it is kept',
      got: `${copy.lockDays} days`,
      want: `at most retentionDays: ${backup.retentionDays}`,
      next: 'raise retentionDays, or lower lockDays',
    });
  }
}
