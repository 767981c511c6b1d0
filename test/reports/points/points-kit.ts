import { policyCatalog } from '../../../policies/catalog';
import type { Finding, NamedPolicy, PolicyResult } from '../../../policies/evaluation';
import { joinPoints, type JudgedPoint, type PointAnswers } from '../../../reports/points/join-points';
import type { AdmissionOnCluster, LiveReport, RulePoints } from '../../../reports/points/live-report';

/** A rule on single objects that blocks, and the same where it only warns. */
export const [OF_ONE, WARNS] = ['services/disallow-node-ports', 'services/only-warns'] as const;

/** A rule that looks across objects, and one that judges files alone. */
export const [ACROSS, OF_FILES] = ['network/require-default-deny-ingress', 'baseline/require-alike-clusters'] as const;

const policyOf = (wanted: string): NamedPolicy['policy'] => {
  const found = policyCatalog.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error(`no rule ${wanted}`);
  return found.policy;
};

/** The four of them. */
export const policies: readonly NamedPolicy[] = [
  { id: OF_ONE, policy: policyOf(OF_ONE) },
  { id: WARNS, policy: { ...policyOf(OF_ONE), force: 'warn' } },
  { id: ACROSS, policy: policyOf(ACROSS) },
  { id: OF_FILES, policy: policyOf(OF_FILES) },
];

/** What a rule said, by the ids of its subjects. */
export interface Said {
  /** @default - none passed */
  readonly pass?: readonly string[];
  /** @default - none failed */
  readonly fail?: readonly string[];
  /** @default - all could be told */
  readonly unknown?: readonly string[];
  /** @default - it had subjects */
  readonly vacuous?: PolicyResult['vacuous'];
}

/** The result of a rule that said this. */
export function said(policy: string, { pass = [], fail = [], unknown = [], vacuous = 'no' }: Said = {}): PolicyResult {
  const finding = (subject: string): Finding => ({ policy, subject, where: 'spec', got: 'g', want: 'w', value: 'v' });
  return {
    policy,
    force: 'block',
    subjects: pass.length + fail.length + unknown.length,
    pass,
    fail: fail.map(finding),
    unknown: unknown.map(finding),
    skip: [],
    error: [],
    vacuous,
    blocks: fail.length > 0,
  };
}

/** What the assembly says: everything passes. */
export const asWritten: readonly PolicyResult[] = [
  said(OF_ONE, { pass: ['c1/Service/a/x', 'c2/Service/a/y'] }),
  said(WARNS, { pass: ['c1/Pod/a/x'] }),
  said(ACROSS, { pass: ['namespace/c1/a'] }),
  said(OF_FILES, { pass: ['assembly'] }),
];

/** A point that saw these objects of two clusters. */
export function point(results: readonly PolicyResult[], bend: Partial<JudgedPoint> = {}): JudgedPoint {
  const seen = new Set(['c1/Service/a/x', 'c2/Service/a/y', 'c1/Pod/a/x']);
  return { results, clusters: ['c1', 'c2'], seen, unseen: new Map(), ...bend };
}

/** How the rule on single objects stands on a cluster. */
export function standing(cluster: string, bend: Partial<AdmissionOnCluster> = {}): AdmissionOnCluster {
  const examples = { refused: 2, refusedByOther: 1, untried: 0, letIn: 0 };
  return { cluster, standing: 'enforced', policies: ['rules-services-everywhere'], reasons: [], examples, ...bend };
}

/** Clusters on which everything is as the assembly says, but for what is given. */
export function joined(bend: Partial<PointAnswers> = {}, stated = asWritten): LiveReport {
  return joinPoints({ results: stated }, policies, {
    day: '2026-10-01',
    clusters: ['c2', 'c1'],
    unreached: [],
    leftOut: [],
    compared: 3,
    departed: [],
    plan: point(asWritten.slice(0, 2)),
    live: point(asWritten.slice(0, 3)),
    admission: new Map([[OF_ONE, [standing('c2'), standing('c1')]]]),
    ...bend,
  });
}

/** What the points say of one rule. */
export function pointsOf({ rules }: LiveReport, rule: string): RulePoints {
  const found = rules.find((one) => one.rule === rule);
  if (found === undefined) throw new Error(`no points of ${rule}`);
  return found;
}
