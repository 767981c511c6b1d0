import type { JournalEntry } from '../../../delivery/journal/journal-entry';
import { openJournal } from '../../../delivery/journal/journal';
import { lastRunOf, progressOf, type LastRun } from '../../../delivery/journal/run-history';
import { recordDelivery } from '../../../delivery/ledger/delivery-record';
import { knownClusters } from '../../../delivery/ledger/known-clusters';
import { forgetClusters } from '../../../delivery/terraform/state/known-cluster';
import { runWaves, type RunResult } from '../../../delivery/run/run-waves';
import { problem, ProblemError, valueOf } from '../../../model/problem';
import type { Io } from '../../io';
import { approveDeploy, keepDeployed } from '../../review/approve-deploy';
import { forgetEarlierBases } from '../../review/deployed-base';
import { requireCertificate } from '../../require-certificate';
import { holdLock } from '../session/hold-lock';
import { requireKnownClusters } from '../session/require-known-clusters';
import { judgeWaveHealth } from './judge-health';
import type { DeliverySession } from '../session/open-session';
import { openStepRunner } from './step-runner';
import { untilInterrupted } from './until-interrupted';

/** How a deploy is run. */
export interface DeployOptions {
  /** Whether it continues the last run instead of beginning a new one. */
  readonly resume: boolean;
  /** Steps at once. */
  readonly parallel: number;
  readonly failuresMax: number;
  /** Clusters that were made anew on purpose: what the old ones held counts as gone. */
  readonly madeAnew: ReadonlySet<string>;
  readonly tell: (entry: JournalEntry) => void;
}

/**
 * Deploys the assembly of a session: only with a certificate for exactly it, under the lock of its state folder,
 * journalled step by step.
 * @throws ProblemError when it may not begin
 */
export function runDeploy(session: DeliverySession, io: Io, options: DeployOptions): Promise<RunResult> {
  const { assembly, folder, state } = session;
  requireCertificate(folder, assembly.digest, io);
  return holdLock(state, io, async () => {
    const journal = valueOf(openJournal(state.journal));
    try {
      const approved = approveDeploy(session, io);
      const last = lastRunOf(journal.entries);
      if (options.resume) refuseOtherAssembly(last, assembly.digest);
      const { fresh, silent } = await requireKnownClusters(session, knownClusters(journal.entries), options.madeAnew);
      // Before the journal knows them, so that whoever is interrupted here says it again.
      forgetClusters(state.terraform, options.madeAnew);
      keepDeployed(session, approved);
      state.writeRecord(recordDelivery(assembly.digest, session.waves, assembly.model));
      const result = await untilInterrupted(io, async (stop) => {
        const runStep = await openStepRunner(session, io, { stop: stop.signal, silent });
        return runWaves({
          run: options.resume ? (last?.run.run ?? 1) : (last?.run.run ?? 0) + 1,
          newClusters: fresh,
          environment: assembly.environment,
          assemblyDigest: assembly.digest,
          review: approved?.review.digest,
          waves: session.waves,
          continues: options.resume && last !== undefined ? progressOf(last) : undefined,
          parallel: options.parallel,
          failuresMax: options.failuresMax,
          journal,
          now: () => io.now().toISOString(),
          runStep,
          judgeHealth: (wave) => judgeWaveHealth(session, wave, stop.signal),
          stopAsked: () => stop.asked(),
          tell: options.tell,
        });
      });
      // Only now does the journal name the newer one for certain.
      forgetEarlierBases(state);
      return result;
    } finally {
      journal.close();
    }
  });
}

/** A run is continued with the assembly that it began with; anything else is a new deploy. */
function refuseOtherAssembly(last: LastRun | undefined, digest: string): void {
  if (last === undefined || last.result === 'converged') {
    throw new ProblemError([
      problem({
        code: 'nothing-to-resume',
        at: [],
        what: 'there is no run that could be continued',
        got: last === undefined ? 'no run' : 'a run that converged',
        want: 'a run that was interrupted or stopped',
        next: 'run ndc deploy',
      }),
    ]);
  }
  if (last.run.assemblyDigest === digest) return;
  throw new ProblemError([
    problem({
      code: 'resume-of-another-assembly',
      at: [],
      what: 'the run that was interrupted deployed another assembly',
      got: digest,
      want: last.run.assemblyDigest,
      next: 'name the folder of that assembly, or run ndc deploy for this one',
    }),
  ]);
}
