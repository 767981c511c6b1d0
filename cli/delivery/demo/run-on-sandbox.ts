import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { printCount } from '../../../model/print-count';
import { planText } from '../../../delivery/plan/plan-text';
import { admissionProbes } from '../../../delivery/admission/admission-probes';
import { tryProbes, type ProbeResult } from '../../../delivery/admission/try-probes';
import { tryReadSandbox } from '../../../sandbox/control-plane/sandbox-record';
import { stopSandbox } from '../../../sandbox/control-plane/stop-sandbox';
import { liveText } from '../../../reports/points/live-text';
import type { LiveReport } from '../../../reports/points/live-report';
import { exitCodes, type CommandInput } from '../../command';
import type { GatedAssembly } from '../../gate-assembly';
import type { Io } from '../../io';
import { printProblems } from '../../print-problems';
import { Progress } from '../../progress';
import { sandboxFolder } from '../../sandbox/sandbox-place';
import { findAssembly, startAssembly } from '../../sandbox/start-assembly';
import { deploySession, writeDeployEvidence } from '../deploy/deploy-command';
import { isVerified, verificationText, verifyLive, type LiveVerification } from '../deploy/verify-live';
import { makePlan } from '../make-plan';
import { askPoints } from '../points/ask-points';
import { liveExitCode } from '../points/live-exit-code';
import { withEmergencyAccount } from '../points/emergency-account';
import { withSession, type DeliverySession } from '../session/open-session';

/** Name of the sandbox that the demonstration runs on. */
const NAME = 'demo';

/** What came of deploying to a sandbox. */
export interface SandboxRun {
  /** Whether all that was shown holds. */
  readonly isProven: boolean;
  readonly kubeconfig: string;
  /** The bundle of evidence, beside the assembly, since the state of the sandbox goes with it. */
  readonly evidence: string;
  /** What the clusters say of every rule.
   * @default - the deploy did not converge
   */
  readonly live?: LiveReport | undefined;
}

/** What is brought to a sandbox. */
export interface SandboxQuestion {
  /** Folder of the assembly. */
  readonly folder: string;
  /** What the gate says of it. */
  readonly gated: GatedAssembly;
  /** Whether the control planes stay up. */
  readonly keep: boolean;
}

/**
 * Brings an assembly to real control planes of this machine, reads everything back, and lets them refuse what they must.
 * Undefined when the control planes can't be had: that is said, with the ways to get them.
 */
export async function runOnSandbox({ folder, gated, keep }: SandboxQuestion, io: Io): Promise<SandboxRun | undefined> {
  const place = sandboxFolder(NAME, undefined, io);
  const state = join(place, 'delivery');
  // It speaks of clusters that are gone, and would refuse those that are started now.
  if (tryReadSandbox(place) === undefined) rmSync(state, { recursive: true, force: true });
  const progress = new Progress(io);
  progress.step('starting control planes');
  const started = await startAssembly(findAssembly(folder), {
    name: NAME,
    folder: place,
    io,
    progress: (text) => progress.show(text),
  });
  if (!started.ok) {
    printProblems(
      { problems: started.problems, notes: [] },
      io,
      'nothing was deployed; facts, gate and report are done',
    );
    return undefined;
  }
  progress.done(`${printCount(started.value.status.clusters.length, 'control plane runs', 'control planes run')}`);
  const options = { sandboxName: NAME, state, parallel: '4', maxFailures: '0' };
  const input: CommandInput = { arguments: [folder], options };
  try {
    return await withSession(input, io, async (session) => {
      const proved = await prove(session, { input, gated }, io);
      return { ...proved, kubeconfig: started.value.status.kubeconfig, evidence: evidencePath(folder) };
    });
  } finally {
    if (!keep) await stopSandbox(place, { keepData: false });
  }
}

/** Where the evidence of the demonstration stands: beside the folder of the assembly. */
function evidencePath(folder: string): string {
  return `${folder}.evidence.tar`;
}

/** Keeps the evidence of the deploy where it stays when the sandbox is gone. */
function keepEvidence(session: DeliverySession, verification: LiveVerification | undefined): void {
  copyFileSync(writeDeployEvidence(session, verification).path, evidencePath(session.folder));
}

interface Proving {
  readonly input: CommandInput;
  readonly gated: GatedAssembly;
}

async function prove(
  session: DeliverySession,
  { input, gated }: Proving,
  io: Io,
): Promise<Pick<SandboxRun, 'isProven' | 'live'>> {
  const progress = new Progress(io);
  progress.step('planning');
  const plan = await makePlan(session, io, (text) => progress.show(text));
  progress.done('planned');
  io.out(`\n${planText(plan).split('\n\n')[0] ?? ''}\n\n`);
  const deployed = await deploySession(session, io, { input, resume: false });
  if (deployed.result !== 'converged') {
    keepEvidence(session, undefined);
    io.out(`✘ the deploy stopped: ${deployed.stopped?.against.slice(0, 3).join('; ') ?? ''}\n`);
    return { isProven: false };
  }
  progress.step('reading everything back');
  const verification = await verifyLive(session, io);
  progress.done('read back');
  keepEvidence(session, verification);
  io.out(verificationText(verification));
  const probes = await tryAll(session, io);
  for (const [cluster, results] of probes)
    for (const { probe, isAsWanted, answer } of results)
      io.out(`${isAsWanted ? '✔' : '✘'} ${cluster}: ${probe.title.en}: ${answer}\n`);
  progress.step('asking every point about every rule');
  const live = await askPoints(session, io, { gated, verification, tell: (text) => progress.show(text) });
  progress.done('every point asked');
  io.out(`\n${liveText(live)}`);
  const isRefused = probes.every(([, results]) => results.every(({ isAsWanted }) => isAsWanted));
  return { isProven: isVerified(verification) && isRefused && liveExitCode(live) === exitCodes.clean, live };
}

/** Probes come as somebody who may make pods and namespaces: a deployer may not, and would be turned away for that. */
async function tryAll(
  session: DeliverySession,
  io: Io,
): Promise<readonly (readonly [string, readonly ProbeResult[]])[]> {
  return Promise.all(
    session.chosen.map(async (cluster) => {
      const probes = admissionProbes(session.assembly.model, cluster) ?? [];
      const tried = await withEmergencyAccount({ session, cluster, io }, (client) => tryProbes(client, probes));
      if (tried === undefined) throw new Error(`the sandbox has no emergency account for ${cluster}`);
      return [cluster, tried] as const;
    }),
  );
}
