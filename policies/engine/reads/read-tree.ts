import type { RuleTree } from '../language/rule-tree';
import { claimsOf, type Claim } from './claims';

/** What a rule reads below a place, in an order that stays the same. */
export interface ReadNode {
  /** Whether what stands here is read as one value. */
  readonly value: boolean;
  /** Whether that something stands here is read. */
  readonly presence: boolean;
  /** Whether the number of items is read. */
  readonly count: boolean;
  /** By key, sorted. */
  readonly keys: readonly (readonly [string, ReadNode])[];
  /** What is read of each item of a list. */
  readonly items: ReadNode | undefined;
  /** Whether entries of a map are looked through; their order is nobody's, so they make no text. */
  readonly entries: boolean;
}

/** What a rule reads of the object and of the labels of its namespace. */
export interface ReadTree {
  readonly object: ReadNode;
  readonly namespace: ReadNode;
}

/** Everything that a rule reads, of what it requires and of where it applies. */
export function readTreeOf({ when, require }: Pick<RuleTree, 'when' | 'require'>): ReadTree {
  const claims = [...(when === undefined ? [] : claimsOf(when)), ...claimsOf(require)];
  const ofPlace = (of: Claim['of']): ReadNode =>
    nodeOf(claims.filter((one) => one.of === of).map((claim) => ({ claim, path: claim.path })));
  return { object: ofPlace('object'), namespace: ofPlace('namespace') };
}

/** Whether a text of all that is read can be made, the same at every point. */
export function isTellable({ object, namespace }: ReadTree): boolean {
  return [object, namespace].every(isTellableNode);
}

function isTellableNode({ entries, keys, items }: ReadNode): boolean {
  return !entries && keys.every(([, node]) => isTellableNode(node)) && (items === undefined || isTellableNode(items));
}

interface Placed {
  readonly claim: Claim;
  /** What of its path lies below the node. */
  readonly path: Claim['path'];
}

function nodeOf(placed: readonly Placed[]): ReadNode {
  const here = placed.filter(({ path }) => path.length === 0).map(({ claim }) => claim.reads);
  const below = placed.flatMap(({ claim, path: [step, ...path] }) =>
    step === undefined ? [] : [{ step, claim, path }],
  );
  const names = new Set(below.flatMap(({ step }) => ('key' in step ? [step.key] : [])));
  const items = below.filter(({ step }) => 'any' in step && step.any === 'item');
  return {
    value: here.includes('value'),
    presence: here.includes('presence'),
    count: here.includes('count'),
    keys: [...names]
      .toSorted()
      .map((name) => [name, nodeOf(below.filter(({ step }) => 'key' in step && step.key === name))]),
    items: items.length === 0 ? undefined : nodeOf(items),
    entries: below.some(({ step }) => 'any' in step && step.any === 'entry'),
  };
}
