import type { SignatureNeed } from '../model/approvals/approvals';
import { authorNames } from '../model/approvals/author-names';
import { riskClasses, riskClassNames, signaturesMin, type RiskClass } from '../model/approvals/risk-class';
import { canonicalJson } from '../model/canonical-json';
import type { NamedPolicy } from '../policies/evaluation';
import { digestOf } from '../resources/digest';
import { quotaChanges } from './assurance/quota-changes';
import { recoveryChanges } from './assurance/recovery-changes';
import { waiverChanges } from './assurance/waiver-changes';
import { factChanges } from './facts/fact-changes';
import { findingChanges } from './findings/finding-changes';
import { objectChanges, sameFiles } from './objects/object-changes';
import { assemblyPaths } from './paths/assembly-paths';
import { compareClusters, type PathState } from './paths/path-changes';
import { blastRadius } from './reach/blast-radius';
import type { NeededSignatures, Review, ReviewContent, ReviewedSide } from './review';
import type { ReviewedState } from './reviewed-state';
import { rightChanges, type RightChanges } from './rights/right-changes';
import { ruleNotes } from './rules/rule-notes';
import { findTemplateTenants, noTenants } from './template/template-tenants';
import { findRisks, isUnsigned } from './risks/find-risks';
import type { Changes, Risk } from './risks/risk';

/** What is compared, by whom it was written, and what may excuse a path. */
export interface ReviewInput {
  /** @default - nothing was deployed */
  readonly before?: ReviewedState | undefined;
  readonly after: ReviewedState;
  /** Mail addresses of those who wrote the change. */
  readonly authors: readonly string[];
  /** Files of the program that differ between the two states, where that is known.
   * @default - none
   */
  readonly program?: readonly string[];
  readonly policies: readonly NamedPolicy[];
  /** `YYYY-MM-DD`; exceptions that don't count on this day excuse nothing. */
  readonly today: string;
}

/** Joins everything that a change means in one review with one digest. */
export function buildReview(input: ReviewInput): Review {
  const { before, after, authors } = input;
  const changes = findChanges(input);
  const { facts, findings, paths, rules, rights, quotas, recovery, waivers, objects } = changes;
  const risks = findRisks(changes);
  const models = [after, before].flatMap((one) => one?.view.model ?? []);
  const content: ReviewContent = {
    formatVersion: 1,
    environment: after.view.model.environment,
    authors: authorNames((before ?? after).view.model.approvals, authors),
    assembly: before === undefined ? after.view.assembly.digest : undefined,
    risks,
    needs: neededSignatures(risks, before, after),
    reach: blastRadius(objects, models),
    facts,
    findings,
    paths,
    rules: rules.notes,
    rights: rights.rights,
    escalations: rights.escalations,
    quotas,
    recovery,
    waivers,
    objects: before === undefined ? [] : objects,
  };
  return {
    digest: reviewDigest(content),
    content,
    base: before === undefined ? undefined : sideOf(before),
    head: sideOf(after),
  };
}

const noRights: RightChanges = { rights: [], escalations: [] };

/** The digest that people sign: of the canonical JSON of a review's content. */
export function reviewDigest(content: ReviewContent): string {
  return digestOf(canonicalJson(content));
}

function findChanges({ before, after, policies, today, program = [] }: ReviewInput): Changes {
  const [old, now] = [before?.view.assembly, after.view.assembly];
  const objects = objectChanges(old, now);
  const touched = new Set(objects.flatMap(({ cluster }) => cluster ?? []));
  const same = old === undefined ? new Set<string>() : sameFiles(old, now);
  for (const { path, cluster } of [...now.files, ...(old?.files ?? [])])
    if (!same.has(path) && cluster !== undefined) touched.add(cluster);
  const unchanged = new Set(now.model.clusters.map(({ id }) => id).filter((id) => !touched.has(id)));
  const stateOf = (one: ReviewedState): PathState => assemblyPaths(one.view, { policies, today, unchanged });
  const template =
    before === undefined ? noTenants : findTemplateTenants({ before: before.view, after: after.view, objects });
  const compared = before === undefined ? [] : compareClusters(stateOf(before), stateOf(after));
  return {
    before,
    after,
    program,
    facts: before === undefined ? [] : factChanges(before.view.assembly.facts, now.facts),
    findings: before === undefined ? [] : findingChanges(before.findings, after.findings),
    paths: compared.flatMap((one) => one.changes()),
    template,
    weakened: compared.flatMap((one) => [...one.weakened()]),
    rules: ruleNotes(before, after),
    rights: before === undefined ? noRights : rightChanges(before.view, after.view, { unchanged, template, objects }),
    quotas: quotaChanges(objects, before?.view, after.view),
    recovery: recoveryChanges(old?.model, now.model),
    waivers: waiverChanges(old?.model, now.model),
    objects,
  };
}

/**
 * Who must sign is what the base says. Where nobody could sign before, the head's own word on first deploys counts: there is
 * no list yet that could tell whose signature is meant.
 */
function neededSignatures(
  risks: readonly Risk[],
  before: ReviewedState | undefined,
  after: ReviewedState,
): readonly NeededSignatures[] {
  const trusted = before === undefined || isUnsigned(before) ? undefined : before.view.model.approvals;
  const { needs } = trusted ?? after.view.model.approvals;
  const found = new Set(risks.map((one) => one.class));
  return riskClassNames
    .filter((name) => found.has(name) && (trusted !== undefined || name === 'first-deploy'))
    .map((name) => ({ class: name, ...needOf(name, needs) }))
    .filter(({ signatures }) => signatures > 0);
}

/** What is stated of a class; of one that a state from before it doesn't know, the floor, by any role that approves changes. */
function needOf(name: RiskClass, needs: Readonly<Partial<Record<RiskClass, SignatureNeed>>>): SignatureNeed {
  const approving = new Set(Object.values(needs).flatMap((one) => one.of));
  return needs[name] ?? { signatures: signaturesMin[riskClasses[name].gravity], of: [...approving].toSorted() };
}

function sideOf({ view, rules }: ReviewedState): ReviewedSide {
  return { assembly: view.assembly.digest, rules, objects: view.assembly.resources.length };
}
