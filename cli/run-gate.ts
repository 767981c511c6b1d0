import { printCount } from '../model/print-count';
import type { RuleSet } from '../policies/rule-set';
import { reportReachability } from '../reports/report-reachability';
import type { AssemblyView } from '../resources/view/assembly-view';
import {
  gateAssembly,
  gateView,
  writeCertificate,
  writeEvaluations,
  writeReachability,
  type GatedAssembly,
} from './gate-assembly';
import { today, type Io } from './io';
import { loadRules } from './load-rules';
import { Progress } from './progress';
import { shownPath } from './project';

/** What a gate needs not find by itself. */
export interface GateRun {
  /** @default - the rules of this program */
  readonly rules?: RuleSet;
  /** The assembly of the folder, where it was read before.
   * @default - it is read
   */
  readonly view?: AssemblyView;
}

/**
 * Judges an assembly and writes its certificate, with progress for the person. What needs the verdict further on
 * takes it from here, so that one run never judges twice.
 * @throws ProblemError when the folder holds no assembly
 */
export function runGate(folder: string, io: Io, { rules = loadRules(io), view }: GateRun = {}): GatedAssembly {
  const progress = new Progress(io);
  progress.step('judging the assembly');
  const day = today(io);
  const judged = view === undefined ? gateAssembly(folder, rules, day) : gateView(view, rules, day);
  const gated = judged.evaluation.verdict === 'passed' ? keepReachability(folder, judged) : judged;
  // Before the certificate, which states their digest.
  writeEvaluations(folder, gated.evaluation);
  const path = writeCertificate(folder, gated.certificate);
  progress.done(`${printCount(gated.evaluation.rules, 'rule')} applied; certificate in ${shownPath(path, io)}`);
  return gated;
}

/** Counts the paths of an assembly that passed while its clusters are solved: no report on it solves them again. */
function keepReachability(folder: string, gated: GatedAssembly): GatedAssembly {
  const reachability = reportReachability(gated.view);
  const reachabilityDigest = writeReachability(folder, reachability);
  return { ...gated, reachability, certificate: { ...gated.certificate, reachabilityDigest } };
}
