import type { Cluster } from '../../../model/site/cluster';
import { textAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { embeddedConfigs } from '../../../resources/view/embedded-config';
import { fail, unknown, type Judgement } from '../../define-policy';
import { tryApiServerFlag, tryControlPlane } from '../../identity/control-plane/control-plane-of';

/** The configuration file that a flag of a cluster's API server names, or why it isn’t there. */
export type ConfiguredFile =
  | { readonly found: true; readonly where: string; readonly value: JsonObject }
  | { readonly found: false; readonly judgement: Judgement };

/** Reads the file of a kind that a flag of the API server names, among the files of its control plane. */
export function configuredFile(
  view: AssemblyView,
  cluster: Cluster,
  { flag, kind }: { readonly flag: string; readonly kind: string },
): ConfiguredFile {
  const lacking = (judgement: Judgement): ConfiguredFile => ({ found: false, judgement });
  const plane = tryControlPlane(view, cluster);
  if (plane === undefined) return lacking(fail('KubeadmControlPlane', 'none', 'a control plane'));
  const path = tryApiServerFlag(plane, flag);
  if (path === undefined) return lacking(fail(`--${flag}`, 'not given', 'a file'));
  const file = embeddedConfigs(plane).find((one) => one.path === path);
  if (file === undefined) return lacking(fail(`--${flag}`, `no file ${path}`, 'a file of the control plane'));
  const { where, value, trouble } = file;
  if (value === undefined) return lacking(unknown(where, trouble, kind));
  const got = textAt(value, 'kind') ?? 'no kind';
  return got === kind ? { found: true, where, value } : lacking(fail(where, got, kind));
}
