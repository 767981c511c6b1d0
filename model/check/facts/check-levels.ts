import { tryFindControl } from '../../controls/control';
import { complain, type BuildInput, type Report } from '../../build/build-input';
import type { SystemDeclaration } from '../../build/build-systems';
import { levelRules, type Level } from '../../level';
import { findProgrammeRow, programmeRows } from '../../programme';
import { findDataClass } from '../../tenancy/data-class';
import { reportDuplicates } from '../report-duplicates';

/** Why a system has at least a level. */
interface Criterion {
  readonly level: Level;
  readonly why: string;
}

/** Persons from which an online service is of level 3 (Decree 331/2026 Art. 12, 13). */
const BASIC_SUBJECTS_LEVEL_3 = 100_000;
const SENSITIVE_SUBJECTS_LEVEL_3 = 10_000;

/** Checks each system's level against its criteria (the highest wins, Art. 8.2) and what follows from it. */
export function checkLevels({ facts }: BuildInput, report: Report): void {
  for (const [, { file, value }] of facts.systems) {
    checkCriteria(file, value, report);
    checkHosting(file, value, report);
    checkLogs(file, value, report);
    checkCitations(file, value, report);
  }
  const dedicated = [...facts.systems].flatMap(([, { file, value }]) =>
    value.clusterSlot === undefined ? [] : [{ key: String(value.clusterSlot), at: [file, 'clusterSlot'] }],
  );
  reportDuplicates(report, dedicated, 'cluster slot');
}

function criteria(fact: SystemDeclaration): readonly Criterion[] {
  const classes = fact.dataClasses.map((name): Criterion => ({
    level: findDataClass(name).levelMin,
    why: `it holds ${name} data`,
  }));
  const { basic, sensitive } = fact.dataSubjects;
  const online =
    fact.type === 'citizen-service' && (basic >= BASIC_SUBJECTS_LEVEL_3 || sensitive >= SENSITIVE_SUBJECTS_LEVEL_3);
  const provincial = 'each' in fact.owner && fact.type === 'infrastructure';
  return [
    ...classes,
    ...(online ? [{ level: 3, why: 'it serves 100,000 persons or more (Art. 13)' } as const] : []),
    ...(provincial ? [{ level: 3, why: 'it is infrastructure of a ministry or province (Art. 13.3)' } as const] : []),
  ];
}

function checkCriteria(file: string, fact: SystemDeclaration, report: Report): void {
  for (const { level, why } of criteria(fact)) {
    if (fact.level >= level) continue;
    complain(report, [file, 'level'], {
      code: 'level-too-low',
      what: `the level is lower than a criterion asks for: ${why}`,
      got: String(fact.level),
      want: `at least ${level}`,
      next: `declare level ${level}, with its measures`,
    });
  }
}

function checkHosting(file: string, fact: SystemDeclaration, report: Report): void {
  const { isolation } = levelRules[fact.level];
  const secret = fact.dataClasses.filter((name) => !findDataClass(name).generalCloud);
  if (fact.hosting === 'shared' && isolation === 'physical') {
    complain(report, [file, 'hosting'], {
      code: 'level-5-on-shared-cluster',
      what: 'a level-5 system is physically apart from all others (Decree 331/2026 Art. 30.9)',
      got: 'shared',
      want: 'dedicated, with a clusterSlot of its own',
      next: "write hosting: 'dedicated' and a free clusterSlot",
    });
  }
  if (fact.hosting === 'shared' && secret.length > 0) {
    complain(report, [file, 'dataClasses'], {
      code: 'secret-on-shared-cluster',
      what: 'state secrets are not kept in the general cloud (Law 117/2025/QH15)',
      got: secret.join(', '),
      want: 'dedicated hosting',
      next: "write hosting: 'dedicated' and a free clusterSlot, or keep these data elsewhere",
    });
  }
  if (fact.hosting === 'dedicated' && 'each' in fact.owner) {
    complain(report, [file, 'hosting'], {
      code: 'dedicated-for-each',
      what: 'a dedicated cluster belongs to one system of one owner',
      got: `dedicated, for each ${fact.owner.each}`,
      want: 'one owner',
      next: 'declare the system of each owner in a file of its own',
    });
  }
  if ((fact.hosting === 'dedicated') === (fact.clusterSlot !== undefined)) return;
  complain(report, [file, 'clusterSlot'], {
    code: 'cluster-slot-mismatch',
    what: 'dedicated hosting, and only it, has a cluster slot',
    got: fact.clusterSlot === undefined ? 'none' : `${fact.clusterSlot} with shared hosting`,
    want: fact.hosting === 'dedicated' ? 'a number from 1 to 15' : 'no clusterSlot',
    next: fact.hosting === 'dedicated' ? 'add a free clusterSlot' : 'remove clusterSlot',
  });
}

function checkLogs(file: string, fact: SystemDeclaration, report: Report): void {
  const minimum = levelRules[fact.level].logRetentionDaysMin;
  if (fact.logs.retentionDays >= minimum) return;
  complain(report, [file, 'logs', 'retentionDays'], {
    code: 'log-retention-too-short',
    what: `logs of a level-${fact.level} system are kept at least ${minimum} days (TCVN 14423:2026 ${fact.level + 2}.8.2.1 a)`,
    got: String(fact.logs.retentionDays),
    want: `at least ${minimum}`,
    next: `write retentionDays: ${minimum} or more`,
  });
}

function checkCitations(file: string, fact: SystemDeclaration, report: Report): void {
  for (const [index, id] of fact.levelBasis.entries()) {
    if (tryFindControl(id) !== undefined) continue;
    complain(report, [file, 'levelBasis', index], {
      code: 'control-unknown',
      what: 'the catalogue of controls has no such id',
      got: id,
      want: 'a control of Decree 331/2026 Art. 11–15, such as d331-13.2b',
      next: 'correct the id; the report lists them all',
    });
  }
  for (const [index, id] of fact.programme.entries()) {
    if (findProgrammeRow(id) !== undefined) continue;
    complain(report, [file, 'programme', index], {
      code: 'programme-row-unknown',
      what: 'the programme has no such row',
      got: id,
      want: `one of: ${programmeRows.map((row) => row.id).join(', ')}`,
      next: 'correct the id',
    });
  }
}
