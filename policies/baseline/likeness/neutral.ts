import type { Cluster } from '../../../model/site/cluster';

/** Texts in words that hold in each cluster, and back. */
export interface Neutral {
  /** The text with what is of one cluster alone replaced. */
  readonly text: (text: string) => string;
  /** The text as it stands in this cluster. */
  readonly undo: (text: string) => string;
}

/** Replaces the names and addresses of a cluster and of its site. */
export function neutralOf({ id, site, nodes, pods, services }: Cluster): Neutral {
  const words: readonly (readonly [string, string])[] = [
    [id, '‹cluster›'],
    [site, '‹site›'],
    ...Object.entries({ nodes, pods, services }).flatMap(([name, block]): readonly (readonly [string, string])[] => [
      [block.ipv4, `‹${name}›`],
      [block.ipv6, `‹${name} IPv6›`],
    ]),
  ];
  return {
    text: replacer(words),
    undo: (text) => words.reduce((left, [own, word]) => left.replaceAll(word, own), text),
  };
}

function replacer(words: readonly (readonly [string, string])[]): (text: string) => string {
  const byText = new Map(words);
  const longestFirst = [...byText.keys()].toSorted((a, b) => b.length - a.length);
  const literals = longestFirst.map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![0-9A-Za-z])(?:${literals.join('|')})(?![0-9A-Za-z])`, 'g');
  return (text) => text.replaceAll(pattern, (found) => byText.get(found) ?? found);
}
