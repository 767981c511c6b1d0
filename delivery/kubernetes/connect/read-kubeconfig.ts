import { printCount } from '../../../model/print-count';
import { success, type Result } from '../../../model/problem';
import { parseStrictYaml } from '../../../resources/read/text/strict-yaml';
import type { ClusterAccess } from './cluster-access';
import { kubeconfigFailure } from './kubeconfig-problem';
import { kubeconfigShape, type Kubeconfig, type Settings } from './kubeconfig-shape';
import { readNamedFile } from './named-file';
import { readCredentials } from './read-credentials';
import { readEndpoint } from './read-endpoint';

const KUBECONFIG_BYTES_MAX = 4 * 2 ** 20;

/**
 * Reads how to reach a cluster from a kubeconfig: the named context, or the current one. Files that it names are
 * read relative to it. Whatever would run a program, skip the verification of the server or isn't understood is refused.
 */
export function readKubeconfig(file: string, context?: string): Result<ClusterAccess> {
  const parsed = parseFile(file);
  if (!parsed.ok) return parsed;
  const chosen = chooseContext(file, parsed.value, context);
  if (!chosen.ok) return chosen;
  const { name, cluster, user } = chosen.value;
  const endpoint = readEndpoint(file, cluster);
  if (!endpoint.ok) return endpoint;
  const credentials = readCredentials(file, user);
  if (!credentials.ok) return credentials;
  return success({ context: name, ...endpoint.value, credentials: credentials.value });
}

/** The names of all contexts of a kubeconfig, in its order. */
export function listContexts(file: string): Result<readonly string[]> {
  const parsed = parseFile(file);
  return parsed.ok ? success(parsed.value.contexts.map(({ name }) => name)) : parsed;
}

function parseFile(file: string): Result<Kubeconfig> {
  const refuse = (got: string): Result<never> =>
    kubeconfigFailure(file, {
      at: [],
      what: "the kubeconfig can't be read",
      got,
      want: 'a kubeconfig: apiVersion v1, kind Config, with clusters, users and contexts',
      next: 'name another file',
    });
  const text = readNamedFile(file, KUBECONFIG_BYTES_MAX);
  if (!text.ok) return refuse(text.detail);
  const parsed = parseStrictYaml(text.text);
  if (!parsed.ok) return refuse(withoutValue(parsed.detail));
  if (parsed.value.length !== 1) return refuse(printCount(parsed.value.length, 'document'));
  const shaped = kubeconfigShape.safeParse(parsed.value[0]);
  if (shaped.success) return success(shaped.data);
  const issue = shaped.error.issues[0];
  return refuse(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

interface Chosen {
  readonly name: string;
  readonly cluster: Settings;
  readonly user: Settings;
}

function chooseContext(file: string, config: Kubeconfig, wanted: string | undefined): Result<Chosen> {
  const name = wanted ?? config['current-context'] ?? '';
  const context = pick(file, 'context', { list: config.contexts, name });
  if (!context.ok) return context;
  const cluster = pick(file, 'cluster', { list: config.clusters, name: context.value.context.cluster });
  if (!cluster.ok) return cluster;
  const user = pick(file, 'user', { list: config.users, name: context.value.context.user });
  return user.ok ? success({ name, cluster: cluster.value.cluster, user: user.value.user }) : user;
}

function pick<T extends { readonly name: string }>(
  file: string,
  part: 'context' | 'cluster' | 'user',
  { list, name }: { readonly list: readonly T[]; readonly name: string },
): Result<T> {
  const found = list.find((one) => one.name === name);
  if (found !== undefined) return success(found);
  return kubeconfigFailure(file, {
    at: [`${part}s`],
    what: `the kubeconfig has no such ${part}`,
    got: name === '' ? 'no name' : name,
    want: list.length === 0 ? `at least one ${part}` : list.map((one) => one.name).join(', '),
    next: part === 'context' ? 'name a context that the file holds' : 'correct the context',
  });
}

/** The parser quotes a scalar that it won't guess at, and that may be a token. */
function withoutValue(detail: string): string {
  return detail.replace(/^.* without quotes/s, 'a value without quotes');
}
