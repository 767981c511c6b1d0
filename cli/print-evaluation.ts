import pc from 'picocolors';
import { printCount } from '../model/print-count';
import type { Evaluation, EvaluationVerdict, Finding, PolicyResult } from '../policies/evaluation';
import { addressedPlace, placeText } from '../reports/text/place-text';
import { visibleText } from '../reports/text/visible-text';
import type { Io } from './io';

/** Findings of one policy that are printed; the rest is counted. */
const FINDINGS_SHOWN = 5;

/** Departures that are printed: a person has to look at each. */
const INTEGRITY_SHOWN = 200;

/** What the gate said, for a person: what stands against the assembly first, then the counts, then the verdict. */
export function printEvaluation(evaluation: Evaluation, io: Pick<Io, 'out' | 'color'>): void {
  const color = pc.createColors(io.color);
  printFaults(evaluation, io);
  for (const one of evaluation.integrity.slice(0, INTEGRITY_SHOWN)) {
    const [place, detail] = [`${placeText(one)} ${one.address}`.trimEnd(), one.detail].map(visibleText);
    io.out(`${color.red('✘')} ${one.kind}  ${place}\n    ${detail}\n`);
  }
  const unread = evaluation.integrity.length - INTEGRITY_SHOWN;
  if (unread > 0) io.out(`… and ${unread} more that can't be read or aren't as stated\n`);
  for (const { exception, fault } of evaluation.exceptions)
    io.out(`${color.red('✘')} exception ${exception}: ${fault}\n`);
  for (const result of evaluation.results) printResult(result, io);
  const { pass, fail, unknown, skip, error } = evaluation.counts;
  io.out(
    `${printCount(evaluation.evaluations, 'evaluation')} of ${printCount(evaluation.rules, 'rule')}: ${pass} pass, ${fail} fail, ${unknown} unknown, ${skip} excepted, ${error} broken\n`,
  );
  io.out(`${VERDICTS[evaluation.verdict](color)}\n`);
}

function printFaults({ faults }: Evaluation, io: Pick<Io, 'out' | 'color'>): void {
  const color = pc.createColors(io.color);
  for (const { kind, ...fault } of faults.slice(0, FINDINGS_SHOWN)) {
    const [rule, got, want] = [fault.rule, fault.got, fault.want].map(visibleText);
    io.out(`${color.red('✘')} ${kind}  ${rule === '' ? 'all rules' : rule}\n      got  ${got}\n      want ${want}\n`);
  }
  if (faults.length > FINDINGS_SHOWN) io.out(`… and ${faults.length - FINDINGS_SHOWN} more\n`);
  if (faults.length > 0) io.out(`      next ${RESTORE}\n`);
}

const RESTORE =
  'run the version that was reviewed; if a rule changed, write the bundle (npm run gen) and have it reviewed';

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

/** Names and values come from whoever wrote the objects: none of their characters may act on a terminal. */
function printFinding(finding: Finding, io: Pick<Io, 'out'>): void {
  const [subject, where, got, want] = [finding.subject, finding.where, finding.got, finding.want].map(visibleText);
  io.out(`    ${subject}${where === '' ? '' : `  ${where}`}\n      got  ${got}\n      want ${want}\n`);
  const places = [addressedPlace(finding), finding.source ?? ''].filter((place) => place !== '');
  if (places.length > 0) io.out(`      at   ${places.map(visibleText).join('  from ')}\n`);
}
