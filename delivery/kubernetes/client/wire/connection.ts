import { connect, type ClientHttp2Session, type Settings } from 'node:http2';
import type { ClusterAccess } from '../../connect/cluster-access';
import type { Clock } from '../outside';
import { exchange } from './exchange';
import { nameError, readConnectError } from './read-error';
import { wireFault, type WireFault, type WireOutcome, type WireRequest } from './wire';

/** How long connecting may take, and how long a silent server has to answer a ping, in milliseconds. */
export const CONNECT_MILLISECONDS_MAX = 10_000;

const WINDOW_BYTES = 16 * 2 ** 20;
const STREAM_WINDOW_BYTES = 2 ** 20;
const SESSION_MEGABYTES_MAX = 256;

/** One HTTP/2 connection to an API server (RFC 9113) over TLS with mutual trust. */
export interface Connection {
  /** Streams that the server lets us have at a time. */
  readonly streamsMax: number;
  /** Whether new requests may be sent on it. */
  readonly isOpen: boolean;
  send(request: WireRequest): Promise<WireOutcome>;
  /** Finds out whether a silent server still lives; breaks the connection when not. */
  probe(): void;
  /** Ends it at once; requests on it are lost. */
  destroy(): void;
}

/** What a new connection needs. */
export interface ConnectOptions {
  readonly access: ClusterAccess;
  readonly clock: Clock;
  /** Is told when no new request may be sent any more. */
  readonly onClosing: (connection: Connection) => void;
}

/** Connects, and waits until the server has said how many streams it allows; never rejects. */
export function openConnection({ access, clock, onClosing }: ConnectOptions): Promise<Connection | WireFault> {
  const session = tryConnect(access);
  if ('ok' in session) return Promise.resolve(session);
  return new Promise((resolve) => {
    let isOpen = false;
    const settle = (outcome: Connection | WireFault): void => {
      stopTimer();
      if ('ok' in outcome) session.destroy();
      resolve(outcome);
    };
    const stopTimer = clock.after(CONNECT_MILLISECONDS_MAX, () =>
      settle(wireFault('unreachable', `no connection within ${CONNECT_MILLISECONDS_MAX} ms`, false)),
    );
    session.on('error', (error) => settle(readConnectError(error)));
    session.once('close', () => settle(wireFault('lost', 'closed while connecting', false)));
    session.once('remoteSettings', (settings: Settings) => {
      if (session.alpnProtocol !== 'h2') return settle(wireFault('tls', 'the server does not speak HTTP/2', false));
      isOpen = true;
      const connection = wrap(session, settings, { clock, headers: standingHeaders(access), isOpen: () => isOpen });
      const close = (): void => {
        if (!isOpen) return;
        isOpen = false;
        onClosing(connection);
      };
      session.once('goaway', close);
      session.once('close', close);
      session.setLocalWindowSize(WINDOW_BYTES);
      return settle(connection);
    });
  });
}

/** Node throws for certificates and keys that it can't read. */
function tryConnect(access: ClusterAccess): ClientHttp2Session | WireFault {
  try {
    return connect(access.origin, {
      ...tlsOptions(access),
      minVersion: 'TLSv1.2',
      ALPNProtocols: ['h2'],
      maxSessionMemory: SESSION_MEGABYTES_MAX,
      settings: { enablePush: false, initialWindowSize: STREAM_WINDOW_BYTES },
    });
  } catch (error) {
    return wireFault('tls', nameError(error, 'the certificates are unusable'), false);
  }
}

interface Wrapping {
  readonly clock: Clock;
  readonly headers: Readonly<Record<string, string>>;
  readonly isOpen: () => boolean;
}

function wrap(session: ClientHttp2Session, settings: Settings, { clock, headers, isOpen }: Wrapping): Connection {
  let isProbed = false;
  return {
    get streamsMax(): number {
      return session.remoteSettings.maxConcurrentStreams ?? settings.maxConcurrentStreams ?? Infinity;
    },
    get isOpen(): boolean {
      return isOpen() && !session.closed && !session.destroyed;
    },
    send: (request) => exchange(session, request, { clock, headers }),
    probe: () => {
      if (isProbed || session.destroyed) return;
      isProbed = true;
      const stopTimer = clock.after(CONNECT_MILLISECONDS_MAX, () => session.destroy());
      session.ping(() => {
        isProbed = false;
        stopTimer();
      });
    },
    destroy: () => session.destroy(),
  };
}

function tlsOptions({ authority, serverName, credentials }: ClusterAccess): object {
  return {
    ca: authority,
    ...(serverName === undefined ? {} : { servername: serverName }),
    ...(credentials.kind === 'certificate' ? { cert: credentials.certificate, key: credentials.key.reveal() } : {}),
  };
}

function standingHeaders({ credentials }: ClusterAccess): Readonly<Record<string, string>> {
  const agent = { 'user-agent': 'ndc' };
  return credentials.kind === 'token' ? { ...agent, authorization: `Bearer ${credentials.token.reveal()}` } : agent;
}
