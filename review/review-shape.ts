import { z } from 'zod';
import { riskClassNames } from '../model/approvals/risk-class';
import { ruleChangeKinds } from '../policies/engine/diff/rule-change';
import { protocols } from '../resources/reachability/traffic/traffic';
import type { JsonValue } from '../resources/resource';
import { PATHS_MAX, type ObjectChange } from './objects/object-changes';
import type { WaiverChange } from './assurance/waiver-changes';
import type { RecoveryChange } from './assurance/recovery-changes';
import type { QuotaChange } from './assurance/quota-changes';
import type { FactChange } from './facts/fact-changes';
import type { FindingChange } from './findings/finding-changes';
import type { PlacedChange } from './paths/placed-change';
import type { BlastRadius } from './reach/blast-radius';
import type { NeededSignatures, Review, ReviewContent, ReviewedSide } from './review';
import type { EscalationNote, RightChange } from './rights/right-changes';
import type { Risk } from './risks/risk';
import type { RuleNote } from './rules/rule-notes';

const text = z.string().max(1_000_000);
const name = z.string().max(10_000);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const count = z.int().min(0);
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const riskClass = z.enum(riskClassNames);
const both = z.strictObject({ vi: text, en: text });
const verdict = z.enum(['allowed', 'denied', 'depends']);

/** Any JSON: it was read as JSON, and nests no deeper than strict JSON may. */
const json = z.custom<JsonValue>((value) => value !== undefined);

const risk: z.ZodType<Risk> = z.strictObject({
  class: riskClass,
  what: both,
  witness: both,
  count,
  tenants: z.array(name),
});

const need: z.ZodType<NeededSignatures> = z.strictObject({
  class: riskClass,
  signatures: z.int().min(1).max(100),
  of: z.array(name).max(100),
});

const reach: z.ZodType<BlastRadius> = z.strictObject({
  sites: z.array(name),
  clusters: z.array(name),
  tenants: z.record(name, count),
  systems: z.record(name, count),
  dataSubjects: count,
  platformObjects: count,
});

const fact: z.ZodType<FactChange> = z.strictObject({
  fact: name,
  at: text,
  source: name,
  before: json.optional(),
  after: json.optional(),
});

const finding: z.ZodType<FindingChange> = z.strictObject({
  change: z.enum(['added', 'gone']),
  policy: name,
  force: z.enum(['block', 'warn']),
  verdict: z.enum(['fail', 'unknown', 'error', 'skip']),
  subject: text,
  where: text,
  got: text,
  want: text,
  value: text,
  tenant: name.optional(),
  system: name.optional(),
  exception: name.optional(),
});

const port = z.int().min(0).max(65_535);

const path: z.ZodType<PlacedChange> = z.strictObject({
  cluster: name,
  from: text,
  to: text,
  protocol: z.enum(protocols),
  ports: z.array(z.tuple([port, port])),
  before: verdict,
  after: verdict,
  because: z.array(text),
  objects: z.array(text),
  fromPlace: text,
  toPlace: text,
  waivers: z.array(z.strictObject({ exception: name, policy: name, subject: text, expires: name, declaredAt: name })),
});

const quota: z.ZodType<QuotaChange> = z.strictObject({
  object: text,
  resource: name,
  before: text.optional(),
  after: text.optional(),
  direction: z.enum(['raised', 'lowered', 'unclear']),
});

const recovery: z.ZodType<RecoveryChange> = z.strictObject({
  declaration: name,
  systems: count,
  promise: both,
  before: text.optional(),
  after: text.optional(),
  weaker: z.boolean(),
});

const waiver: z.ZodType<WaiverChange> = z.strictObject({
  id: name,
  change: z.enum(['added', 'removed', 'widened', 'narrowed', 'reworded']),
  policy: name,
  resource: text,
  value: text,
  from: name,
  expires: name,
});

const rule: z.ZodType<RuleNote> = z.strictObject({
  id: name,
  kind: z.enum(ruleChangeKinds),
  headline: both,
  sentences: z.array(both),
  looser: both,
  stricter: both,
  droppedClauses: z.array(name),
});

const right: z.ZodType<RightChange> = z.strictObject({
  direction: z.enum(['gained', 'lost']),
  rights: z.array(both),
  scope: z.enum(['cluster', 'namespace']),
  roles: z.array(name),
  subjects: count,
  namespaces: count,
  tenants: z.array(name),
  zones: z.array(name),
  isByTemplate: z.boolean(),
  witness: both,
});

const escalation: z.ZodType<EscalationNote> = z.strictObject({
  direction: z.enum(['opened', 'closed']),
  goal: z.enum(['cluster', 'node', 'tenant', 'guards']),
  steps: z.array(both),
  subjects: count,
  tenants: z.array(name),
  zones: z.array(name),
  witness: both,
});

const object: z.ZodType<ObjectChange> = z.strictObject({
  id: text,
  change: z.enum(['added', 'removed', 'changed']),
  kind: name,
  site: name,
  cluster: name.optional(),
  tenant: name.optional(),
  system: name.optional(),
  zone: name.optional(),
  level: level.optional(),
  before: digest.optional(),
  after: digest.optional(),
  paths: z.array(text).max(PATHS_MAX),
  source: name,
});

const content: z.ZodType<ReviewContent> = z.strictObject({
  formatVersion: z.literal(1),
  environment: name,
  authors: z.array(name),
  assembly: digest.optional(),
  risks: z.array(risk),
  needs: z.array(need).max(riskClassNames.length),
  reach,
  facts: z.array(fact),
  findings: z.array(finding),
  paths: z.array(path),
  rules: z.array(rule),
  rights: z.array(right),
  escalations: z.array(escalation),
  quotas: z.array(quota),
  recovery: z.array(recovery),
  waivers: z.array(waiver),
  objects: z.array(object),
});

const side: z.ZodType<ReviewedSide> = z.strictObject({ assembly: digest, rules: digest, objects: count });

/** The shape of a review as it is written; each part of the content has its own line, and nothing else may stand. */
export const reviewShape: z.ZodType<Review> = z.strictObject({
  digest,
  content,
  base: side.optional(),
  head: side,
});
