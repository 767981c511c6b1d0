import { complain, type BuildInput, type Report } from '../../build/build-input';
import type { DivisionCommune } from '../../facts/fact-kinds';
import { groupBy } from '../../group-by';

interface Counts {
  readonly xa: number;
  readonly phuong: number;
  readonly dacKhu: number;
}

/** Compares the official list with the counts that the facts state, and the included codes with the list. */
export function checkDivisions(input: BuildInput, report: Report): void {
  checkCounts(input, report);
  checkIncluded(input, report);
}

function checkCounts({ facts, divisions }: BuildInput, report: Report): void {
  const communes = groupBy(divisions.communes, (commune) => commune.provinceCode);
  const { expected, knownDifferences } = facts.divisions;
  for (const [index, row] of expected.entries()) {
    const known = knownDifferences.find((one) => one.code === row.code);
    const wanted: Counts = known === undefined ? row : { ...row, xa: known.xa, phuong: known.phuong };
    const got = countKinds(communes.get(row.code) ?? []);
    if (text(got) === text(wanted)) continue;
    complain(report, ['divisions', 'expected', index], {
      code: 'division-counts-differ',
      what: `the data set and the counts of ${row.name} (${row.code}) disagree`,
      got: text(got),
      want: text(wanted),
      next: 'check the official list; correct the counts, take another version of the data set, or state the known difference with its reason',
    });
  }
  const unlisted = divisions.provinces.filter(({ code }) => !expected.some((row) => row.code === code));
  if (expected.length > 0 && unlisted.length > 0) {
    complain(report, ['divisions', 'expected'], {
      code: 'division-without-count',
      what: 'the data set has provinces without an expected count',
      got: unlisted.map(({ code, name }) => `${code} ${name}`).join(', '),
      want: 'a row for every province of the data set',
      next: 'add the missing rows to expected',
    });
  }
}

function countKinds(communes: readonly DivisionCommune[]): Counts {
  const count = (kind: DivisionCommune['kind']): number => communes.filter((commune) => commune.kind === kind).length;
  return { xa: count('xa'), phuong: count('phuong'), dacKhu: count('dac-khu') };
}

function text({ xa, phuong, dacKhu }: Counts): string {
  return `${xa} xã, ${phuong} phường, ${dacKhu} đặc khu`;
}

function checkIncluded({ facts, divisions }: BuildInput, report: Report): void {
  const { include } = facts.divisions;
  if (include === 'all') return;
  const provinces = new Set(divisions.provinces.map(({ code }) => code));
  const provinceOf = new Map(divisions.communes.map(({ code, provinceCode }) => [code, provinceCode]));
  for (const [index, row] of include.entries()) {
    const at = ['divisions', 'include', index];
    if (!provinces.has(row.province)) {
      complain(report, [...at, 'province'], {
        code: 'province-unknown',
        what: 'no province has this official code',
        got: row.province,
        want: `a code of the data set: ${[...provinces].join(', ')}`,
        next: 'correct the code',
      });
    }
    for (const [place, code] of row.communes.entries()) {
      if (provinceOf.get(code) === row.province) continue;
      complain(report, [...at, 'communes', place], {
        code: 'commune-unknown',
        what: `the province ${row.province} has no commune with this official code`,
        got: provinceOf.has(code) ? `${code}, of province ${provinceOf.get(code)}` : code,
        want: `a five-digit code of a commune of province ${row.province}`,
        next: 'correct the code, or move it to its province',
      });
    }
  }
}
