import type { Cluster } from '../../../model/site/cluster';
import { listAt, textAt } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { fail, pass, type Judgement } from '../../define-policy';
import { tryControlPlane } from '../../identity/control-plane/control-plane-of';

/** A program of the control plane, by its key in a kubeadm configuration. */
export type Component = 'apiServer' | 'controllerManager' | 'scheduler' | 'etcd';

/** A flag of a program, and the values that are allowed. */
export interface FlagWish {
  readonly component: Component;
  readonly flag: string;
  readonly isMet: (value: string) => boolean;
  readonly want: string;
  /** Whether the program does what is wanted when nobody says anything.
   * @default - the flag must be given
   */
  readonly mayBeMissing?: boolean;
}

/** The judgement of a cluster's control plane; a control plane that isn't there fails. */
export function judgePlane(view: AssemblyView, cluster: Cluster, judge: (plane: Resource) => Judgement): Judgement {
  const plane = tryControlPlane(view, cluster);
  return plane === undefined ? fail('KubeadmControlPlane', 'missing', 'one that the Cluster refers to') : judge(plane);
}

/** The first flag of a control plane that isn't as wished. */
export function judgeFlags(plane: Resource, wishes: readonly FlagWish[]): Judgement {
  for (const { component, flag, isMet, want, mayBeMissing = false } of wishes) {
    const value = tryFlag(plane, component, flag);
    if (value === undefined && mayBeMissing) continue;
    if (value === undefined || !isMet(value)) return fail(`${component} --${flag}`, value ?? 'not given', want);
  }
  return pass;
}

/** The value of a flag; undefined when it isn't given, and the last when it is given twice. */
export function tryFlag({ body }: Resource, component: Component, flag: string): string | undefined {
  const place = component === 'etcd' ? ['etcd', 'local'] : [component];
  const given = listAt(body, 'spec', 'kubeadmConfigSpec', 'clusterConfiguration', ...place, 'extraArgs');
  return given
    .filter((one) => textAt(one, 'name') === flag)
    .map((one) => textAt(one, 'value'))
    .at(-1);
}
