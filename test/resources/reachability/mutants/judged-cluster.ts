import type { JsonObject } from '../../../../resources/resource';
import { judge, saidBy, type OracleFlow } from '../oracle/brute-force';
import { isIdentityLabel, type PluginFacts } from '../oracle/plugin/plugin-facts';
import { NAMESPACE, NAMESPACE_LABELS, text, type Pod } from '../oracle/matching';
import { distinct, writtenPackets, type Packet, type PlaceSelector } from './touched-ends';
import type { Question, Said } from '../oracle/verdicts';

/** A namespace with some of its pods, by the labels that selectors find. */
export interface JudgedPlace {
  readonly name: string;
  readonly labels: JsonObject;
}

const NAME = 'kubernetes.io/metadata.name';

/** One cluster as the oracle sees it: no pod runs there, so each namespace may have any. */
export class JudgedCluster {
  /** Labels of each namespace, its name among them (rule 12). */
  public readonly places: ReadonlyMap<string, JsonObject>;
  private written: readonly Packet[] | undefined;
  private texts: readonly { readonly policy: JsonObject; readonly text: string }[] | undefined;
  private readonly taken = new Map<string, ReadonlySet<string>>();
  private readonly byNamespace = new Map<string, JsonObject[]>();

  /** Some namespaces are written nowhere; these have their names alone. */
  public constructor(
    objects: readonly JsonObject[],
    names: readonly string[],
    /** What is known of its network plugin. */
    public readonly facts: PluginFacts,
  ) {
    const written = objects.filter(({ kind }) => kind === 'Namespace');
    this.places = new Map([
      ...names.map((name) => [name, { [NAME]: name }] as const),
      ...written.map((one) => [text(one, 'metadata', 'name'), labelsOf(one)] as const),
    ]);
    for (const one of objects.filter(({ kind }) => kind !== 'Namespace')) {
      const name = text(one, 'metadata', 'namespace');
      const list = this.byNamespace.get(name) ?? [];
      this.byNamespace.set(name, list);
      list.push(one);
    }
  }

  /** The policies that govern pods of some namespaces: those there, and those of the whole cluster. */
  public policiesOf(...names: readonly string[]): readonly JsonObject[] {
    return [...new Set(['', ...names])].flatMap((name) => this.byNamespace.get(name) ?? []);
  }

  /** Every packet that some policy of the cluster writes. */
  public get packets(): readonly Packet[] {
    this.written ??= distinct(this.policies.flatMap(writtenPackets));
    return this.written;
  }

  /** Every policy. */
  public get policies(): readonly JsonObject[] {
    return [...this.byNamespace.values()].flat();
  }

  /** The namespaces that some selectors take. */
  public takenBy(selectors: readonly PlaceSelector[]): ReadonlySet<string> {
    return new Set(selectors.flatMap((one) => [...this.takenByOne(one)]));
  }

  /** The policies that speak of labels with some keys. */
  public speakingOf(keys: readonly string[]): readonly JsonObject[] {
    this.texts ??= this.policies.map((policy) => ({ policy, text: JSON.stringify(policy) }));
    return this.texts
      .filter(({ text: written }) => keys.some((key) => written.includes(key)))
      .map(({ policy }) => policy);
  }

  private takenByOne(selector: PlaceSelector): ReadonlySet<string> {
    const known = this.taken.get(selector.key);
    if (known !== undefined) return known;
    const found = new Set(
      [...this.places].filter(([name, labels]) => selector.takes(name, labels)).map(([name]) => name),
    );
    this.taken.set(selector.key, found);
    return found;
  }

  /** Pods of a namespace of which each carries one of these sets of labels. */
  public podsOf({ name, labels: namespaceLabels }: JudgedPlace, sets: readonly JsonObject[]): readonly Pod[] {
    const prefixed = Object.entries(namespaceLabels).map(([key, value]) => [NAMESPACE_LABELS + key, value] as const);
    const known = new Map(sets.map((labels) => [JSON.stringify(labels), labels]));
    return [...known].map(([called, all]) => {
      const labels = Object.fromEntries(Object.entries(all).filter(([key]) => isIdentityLabel(key, this.facts)));
      return {
        // Pods of one template meet each other by the policies.
        kind: 'Deployment',
        namespace: name,
        name: called,
        labels,
        namespaceLabels,
        endpointLabels: { ...labels, ...Object.fromEntries(prefixed), [NAMESPACE]: name },
        hostNetwork: false,
        ports: [],
      };
    });
  }

  /** What becomes of a flow by some policies. */
  public judge(policies: readonly JsonObject[], flow: OracleFlow) {
    return judge(policies, { ...flow, facts: this.facts }, 'cilium');
  }

  /** Whether two states of a policy, or none, say the same of two states of a flow at both ends; then no verdict differs. */
  public isSaidAlike(old: AskedPolicy, now: AskedPolicy): boolean {
    return DIRECTIONS.every((direction) => areAlike(this.said(direction, old), this.said(direction, now)));
  }

  private said(direction: Question['direction'], { policy, flow }: AskedPolicy): readonly Said[] {
    const { from, to, protocol, port } = flow;
    const [pod, peer] = direction === 'egress' ? [from, to] : [to, from];
    if (policy === undefined || typeof pod === 'string') return NOTHING;
    return saidBy(policy, {
      direction,
      pod,
      peer,
      traffic: { protocol, port, to },
      plugin: 'cilium',
      facts: this.facts,
    });
  }
}

const DIRECTIONS = ['egress', 'ingress'] as const;
const NOTHING: readonly Said[] = [];

/** A policy, or none, that is asked about a flow. */
export interface AskedPolicy {
  readonly policy: JsonObject | undefined;
  readonly flow: OracleFlow;
}

function areAlike(left: readonly Said[], right: readonly Said[]): boolean {
  const isSame =
    left.length === right.length &&
    left.every(({ match, word }, index) => right[index]?.match === match && right[index]?.word === word);
  return isSame || wordsOf(left) === wordsOf(right);
}

function wordsOf(said: readonly Said[]): string {
  const heard = said.filter(({ match }) => match !== 'no').map(({ match, word }) => `${match}${word}`);
  return [...new Set(heard)].toSorted().join();
}

/** The labels of a namespace as the API server holds them. */
export function labelsOf(namespace: JsonObject): JsonObject {
  const written = namespace['metadata'] as JsonObject;
  return { ...(written['labels'] as JsonObject | undefined), [NAME]: text(written, 'name') };
}
