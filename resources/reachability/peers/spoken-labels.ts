import { isObject, listAt, objectAt, textAt, textsAt } from '../../json-path';
import { rulesOf, type Policy, type Selector } from '../policy/policy';
import type { Workload } from './workload';

/**
 * Keys of labels that selectors speak of, with the values that they name. Labels that controllers add to their pods, or
 * anybody else, tell pods apart only where a selector speaks of them.
 */
export class SpokenLabels {
  private readonly values = new Map<string, Set<string>>();

  public constructor(selectors: Iterable<Selector>) {
    for (const selector of selectors) {
      for (const [key, value] of Object.entries(objectAt(selector, 'matchLabels') ?? {})) this.add(key, [value]);
      for (const one of listAt(selector, 'matchExpressions'))
        this.add(textAt(one, 'key') ?? '', textsAt(one, 'values'));
    }
  }

  /** Whether a selector speaks of labels with this key. */
  public has(key: string): boolean {
    return this.values.has(key);
  }

  /** Workloads with the same text are alike to every selector, name the same ports, and have addresses of one sort. */
  public textOf({ labels, isPartlyKnown, ports, hostNetwork }: Workload): string {
    const spoken = [...this.values].map(([key, values]) => {
      const value = labels.get(key);
      // What no selector names is alike: some value, which Exists takes and NotIn too.
      return value === undefined ? null : values.has(value) ? value : true;
    });
    const named = new Set(ports.map(({ name, protocol, port }) => JSON.stringify([name, protocol, port])));
    return JSON.stringify([spoken, isPartlyKnown, [...named].toSorted(), hostNetwork]);
  }

  private add(key: string, values: readonly unknown[]): void {
    const known = this.values.get(key) ?? new Set<string>();
    this.values.set(key, known);
    for (const value of values) if (typeof value === 'string') known.add(value);
  }
}

/** The selectors of pods of policies: of their subjects, and of the peers of their rules. */
export function* selectorsOf(policies: readonly Policy[]): Generator<Selector> {
  for (const policy of policies) {
    yield policy.subject.pods;
    for (const { peers } of rulesOf(policy)) for (const peer of peers) if (peer.kind === 'pods') yield peer.pods;
  }
}

/** The selector of a Service, which writes labels alone; undefined of one without. */
export function trySelectorOfService(body: Selector): Selector | undefined {
  const matchLabels = objectAt(body, 'spec', 'selector');
  return isObject(matchLabels) ? { matchLabels } : undefined;
}
