import { policyCatalog } from '../../../policies/catalog';
import type { Evaluation, Finding, NamedPolicy, PolicyResult } from '../../../policies/evaluation';
import { joinPoints, type JudgedPoint } from '../../../reports/points/join-points';
import type { AdmissionOnCluster, DepartedObject, LiveReport } from '../../../reports/points/live-report';
import { textAt, type HostileName } from './hostile-texts';

/** A rule on single objects: the only kind of which API servers are asked. */
export const ruleOfOne: NamedPolicy = namedRule('services/disallow-node-ports');

function namedRule(id: string): NamedPolicy {
  const found = policyCatalog.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}

/** What clusters say, with every text at each place where a cluster, or who runs it, can say one. */
export function hostileLive(
  evaluation: Evaluation,
  policies: readonly NamedPolicy[],
  names: readonly HostileName[],
): LiveReport {
  const at = (place: string): readonly string[] => names.map((name) => textAt(name, place));
  const seen = new Set([...at('plansubject'), ...at('livesubject')]);
  const point = (results: readonly PolicyResult[]): JudgedPoint => ({
    results,
    clusters: at('asked'),
    seen,
    unseen: new Map(),
  });
  const across = evaluation.results.find(({ policy }) => policy === 'network/require-b');
  const ofOne = evaluation.results.find(({ policy }) => policy === ruleOfOne.id);
  if (across === undefined || ofOne === undefined) throw new Error('the rules were not evaluated');
  return joinPoints(evaluation, policies, {
    day: '2026-10-01',
    clusters: at('asked'),
    unreached: names.map((name) => ({ cluster: textAt(name, 'unreached'), why: textAt(name, 'unreachedwhy') })),
    leftOut: at('leftout'),
    compared: 2 * names.length,
    departed: names.map(departed),
    plan: point([against(ofOne, 'plan', names)]),
    live: point([against(across, 'live', names)]),
    admission: new Map([[ruleOfOne.id, names.map(standing)]]),
  });
}

/** A result in which a rule found something against it at each of these places. */
function against(result: PolicyResult, point: 'plan' | 'live', names: readonly HostileName[]): PolicyResult {
  const fail = names.map((name): Finding => ({
    policy: result.policy,
    subject: textAt(name, `${point}subject`),
    where: textAt(name, `${point}where`),
    got: textAt(name, `${point}got`),
    want: textAt(name, `${point}want`),
    value: '',
  }));
  return { ...result, pass: [], unknown: [], skip: [], error: [], fail };
}

function departed(name: HostileName): DepartedObject {
  return { id: textAt(name, 'departed'), kind: 'different', fields: [textAt(name, 'departedfield')] };
}

function standing(name: HostileName): AdmissionOnCluster {
  return {
    cluster: textAt(name, 'standing'),
    standing: 'departed',
    policies: [textAt(name, 'carrier')],
    reasons: [textAt(name, 'standingreason')],
    notAsked: { vi: textAt(name, 'notaskedVi'), en: textAt(name, 'notaskedEn') },
  };
}
