import { load, YAMLException } from 'js-yaml';
import { failure, problem, success, type Problem, type Result } from '../../../model/problem';
import { isObject, listAt, objectAt, textAt } from '../../../resources/json-path';
import { decodeText, readBytes } from '../../../resources/read/folder';
import type { JsonObject, JsonValue } from '../../../resources/resource';

const BYTES_MAX = 4 * 2 ** 20;

/**
 * Checks that a kubeconfig has a whole context for each cluster. This must be known before Terraform runs: the
 * provider takes a missing context for a cluster on this machine's port 80, and what answers there "not found" would
 * make it forget every object.
 */
export function checkContexts(path: string, clusters: readonly string[]): Result<undefined> {
  const config = readConfig(path);
  if (typeof config === 'string') return failure([unreadable(path, config)]);
  const problems = clusters.flatMap((cluster) => {
    const lack = lackOf(config, cluster);
    return lack === undefined ? [] : [incomplete(path, cluster, lack)];
  });
  return problems.length === 0 ? success(undefined) : failure(problems);
}

function readConfig(path: string): JsonObject | string {
  const read = readBytes(path);
  if (!read.ok) return read.detail;
  if (read.bytes.length > BYTES_MAX) return `${read.bytes.length} bytes, at most ${BYTES_MAX} are read`;
  const text = decodeText(read.bytes);
  if (text === undefined) return 'bytes that are no UTF-8';
  try {
    const value: unknown = load(text);
    return isObject(value) ? value : 'no object';
  } catch (error) {
    if (error instanceof YAMLException) return `no YAML: ${error.reason}`;
    throw error;
  }
}

/** What a context lacks to lead to a cluster; undefined when it is whole. */
function lackOf(config: JsonObject, context: string): string | undefined {
  const found = named(config, 'contexts', context);
  if (found === undefined) return `no context ${context}`;
  const cluster = textAt(found, 'context', 'cluster');
  const user = textAt(found, 'context', 'user');
  if (cluster === undefined || user === undefined) return `a context ${context} without cluster or user`;
  const server = textAt(named(config, 'clusters', cluster), 'cluster', 'server');
  if (server === undefined) return `no server for the cluster ${cluster}`;
  if (!server.startsWith('https://')) return `a server without TLS for the cluster ${cluster}`;
  return objectAt(named(config, 'users', user), 'user') === undefined ? `no user ${user}` : undefined;
}

function named(config: JsonObject, list: string, name: string): JsonValue | undefined {
  return listAt(config, list).find((one) => textAt(one, 'name') === name);
}

function unreadable(path: string, got: string): Problem {
  return problem({
    code: 'kubeconfig-unreadable',
    at: [path],
    what: "the kubeconfig can't be read",
    got,
    want: 'a kubeconfig in YAML or JSON',
    next: 'name the kubeconfig of the clusters; the sandbox prints the path of its own',
  });
}

function incomplete(path: string, cluster: string, got: string): Problem {
  return problem({
    code: 'kubeconfig-context-missing',
    at: [path, cluster],
    what: `the kubeconfig doesn't lead to the cluster ${cluster}`,
    got,
    want: `a context ${cluster} with a cluster (server with https) and a user`,
    next: 'add the context, or name another kubeconfig',
  });
}
