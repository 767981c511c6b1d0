import pc from 'picocolors';
import { printCount } from '../model/print-count';
import type { Evaluation, EvaluationVerdict, Finding, PolicyResult } from '../policies/evaluation';
import type { Io } from './io';

/** Findings of one policy that are printed; the rest is counted. */
const FINDINGS_SHOWN = 5;

/** What the gate said, for a person: what stands against the assembly first, then the counts, then the verdict. */
export function printEvaluation(evaluation: Evaluation, io: Pick<Io, 'out' | 'color'>): void {
  const color = pc.createColors(io.color);
  for (const { kind, rule, got, want } of evaluation.faults.slice(0, FINDINGS_SHOWN)) {
    io.out(`${color.red('✘')} ${kind}  ${rule === '' ? 'all rules' : rule}\n      got  ${got}\n      want ${want}\n`);
  }
  if (evaluation.faults.length > 0)
    io.out(
      '    next run the version that was reviewed; if a rule changed, write the bundle (npm run gen) and have it reviewed\n',
    );
  for (const { kind, file, address, detail } of evaluation.integrity.slice(0, FINDINGS_SHOWN)) {
    io.out(`${color.red('✘')} ${kind}  ${file} ${address}\n    ${detail}\n`);
  }
  for (const { exception, fault } of evaluation.exceptions)
    io.out(`${color.red('✘')} exception ${exception}: ${fault}\n`);
  for (const result of evaluation.results) printResult(result, io);
  const { pass, fail, unknown, skip, error } = evaluation.counts;
  io.out(
    `${printCount(evaluation.evaluations, 'evaluation')} of ${printCount(evaluation.rules, 'rule')}: ${pass} pass, ${fail} fail, ${unknown} unknown, ${skip} excepted, ${error} broken\n`,
  );
  io.out(`${VERDICTS[evaluation.verdict](color)}\n`);
}

const VERDICTS: Readonly<Record<EvaluationVerdict, (color: ReturnType<typeof pc.createColors>) => string>> = {
  passed: ({ green }) => green('✔ passed'),
  failed: ({ red }) => red('✘ failed'),
  incomplete: ({ red }) => red('✘ incomplete: not all was judged, so nothing is proved'),
};

function printResult(result: PolicyResult, io: Pick<Io, 'out' | 'color'>): void {
  const color = pc.createColors(io.color);
  const findings = [...result.error, ...result.fail, ...result.unknown];
  if (findings.length === 0 && result.vacuous !== 'refused') return;
  const mark = result.blocks ? color.red('✘') : color.yellow('!');
  io.out(`${mark} ${result.policy} (${result.force})\n`);
  if (result.vacuous === 'refused') io.out('    applied to nothing, so it proves nothing\n');
  for (const finding of findings.slice(0, FINDINGS_SHOWN)) printFinding(finding, io);
  if (findings.length > FINDINGS_SHOWN) io.out(`    … and ${findings.length - FINDINGS_SHOWN} more\n`);
}

function printFinding({ subject, where, got, want, file, source }: Finding, io: Pick<Io, 'out'>): void {
  io.out(`    ${subject}${where === '' ? '' : `  ${where}`}\n      got  ${got}\n      want ${want}\n`);
  const places = [file, source].filter((place) => place !== undefined && place !== '');
  if (places.length > 0) io.out(`      at   ${places.join('  from ')}\n`);
}
