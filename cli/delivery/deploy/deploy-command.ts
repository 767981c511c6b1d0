import { printCount } from '../../../model/print-count';
import type { RunResult } from '../../../delivery/run/run-waves';
import { addCounts, noCounts } from '../../../delivery/run/step-outcome';
import { troublesOf } from '../../../delivery/run/status-text';
import { exitCodes, textOption, type CommandInput, type ExitCode } from '../../command';
import { writeEvidence, type WrittenEvidence } from '../../evidence/write-evidence';
import type { Io } from '../../io';
import { shownPath } from '../../project';
import { countOption, namesOption } from '../session/delivery-options';
import { DeployProgress } from './deploy-progress';
import { withSession, type DeliverySession } from '../session/open-session';
import { runDeploy } from './run-deploy';
import { isVerified, verificationText, verifyLive, type LiveVerification } from './verify-live';

/** Runs `deploy` or `resume`: the same but for where it begins. */
export function deployCommand(input: CommandInput, io: Io, resume: boolean): Promise<ExitCode> {
  return withSession(input, io, async (session) => {
    const result = await deploySession(session, io, { input, resume });
    const verification = result.result === 'converged' ? await verifyLive(session, io) : undefined;
    const evidence = writeDeployEvidence(session, verification);
    if (textOption(input, 'format') === 'json') {
      io.out(`${JSON.stringify(resultJson(session, { ended: result, verification, evidence }))}\n`);
    } else {
      const live = verification === undefined ? '' : verificationText(verification);
      io.out(
        `${resultText(session, result)}${live}evidence ${evidence.sequence} in ${shownPath(evidence.path, io)}, root ${evidence.root}\n`,
      );
    }
    return verification !== undefined && isVerified(verification) ? exitCodes.clean : exitCodes.findings;
  });
}

/**
 * Writes the evidence of the deploy that a session ended, with what was read back from the clusters.
 * @throws ProblemError when the bundle before is not whole, or a part holds a secret
 */
export function writeDeployEvidence(
  session: DeliverySession,
  verification: LiveVerification | undefined,
): WrittenEvidence {
  return writeEvidence(session, {
    live: verification === undefined ? null : verificationJson(verification),
    tools: { ...session.assembly.tools, node: process.version },
  });
}

/** Deploys with progress on the person's screen. */
export function deploySession(
  session: DeliverySession,
  io: Io,
  { input, resume }: { readonly input: CommandInput; readonly resume: boolean },
): Promise<RunResult> {
  const progress = new DeployProgress(io, session.waves);
  return runDeploy(session, io, {
    resume,
    parallel: countOption(input, 'parallel', { min: 1, max: 64 }),
    madeAnew: new Set(namesOption(input, 'made-anew')),
    failuresMax: countOption(input, 'max-failures', { min: 0, max: 100_000 }),
    tell: (entry) => progress.tell(entry),
  });
}

function resultText(
  { leftOut, pulled, withoutDefinition }: DeliverySession,
  { result, outcomes, stopped }: RunResult,
): string {
  const counts = countsOf(outcomes);
  const failed = [...outcomes].flatMap(([step, outcome]) =>
    outcome.state === 'done' ? [] : [`✘ ${step} (${outcome.state})`, ...troublesOf(outcome.troubles)],
  );
  return [
    ...failed,
    ...(leftOut.length === 0 ? [] : [`not part of this deploy: ${leftOut.join(', ')}`]),
    ...(pulled.length === 0
      ? []
      : [`pulled by the clusters themselves, so left alone: ${printCount(pulled.length, 'step')}`]),
    ...(withoutDefinition.length === 0
      ? []
      : [`without a definition that can be had, so left out: ${printCount(withoutDefinition.length, 'object')}`]),
    `${counts.created} created, ${counts.changed} changed, ${counts.unchanged} unchanged in ${printCount(outcomes.size, 'step')}`,
    ...(stopped === undefined
      ? []
      : [`stopped after the wave ${stopped.wave}: ${stopped.against.slice(0, 5).join('; ')}`]),
    result === 'converged' ? '✔ converged' : '✘ not converged; ndc status tells more, ndc resume continues',
    '',
  ].join('\n');
}

/** What a deploy came to. */
interface Deployed {
  readonly ended: RunResult;
  readonly verification: LiveVerification | undefined;
  readonly evidence: WrittenEvidence;
}

function resultJson(
  { assembly, chosen, leftOut, pulled, withoutDefinition }: DeliverySession,
  { ended, verification, evidence }: Deployed,
): object {
  return {
    result: ended.result,
    assemblyDigest: assembly.digest,
    counts: countsOf(ended.outcomes),
    clusters: chosen,
    leftOut,
    pulled,
    withoutDefinition: withoutDefinition.map(({ id }) => id),
    stopped: ended.stopped,
    steps: Object.fromEntries(ended.outcomes),
    live: verification === undefined ? null : verificationJson(verification),
    evidence,
  };
}

function verificationJson({ equal, compared, departed, unreached, evaluation }: LiveVerification): object {
  const rules = evaluation === undefined ? null : { verdict: evaluation.verdict, counts: evaluation.counts };
  return {
    equal,
    compared,
    departed: departed.map(({ resource, kind }) => ({ id: resource.id, kind })),
    unreached: unreached.map(({ cluster }) => cluster),
    rules,
  };
}

function countsOf(outcomes: RunResult['outcomes']): ReturnType<typeof addCounts> {
  return addCounts([...outcomes.values()].map((one) => (one.state === 'unreached' ? noCounts : one.counts)));
}
