import type { KnownLabels } from '../../label-selector';
import type { Labels } from './label-index';

/**
 * Labels that Cilium leaves out of identities, or takes in spite of that, unless its agent is told otherwise: patterns of
 * keys, each of what a key begins with, `!` before those that are left out (docs.cilium.io, Limiting Identity-Relevant
 * Labels).
 */
const OWN_PATTERNS = [
  'io\\.kubernetes\\.pod\\.namespace',
  'io\\.cilium\\.k8s\\.namespace\\.labels',
  'app\\.kubernetes\\.io',
].concat(
  ['!io\\.kubernetes', '!kubernetes\\.io', '!.*beta\\.kubernetes\\.io', '!k8s\\.io', '!annotation.*', '!etcd_node'],
  ['!statefulset\\.kubernetes\\.io/pod-name', '!apps\\.kubernetes\\.io/pod-index'],
  ['!batch\\.kubernetes\\.io/job-completion-index', '!pod-template-generation', '!pod-template-hash'],
  ['!controller-revision-hash'],
);

/** The key that Cilium gives a label of a namespace among those of its pods. */
const OF_NAMESPACE = 'io.cilium.k8s.namespace.labels.';

interface Pattern {
  readonly isLeftOut: boolean;
  readonly text: RegExp;
}

/** Which labels of pods and namespaces selectors can find at all, in a cluster with Cilium. */
export class IdentityLabels {
  private readonly patterns: readonly Pattern[];
  private readonly isListed: boolean;

  /** The patterns of the agent's `--labels`, which come beside Cilium's own; throws a SyntaxError on one that is none. */
  public constructor(patterns: readonly string[]) {
    this.patterns = [...OWN_PATTERNS, ...patterns].map((written) => {
      const pattern = written.replace(/^(?:k8s|any)?:/, '');
      const isLeftOut = pattern.startsWith('!');
      return { isLeftOut, text: new RegExp(`^(?:${isLeftOut ? pattern.slice(1) : pattern})`) };
    });
    this.isListed = patterns.some((one) => !one.replace(/^(?:k8s|any)?:/, '').startsWith('!'));
  }

  /** What selectors find of a pod. */
  public ofPod<T extends KnownLabels>(pod: T): T {
    return { ...pod, labels: this.filtered(pod.labels, '') };
  }

  /** What selectors find of a namespace. */
  public ofNamespace(labels: Labels): Labels {
    return this.filtered(labels, OF_NAMESPACE);
  }

  private filtered(labels: Labels, prefix: string): Labels {
    return new Map([...labels].filter(([key]) => this.isSelectable(prefix + key)));
  }

  /** A key that is in one list and the other is taken if the list that takes it says more of it. */
  private isSelectable(key: string): boolean {
    let [taken, leftOut] = [0, 0];
    for (const { isLeftOut, text } of this.patterns) {
      const { length } = text.exec(key)?.[0] ?? '';
      if (length === 0) continue;
      if (!isLeftOut) taken = Math.max(taken, length);
      else leftOut = leftOut === 0 ? length : Math.min(leftOut, length);
    }
    return (!this.isListed && leftOut === 0) || taken > leftOut;
  }
}
