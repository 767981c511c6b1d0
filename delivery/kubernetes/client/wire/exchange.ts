import { constants, type ClientHttp2Session, type ClientHttp2Stream, type IncomingHttpHeaders } from 'node:http2';
import type { Clock } from '../outside';
import { nameError } from './read-error';
import { wireFault, type WireFault, type WireOutcome, type WireRequest } from './wire';

const { HTTP2_HEADER_STATUS, NGHTTP2_CANCEL, NGHTTP2_NO_ERROR, NGHTTP2_REFUSED_STREAM } = constants;

/** What every request of a connection carries beside its own. */
export interface Standing {
  readonly clock: Clock;
  /** Headers that are the same for all, such as the authorization. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends one request on a session and gathers its answer; never rejects. */
export function exchange(session: ClientHttp2Session, request: WireRequest, standing: Standing): Promise<WireOutcome> {
  const stream = open(session, request, standing);
  if ('ok' in stream) return Promise.resolve(stream);
  return new Promise((resolve) => {
    let fault: WireFault | undefined;
    const giveUp = (reason: WireFault): void => {
      fault ??= reason;
      stream.close(NGHTTP2_CANCEL);
    };
    const cancel = (): void => giveUp(wireFault('cancelled', 'cancelled by the caller', true));
    const stopTimer = standing.clock.after(request.timeoutMilliseconds, () =>
      giveUp(wireFault('timeout', `no whole answer within ${request.timeoutMilliseconds} ms`, true)),
    );
    request.signal?.addEventListener('abort', cancel, { once: true });
    const gathered = gather(stream, request.answerBytesMax, giveUp);
    let broken = '';
    stream.on('error', (error) => (broken = nameError(error, 'the stream broke')));
    stream.on('close', () => {
      stopTimer();
      request.signal?.removeEventListener('abort', cancel);
      resolve(fault ?? lostStream(stream, broken) ?? gathered());
    });
    if (request.body !== undefined) stream.end(request.body.text);
  });
}

function open(
  session: ClientHttp2Session,
  { method, path, accept, body }: WireRequest,
  { headers }: Standing,
): ClientHttp2Stream | WireFault {
  const content = body === undefined ? {} : { 'content-type': body.type };
  try {
    return session.request(
      { ':method': method, ':path': path, accept, ...headers, ...content },
      { endStream: body === undefined },
    );
  } catch (error) {
    return wireFault('lost', nameError(error, 'the connection is closed'), false);
  }
}

type Gathered = () => WireOutcome;

/** Collects headers and body; the answer is whole when the server ended the stream. */
function gather(stream: ClientHttp2Stream, bytesMax: number, giveUp: (reason: WireFault) => void): Gathered {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let headers: IncomingHttpHeaders | undefined;
  let isWhole = false;
  stream.on('response', (received) => (headers = received));
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > bytesMax) giveUp(wireFault('too-large', `more than ${bytesMax} bytes`, true));
    else chunks.push(chunk);
  });
  stream.on('end', () => (isWhole = true));
  return () => {
    if (headers === undefined || !isWhole) return wireFault('lost', 'the answer broke off', true);
    return {
      ok: true,
      status: Number(headers[HTTP2_HEADER_STATUS]),
      retryAfterSeconds: seconds(headers['retry-after']),
      warnings: warningTexts(headers.warning),
      body: chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, bytes),
    };
  };
}

function lostStream(stream: ClientHttp2Stream, broken: string): WireFault | undefined {
  if (stream.rstCode === NGHTTP2_REFUSED_STREAM) return wireFault('lost', 'the server refused the stream', false);
  if (broken !== '') return wireFault('lost', broken, true);
  return stream.rstCode === NGHTTP2_NO_ERROR ? undefined : wireFault('lost', `stream reset (${stream.rstCode})`, true);
}

function seconds(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}

const WARNINGS_MAX = 20;

/** `299 - "text"`, more than one joined with commas (RFC 7234 section 5.5). */
function warningTexts(value: string | undefined): readonly string[] {
  if (value === undefined) return [];
  return [...value.matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)]
    .slice(0, WARNINGS_MAX)
    .map(([, text]) => (text ?? '').replaceAll(/\\(.)/g, '$1'));
}
