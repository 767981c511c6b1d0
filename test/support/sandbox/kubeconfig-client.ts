import { readFileSync } from 'node:fs';
import { request, type Agent } from 'node:https';
import { setTimeout } from 'node:timers/promises';
import { load } from 'js-yaml';

interface Kubeconfig {
  readonly contexts: readonly {
    readonly name: string;
    readonly context: { readonly cluster: string; readonly user: string };
  }[];
  readonly clusters: readonly {
    readonly name: string;
    readonly cluster: { readonly server: string; readonly 'certificate-authority-data': string };
  }[];
  readonly users: readonly {
    readonly name: string;
    readonly user: { readonly 'client-certificate-data': string; readonly 'client-key-data': string };
  }[];
}

/** An answer of an API server. */
export interface KubeAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What is sent. */
export interface KubeCall {
  /** @default 'GET' */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** What the body is, such as a kind of patch.
   * @default 'application/json'
   */
  readonly type?: string;
  /** @default - nothing */
  readonly body?: object;
  /** Whom the caller acts as, which takes the right to impersonate.
   * @default - itself
   */
  readonly as?: { readonly user: string; readonly groups: readonly string[] };
}

/**
 * Calls an API server as a context of a kubeconfig does, each time on a connection of its own unless an agent keeps
 * some; `none` presents no certificate. It asks again while the server says that it is too busy.
 */
export function callAs(kubeconfig: string, context: string | { readonly none: string }, agent: Agent | false = false) {
  const config = load(readFileSync(kubeconfig, 'utf8')) as Kubeconfig;
  const name = typeof context === 'string' ? context : context.none;
  const { cluster, user } = named(config.contexts, name).context;
  const place = named(config.clusters, cluster).cluster;
  const keys = named(config.users, user).user;
  const own =
    typeof context === 'string'
      ? { cert: bytes(keys['client-certificate-data']), key: bytes(keys['client-key-data']) }
      : {};
  const ask = (path: string, { method = 'GET', type = 'application/json', body, as }: KubeCall): Promise<KubeAnswer> =>
    new Promise((resolve, reject) => {
      const url = `${place.server}${path}`;
      const options = { method, agent, ca: bytes(place['certificate-authority-data']), ...own };
      const headers = { 'content-type': type, ...(as === undefined ? {} : impersonation(as)) };
      const call = request(url, { ...options, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: parse(Buffer.concat(chunks).toString()) }),
        );
      });
      call.on('error', reject);
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
  return async (path: string, call: KubeCall = {}): Promise<KubeAnswer> => {
    let answer = await ask(path, call);
    for (let tries = 1; answer.status === TOO_MANY_REQUESTS && tries < TRIES_MAX; tries++) {
      await setTimeout(RETRY_MILLISECONDS);
      answer = await ask(path, call);
    }
    return answer;
  };
}

function impersonation({ user, groups }: NonNullable<KubeCall['as']>): Record<string, string | string[]> {
  return { 'impersonate-user': user, 'impersonate-group': [...groups] };
}

/** What a server says while it makes ready to serve a definition, beside its own load; every client asks again. */
const TOO_MANY_REQUESTS = 429;
const TRIES_MAX = 60;
const RETRY_MILLISECONDS = 500;

function parse(text: string): KubeAnswer['body'] {
  try {
    return JSON.parse(text) as KubeAnswer['body'];
  } catch {
    return { text };
  }
}

function named<T extends { readonly name: string }>(list: readonly T[], name: string): T {
  const found = list.find((one) => one.name === name);
  if (found === undefined) throw new Error(`the kubeconfig has no ${name}`);
  return found;
}

function bytes(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}
