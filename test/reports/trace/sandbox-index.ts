import { gateAssembly } from '../../../cli/gate-assembly';
import { loadRules } from '../../../cli/load-rules';
import { projectRoot } from '../../../cli/project';
import { readFactLines } from '../../../cli/trace/read-fact-lines';
import type { Manifest } from '../../../model/assembly';
import type { Evaluation } from '../../../policies/evaluation';
import { TraceIndex } from '../../../reports/trace/trace-index';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { captureIo } from '../../support/capture-io';
import { writtenAssembly } from '../../support/written/written-assembly';

/** The sandbox as it is judged, with what the laws of its chains are held against. */
export interface JudgedSandbox {
  readonly index: TraceIndex;
  readonly evaluation: Evaluation;
  readonly view: AssemblyView;
  readonly manifest: Manifest;
}

/** The whole sandbox, judged by every rule, with the lines of its facts. */
export async function judgedSandbox(): Promise<JudgedSandbox> {
  const { folder, manifest } = await writtenAssembly('sandbox');
  const { io } = captureIo({ cwd: projectRoot() });
  const { view, evaluation, certificate, rules } = gateAssembly(folder, loadRules(io), '2026-11-24');
  const facts = readFactLines(view);
  if (!facts.ok) throw new Error(facts.detail);
  const input = { view, evaluation, certificate, policies: rules.policies, factLines: facts.lines };
  return { index: new TraceIndex(input), evaluation, view, manifest };
}
