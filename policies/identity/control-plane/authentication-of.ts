import type { JsonObject, Resource } from '../../../resources/resource';
import { embeddedConfigs } from '../../../resources/view/embedded-config';
import { tryApiServerFlag } from './control-plane-of';

/** What a control plane says about authentication, or why it can't be told. */
export type Authentication =
  | { readonly kind: 'found'; readonly where: string; readonly value: JsonObject }
  | { readonly kind: 'missing' | 'unreadable'; readonly where: string; readonly got: string };

const FLAG = 'authentication-config';

/** The AuthenticationConfiguration that the API server's flag names, as it stands among the control plane's files. */
export function authenticationOf(controlPlane: Resource): Authentication {
  const path = tryApiServerFlag(controlPlane, FLAG);
  if (path === undefined) return { kind: 'missing', where: `--${FLAG}`, got: 'not given' };
  const file = embeddedConfigs(controlPlane).find((one) => one.path === path);
  if (file === undefined) return { kind: 'missing', where: path, got: 'no such file' };
  const { value, where, trouble } = file;
  if (value === undefined) return { kind: 'unreadable', where, got: trouble };
  return value['kind'] === 'AuthenticationConfiguration'
    ? { kind: 'found', where, value }
    : { kind: 'missing', where, got: 'no AuthenticationConfiguration' };
}
