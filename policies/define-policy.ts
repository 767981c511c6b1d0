import type { Steps } from '../resources/resource';
import type { ControlId } from '../model/controls/control';
import type { Text } from '../model/text';
import type { AssemblyView } from '../resources/view/assembly-view';
import type { ObjectsView } from '../resources/view/objects-view';

/** What a policy says of one subject; unknown never counts as pass. */
export type Verdict = 'pass' | 'fail' | 'unknown';

/** What a policy judged, and what it saw. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Field or part of the subject, such as `spec.policyTypes`.
   * @default - the subject as a whole
   */
  readonly where?: string;
  /** The same step by step, so that the line can be found.
   * @default - not known
   */
  readonly steps?: Steps;
  /** What was found, in few words.
   * @default - as required
   */
  readonly got?: string;
  /** What is required, in few words.
   * @default - stated by the policy's title
   */
  readonly want?: string;
  /** Everything of the subject that the verdict rests on; an exception is bound to it.
   * @default - where and got
   */
  readonly value?: string;
}

/** The thing that a policy is about, one evaluation each: a resource, a system, a namespace, a site, a flow. */
export interface Subject {
  /** Resource id, or `system/<id>`, `namespace/<cluster>/<name>`, `site/<id>`, `cluster/<id>`, `flow/<id>`, `tenant/<id>`, `file/<path>`, `assembly`. */
  readonly id: string;
  /** @default - not of one tenant */
  readonly tenant?: string | undefined;
  /** @default - not of one system */
  readonly system?: string | undefined;
  /** Where the fact stands: `file:line`, or the fact file and the keys in it.
   * @default - not known
   */
  readonly source?: string | undefined;
  /** The artifact file that holds it.
   * @default - a subject of the model
   */
  readonly file?: string | undefined;
}

/** What a policy on single objects gets beside its subject: the objects, and today's date. */
export interface ObjectsContext {
  readonly view: ObjectsView;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether the objects are a part of something, such as a plan, so that a policy may find nothing that it is about.
   * @default false
   */
  readonly isPart?: boolean;
}

/** What a policy gets beside its subject: read-only views over the assembly and its model, and today's date. */
export interface PolicyContext extends ObjectsContext {
  readonly view: AssemblyView;
}

/** One rule: metadata and check in one place; its id is its path under `policies/`. */
export interface Policy<S extends Subject = Subject, C extends ObjectsContext = PolicyContext> {
  /** The requirement that holds, positive, present tense. */
  readonly title: Text;
  /** A failing `block` policy stops deployment; `warn` is reported. */
  readonly force: 'block' | 'warn';
  readonly controls: readonly [ControlId, ...ControlId[]];
  readonly why: Text;
  readonly fix: Text;
  /** Why the policy may apply to nothing; without it, a blocking policy with no subject fails the gate.
   * @default - must apply to something
   */
  readonly mayBeVacuous?: Text;
  /** Why the policy judges files alone and not what stands on clusters, where a server fills fields in.
   * @default - it judges what stands on clusters too
   */
  readonly whyNotLive?: Text;
  /** Every subject in the assembly; what isn't listed is not applicable. */
  subjects(context: C): Iterable<S>;
  /** The judgement of one subject; pure. */
  check(subject: S, context: C): Judgement;
}

/** Makes a policy; the type of the subject flows from `subjects` to `check`. */
export function definePolicy<S extends Subject, C extends ObjectsContext = PolicyContext>(
  policy: Policy<S, C>,
): Policy<S, C> {
  return Object.freeze(policy);
}

/** The subject is as required. */
export const pass: Judgement = Object.freeze({ verdict: 'pass' });

/** The subject is not as required. */
export function fail(where: string, got: string, want: string): Judgement {
  return { verdict: 'fail', where, got, want };
}

/** It can't be told whether the subject is as required. */
export function unknown(where: string, got: string, want: string): Judgement {
  return { verdict: 'unknown', where, got, want };
}
