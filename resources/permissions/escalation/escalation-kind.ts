/** What one step of an escalation leads to. */
export type EscalationLead =
  | 'accounts'
  | 'code'
  | 'everything'
  | 'groups'
  | 'guards'
  | 'kubelet'
  | 'labels'
  | 'node'
  | 'rewrite'
  | 'roles'
  | 'secrets'
  | 'users'
  | 'volumes';

/**
 * A right that a step takes: any of the verbs on any of the resources, written `resource.group`. Where no resource is
 * listed, any verb that begins so, on anything.
 */
export interface EscalationNeed {
  readonly verbs: readonly string[];
  readonly on: readonly string[];
  /** It must be for one of these names.
   * @default - any name will do
   */
  readonly names?: readonly string[];
  /** What it is about is of no namespace, so only rights in the whole cluster meet it.
   * @default - rights in the namespace meet it
   */
  readonly isClusterWide?: true;
}

/** A kind of step from what somebody has to what they get by it. */
export interface EscalationKind {
  /** Where Kubernetes or a project says so: the page and its section, and the field of the API where one matters. */
  readonly source: string;
  /** What whoever takes the step can do, as a sentence without its subject. */
  readonly text: { readonly vi: string; readonly en: string };
  /** Rights that one identity must hold at one place; empty where the step follows from what was reached before. */
  readonly needs: readonly EscalationNeed[];
  /** The need of which the names say whom or what the step leads to.
   * @default - none
   */
  readonly target?: number;
  /** The objects are of no namespace, so rights in a namespace don't count.
   * @default - they count in their namespace
   */
  readonly isClusterWide?: true;
  /** @default - the walk decides, since it depends on what was reached before */
  readonly leads?: EscalationLead;
}
