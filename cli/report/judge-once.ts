import { valueOf } from '../../model/problem';
import { printCount } from '../../model/print-count';
import { readAssembly } from '../../resources/read/read-assembly';
import { AssemblyView } from '../../resources/view/assembly-view';
import { certificatePath, type GatedAssembly } from '../gate-assembly';
import { today, type Io } from '../io';
import { tryReadEvaluation } from './kept-evaluation';
import { tryReadReachability } from './kept-reachability';
import { loadRules } from '../load-rules';
import { Progress } from '../progress';
import { shownPath } from '../project';
import { runGate } from '../run-gate';

/**
 * What the gate says of an assembly today: as it wrote it down, where it let exactly this assembly pass today by the
 * rules of this program; judged anew everywhere else.
 * @throws ProblemError when the folder holds no assembly
 */
export function judgeOnce(folder: string, io: Io): GatedAssembly {
  const rules = loadRules(io);
  const progress = new Progress(io);
  progress.step('reading the assembly');
  const view = new AssemblyView(valueOf(readAssembly(folder)));
  const { digest: assemblyDigest, integrity } = view.assembly;
  // A manifest may be the one that passed while a file beside it no longer is.
  const isSound = integrity.length === 0 && rules.faults.length === 0;
  const asked = { assemblyDigest, bundleDigest: rules.digest, today: today(io) };
  const kept = isSound ? tryReadEvaluation(folder, asked) : undefined;
  if (kept === undefined) return runGate(folder, io, { rules, view });
  const judged = `${printCount(kept.evaluation.rules, 'rule')} applied today`;
  progress.done(`${judged}, as the gate wrote down beside ${shownPath(certificatePath(folder), io)}`);
  return { rules, view, ...kept, reachability: tryReadReachability(folder, kept.certificate) };
}
