import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { problem, ProblemError } from '../../../model/problem';
import { kubeconfigPath } from '../../../sandbox/control-plane/cluster-place';
import { unvalidatedKinds } from '../../../sandbox/schemas/sources';
import { textOption, type CommandInput } from '../../command';
import type { Io } from '../../io';
import { sandboxFolder } from '../../sandbox/sandbox-place';

/** The way to clusters. */
export interface Reach {
  readonly kubeconfig: string;
  /** `apiVersion/kind` of what can't be brought there, since nobody has its definition; empty for real clusters. */
  readonly withoutDefinition: ReadonlySet<string>;
}

/**
 * The kubeconfig that the caller names, or that of a sandbox. A sandbox lacks the kinds whose definition can't be had;
 * on real clusters a missing kind is an error.
 * @throws ProblemError when there is neither
 */
export function reachOf(input: CommandInput, io: Io): Reach {
  const given = textOption(input, 'kubeconfig');
  if (given !== undefined) return { kubeconfig: resolve(io.cwd, given), withoutDefinition: new Set() };
  const name = textOption(input, 'sandbox-name') ?? '';
  const kubeconfig = kubeconfigPath(sandboxFolder(name, undefined, io));
  if (existsSync(kubeconfig)) return { kubeconfig, withoutDefinition: new Set(unvalidatedKinds.keys()) };
  throw new ProblemError([
    problem({
      code: 'no-clusters',
      at: [],
      what: 'there are no clusters to reach',
      got: `no --kubeconfig, and no sandbox ${name}`,
      want: 'a kubeconfig whose contexts are named like clusters, or a running sandbox',
      next: 'run ndc sandbox up, or give --kubeconfig',
    }),
  ]);
}
