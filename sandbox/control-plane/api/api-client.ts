import { Agent, request } from 'node:https';
import { fieldOf } from './answer-fields';

/** Answers of an API server to its own sandbox are small. */
const ANSWER_BYTES_MAX = 67_108_864;
const TIMEOUT_MILLISECONDS = 60_000;

/** As whom and where to call. */
export interface ApiAccess {
  readonly port: number;
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
  /** How long to wait for an answer.
   * @default 60000
   */
  readonly milliseconds?: number;
}

/** The API server refuses an object, or can't be reached. */
export class ApiFailure extends Error {}

/** An answer of the API server. */
export interface ApiAnswer {
  readonly status: number;
  /** What was parsed; text where the answer is no JSON. */
  readonly body: unknown;
}

/** The few calls that a sandbox makes on its own API server; whoever deploys has a client of their own. */
export class ApiClient {
  private readonly agent: Agent;

  public constructor(private readonly access: ApiAccess) {
    const { authority, certificate, key } = access;
    this.agent = new Agent({ keepAlive: true, maxSockets: 8, ca: authority, cert: certificate, key });
  }

  /** What stands at a path. Rejects when the server can't be reached. */
  public get(path: string): Promise<ApiAnswer> {
    return this.call('GET', path);
  }

  /** Makes an object be as given, by server-side apply. Rejects when the server refuses. */
  public async apply(path: string, object: object): Promise<void> {
    const answer = await this.call('PATCH', `${path}?fieldManager=ndc-sandbox&force=true`, JSON.stringify(object));
    if (answer.status >= 300) throw new ApiFailure(`${path}: ${messageOf(answer)}`);
  }

  /** Removes an object; one that is gone is removed. Rejects when the server refuses. */
  public async remove(path: string): Promise<void> {
    const answer = await this.call('DELETE', path);
    if (answer.status >= 300 && answer.status !== 404) throw new ApiFailure(`${path}: ${messageOf(answer)}`);
  }

  /** Closes the connections. */
  public close(): void {
    this.agent.destroy();
  }

  private call(method: string, path: string, body?: string): Promise<ApiAnswer> {
    const headers = {
      accept: 'application/json',
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/apply-patch+yaml', 'content-length': Buffer.byteLength(body) }),
    };
    const options = { host: '127.0.0.1', port: this.access.port, agent: this.agent, method, path, headers };
    return new Promise((resolve, reject) => {
      const call = request({ ...options, timeout: this.access.milliseconds ?? TIMEOUT_MILLISECONDS }, (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > ANSWER_BYTES_MAX) call.destroy(new Error(`the answer to ${path} is too long`));
          chunks.push(chunk);
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: parse(Buffer.concat(chunks).toString()) }),
        );
        response.on('error', reject);
      });
      call.on('timeout', () => call.destroy(new Error(`no answer to ${path} in time`)));
      call.on('error', (cause) => reject(new ApiFailure(`${method} ${path}: ${cause.message}`, { cause })));
      call.end(body);
    });
  }
}

/** What an API server says when it refuses (v1 Status). */
function messageOf({ status, body }: ApiAnswer): string {
  const message = fieldOf(body, 'message') ?? body;
  return `${status}: ${typeof message === 'string' ? message : ''}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
