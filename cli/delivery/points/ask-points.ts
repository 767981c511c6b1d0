import type { LiveObject } from '../../../delivery/kubernetes/live/live-object';
import { groupBy } from '../../../model/group-by';
import { isRule, type Rule } from '../../../policies/engine/language/define-rule';
import { silencesOf } from '../../../policies/engine/points/points';
import { onObjects } from '../../../policies/object-rules';
import { joinPoints, type JudgedPoint } from '../../../reports/points/join-points';
import type {
  AdmissionOnCluster,
  DepartedObject,
  LiveReport,
  UnreachedCluster,
} from '../../../reports/points/live-report';
import { pointReasons } from '../../../reports/points/point-words';
import { objectAt } from '../../../resources/json-path';
import { ResourceIndex } from '../../../resources/view/resource-index';
import type { GatedAssembly } from '../../gate-assembly';
import { today, type Io } from '../../io';
import { askEngines, eachClusterOnce, type AskedEngines } from '../ask-engines';
import { verifyLive, type LiveVerification } from '../deploy/verify-live';
import { judgePlanned } from '../plan-judge';
import type { DeliverySession } from '../session/open-session';
import { readSessionLedger } from '../session/session-ledger';
import { standingOf } from './admission-standing';
import { askExamples, type AskedExamples } from './ask-examples';
import { withEmergencyAccount } from './emergency-account';
import { liveSeen, planSeen } from './seen-objects';

/** What asking the clusters of a session needs. */
export interface PointQuestion {
  /** What the gate says of the session's assembly. */
  readonly gated: GatedAssembly;
  /** What was read back already.
   * @default - the clusters are read now
   */
  readonly verification?: LiveVerification | undefined;
  /** Told what is being done, often. */
  readonly tell: (text: string) => void;
}

/**
 * Asks the clusters of a session about every rule, at each of its points: what Terraform and the API servers would make
 * of the assembly, whether the policies that carry a rule stand and refuse, and what the live objects say.
 * @throws ProblemError when an engine can't plan for a reason other than an unreached cluster, or another cluster stands
 * where the journal says that one was deployed to
 */
export async function askPoints(session: DeliverySession, io: Io, question: PointQuestion): Promise<LiveReport> {
  const { gated, tell } = question;
  tell('planning');
  const engines = await askEngines(session, io, { known: readSessionLedger(session).known, tell });
  tell('reading everything back');
  const verification = question.verification ?? (await verifyLive(session, io));
  tell('asking the API servers');
  const unreached = eachClusterOnce([...verification.unreached, ...engines.unreached]);
  const judging = { rules: onObjects(gated.rules), today: today(io), exceptions: session.assembly.model.exceptions };
  const admission = await askAdmission(session, io, { gated, engines, verification, unreached });
  return joinPoints(gated.evaluation, gated.rules.policies, {
    day: today(io),
    clusters: session.chosen,
    unreached,
    leftOut: session.leftOut,
    compared: verification.compared,
    departed: verification.departed.map(departedOf),
    plan: judgePlan(session, engines, judging),
    live: judgeLivePoint(session, verification, judging),
    admission,
  });
}

type Judging = Parameters<typeof judgePlanned>[2];

function judgePlan(session: DeliverySession, engines: AskedEngines, judging: Judging): JudgedPoint {
  const { resources, ...objects } = planSeen(session, engines);
  return {
    ...objects,
    results: judgePlanned(resources, new ResourceIndex(session.assembly.resources), judging).results,
  };
}

/** Where a cluster gave no answer, only the rules on single objects say something, of those of the others. */
function judgeLivePoint(session: DeliverySession, verification: LiveVerification, judging: Judging): JudgedPoint {
  const { resources, ...objects } = liveSeen(session, verification);
  const standing = new ResourceIndex(session.assembly.resources);
  const evaluation = verification.evaluation ?? judgePlanned(resources, standing, judging);
  return { ...objects, results: evaluation.results };
}

interface AdmissionQuestion {
  readonly gated: GatedAssembly;
  readonly engines: AskedEngines;
  readonly verification: LiveVerification;
  readonly unreached: readonly UnreachedCluster[];
}

/** What each reached cluster says of each rule that acts at admission, by rule. */
async function askAdmission(
  session: DeliverySession,
  io: Io,
  { gated, engines, verification, unreached }: AdmissionQuestion,
): Promise<ReadonlyMap<string, readonly AdmissionOnCluster[]>> {
  const rules = gated.rules.policies.flatMap(
    ({ id, policy }): readonly { readonly id: string; readonly rule: Rule }[] =>
      isRule(policy) && silencesOf(policy).admission === undefined ? [{ id, rule: policy }] : [],
  );
  const away = new Map(unreached.map(({ cluster, why }) => [cluster, why]));
  const planned = new Map(engines.objects.map((one) => [one.planned.resource.id, one.planned]));
  const live = new Map(verification.objects.map((one) => [one.resource.id, one]));
  const found = await Promise.all(
    session.chosen.map(async (cluster): Promise<readonly (readonly [string, AdmissionOnCluster])[]> => {
      const why = away.get(cluster);
      if (why !== undefined) return rules.map(({ id }) => [id, unanswered(cluster, why)]);
      const asked = await withEmergencyAccount({ session, cluster, io }, (client) =>
        askExamples(client, rules, namespacesOf(session, cluster)),
      );
      return rules.map(({ id }) => [id, { ...standingOf(id, { cluster, live, planned }), ...answersOf(asked, id) }]);
    }),
  );
  return new Map([...groupBy(found.flat(), ([rule]) => rule)].map(([rule, all]) => [rule, all.map(([, one]) => one)]));
}

function answersOf(asked: ReadonlyMap<string, AskedExamples> | undefined, rule: string): AskedExamples {
  return asked?.get(rule) ?? { notAsked: pointReasons.noAccount };
}

function unanswered(cluster: string, why: string): AdmissionOnCluster {
  return { cluster, standing: 'unknown', policies: [], reasons: [why], notAsked: pointReasons.noCluster };
}

function namespacesOf({ assembly }: DeliverySession, cluster: string) {
  return assembly.resources
    .filter((one) => one.kind === 'Namespace' && one.cluster === cluster)
    .map(({ name, body }) => ({ name, labels: objectAt(body, 'metadata', 'labels') ?? {} }));
}

function departedOf(one: LiveObject): DepartedObject {
  const fields = one.kind === 'different' ? one.differences.map(({ path }) => path) : [];
  return { id: one.resource.id, kind: one.kind === 'equal' ? 'different' : one.kind, fields };
}
