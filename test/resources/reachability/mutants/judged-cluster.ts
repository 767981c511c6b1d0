import { groupBy } from '../../../../model/group-by';
import type { JsonObject } from '../../../../resources/resource';
import { judge, saidBy, type OracleFlow } from '../oracle/brute-force';
import { isIdentityLabel, type PluginFacts } from '../oracle/plugin/plugin-facts';
import { NAMESPACE, NAMESPACE_LABELS, text, type Pod } from '../oracle/matching';
import { distinct, writtenPackets, type Packet, type PlaceSelector } from './touched-ends';
import { isAbout, type Question, type Said } from '../oracle/verdicts';

/** A namespace with some of its pods, by the labels that selectors find. */
export interface JudgedPlace {
  readonly name: string;
  readonly labels: JsonObject;
}

const NAME = 'kubernetes.io/metadata.name';
const REMEMBERED_MAX = 20_000;

/** One cluster as the oracle sees it: no pod runs there, so each namespace may have any. */
export class JudgedCluster {
  /** Labels of each namespace, its name among them (rule 12). */
  public readonly places: ReadonlyMap<string, JsonObject>;
  private readonly written = new WeakMap<JsonObject, readonly Packet[]>();
  private texts: readonly { readonly policy: JsonObject; readonly text: string }[] | undefined;
  private readonly taken = new Map<string, ReadonlySet<string>>();
  private readonly byNamespace = new Map<string, JsonObject[]>();
  private readonly pods = new Map<string, Pod>();
  private readonly about = new WeakMap<Pod, readonly JsonObject[]>();

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

  /** Names of namespaces, those together that have labels of the same keys: of tenants, of the platform, and others; sorted. */
  public get sorts(): readonly (readonly string[])[] {
    const names = [...this.places.keys()].toSorted();
    return [
      ...groupBy(names, (name) =>
        Object.keys(this.places.get(name) ?? {})
          .toSorted()
          .join(),
      ).values(),
    ];
  }

  /** The policies that govern one of two ends. */
  public policiesAt({ from, to }: OracleFlow): readonly JsonObject[] {
    return [...new Set([from, to].flatMap((end) => (typeof end === 'string' ? [] : this.policiesAbout(end))))];
  }

  /** Packets that some policies write, each once. */
  public packetsOf(policies: readonly JsonObject[]): readonly Packet[] {
    return distinct(policies.flatMap((policy) => this.packetsOfOne(policy)));
  }

  private packetsOfOne(policy: JsonObject): readonly Packet[] {
    const known = this.written.get(policy) ?? writtenPackets(policy);
    this.written.set(policy, known);
    return known;
  }

  private policiesAbout(pod: Pod): readonly JsonObject[] {
    const known = this.about.get(pod);
    if (known !== undefined) return known;
    const found = ['', pod.namespace]
      .flatMap((name) => this.byNamespace.get(name) ?? [])
      .filter((policy) => isAbout(policy, pod));
    this.about.set(pod, found);
    return found;
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
    // Every mutant has selectors of its own.
    if (this.taken.size >= REMEMBERED_MAX) this.taken.clear();
    this.taken.set(selector.key, found);
    return found;
  }

  /** Pods of a namespace of which each carries one of these sets of labels. */
  public podsOf(place: JudgedPlace, sets: readonly JsonObject[]): readonly Pod[] {
    const known = new Map(sets.map((labels) => [JSON.stringify(labels), labels]));
    // What a namespace is called in another state isn't met again.
    if (this.places.get(place.name) !== place.labels)
      return [...known].map(([name, all]) => this.podOf(place, name, all));
    return [...known].map(([name, all]) => {
      const key = `${place.name} ${name}`;
      const pod = this.pods.get(key) ?? this.podOf(place, name, all);
      if (this.pods.size >= REMEMBERED_MAX) this.pods.clear();
      this.pods.set(key, pod);
      return pod;
    });
  }

  private podOf({ name: namespace, labels: namespaceLabels }: JudgedPlace, name: string, all: JsonObject): Pod {
    const prefixed = Object.entries(namespaceLabels).map(([key, value]) => [NAMESPACE_LABELS + key, value] as const);
    const labels = Object.fromEntries(Object.entries(all).filter(([key]) => isIdentityLabel(key, this.facts)));
    return {
      // Pods of one template meet each other by the policies.
      kind: 'Deployment',
      namespace,
      name,
      labels,
      namespaceLabels,
      endpointLabels: { ...labels, ...Object.fromEntries(prefixed), [NAMESPACE]: namespace },
      hostNetwork: false,
      ports: [],
    };
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
