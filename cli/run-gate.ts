import { printCount } from '../model/print-count';
import type { RuleSet } from '../policies/rule-set';
import { gateAssembly, writeCertificate, writeEvaluations, type GatedAssembly } from './gate-assembly';
import { today, type Io } from './io';
import { loadRules } from './load-rules';
import { Progress } from './progress';
import { shownPath } from './project';

/**
 * Judges an assembly and writes its certificate, with progress for the person. What needs the verdict further on
 * takes it from here, so that one run never judges twice.
 * @throws ProblemError when the folder holds no assembly
 */
export function runGate(folder: string, io: Io, rules: RuleSet = loadRules(io)): GatedAssembly {
  const progress = new Progress(io);
  progress.step('judging the assembly');
  const gated = gateAssembly(folder, rules, today(io));
  // Before the certificate, which states their digest.
  writeEvaluations(folder, gated.evaluation);
  const path = writeCertificate(folder, gated.certificate);
  progress.done(`${printCount(gated.evaluation.rules, 'rule')} applied; certificate in ${shownPath(path, io)}`);
  return gated;
}
