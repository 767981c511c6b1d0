import { success, type Result } from '../../../model/problem';
import type { ClusterAccess } from './cluster-access';
import { findRefusedSetting } from './judge-settings';
import { kubeconfigFailure } from './kubeconfig-problem';
import type { Settings } from './kubeconfig-shape';
import { readCertificates, settingText } from './read-pem';

const UNDERSTOOD = new Set(['server', 'certificate-authority', 'certificate-authority-data', 'tls-server-name']);

/** Where an API server is and who vouches for it. */
export type Endpoint = Omit<ClusterAccess, 'context' | 'credentials'>;

/** Reads where the cluster of a kubeconfig is; an authority is demanded, since a public one must not vouch for it. */
export function readEndpoint(file: string, cluster: Settings): Result<Endpoint> {
  const refused = findRefusedSetting(cluster, UNDERSTOOD);
  if (refused !== undefined) return kubeconfigFailure(file, { ...refused, at: ['cluster', refused.key] });
  const written = settingText(cluster, 'server');
  const server = parseServer(written);
  if (server === undefined) {
    return kubeconfigFailure(file, {
      at: ['cluster', 'server'],
      what: 'the address of the API server is unusable',
      got: written === undefined ? 'none' : withoutUser(written),
      want: 'https://host:port, without user, query or fragment',
      next: 'correct it',
    });
  }
  const authority = readCertificates(file, cluster, 'certificate-authority');
  if (!authority.ok) return authority;
  return success({ ...server, authority: authority.value, serverName: settingText(cluster, 'tls-server-name') });
}

function parseServer(text: string | undefined): Pick<Endpoint, 'origin' | 'basePath'> | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (url.protocol !== 'https:' || !isPlain) return undefined;
  return { origin: url.origin, basePath: url.pathname.replace(/\/+$/, '') };
}

/** A password may stand before the host. */
function withoutUser(text: string): string {
  return text.replace(/\/\/[^/]*@/, '//…@');
}
