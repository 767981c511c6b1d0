import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { messageOf } from '../caught';

const TIMEOUT_MILLISECONDS = 1_800_000;

/** A file on the network whose content is known beforehand. */
export interface PinnedFile {
  readonly url: string;
  /** SHA-256 in hexadecimal. */
  readonly digest: string;
  readonly bytes: number;
}

/**
 * Downloads a file and refuses it when it is not exactly the pinned one.
 * Rejects with a plain reason; what was written so far is the caller's to remove.
 */
export async function downloadFile(file: PinnedFile, path: string, progress: (bytes: number) => void): Promise<void> {
  const response = await fetch(file.url, { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) }).catch(
    (error: unknown) => {
      throw new Error(`${file.url} can't be reached: ${reasonOf(error)}`, { cause: error });
    },
  );
  if (!response.ok || response.body === null)
    throw new Error(`${file.url} answered with the status ${response.status}`);
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      hash.update(chunk);
      progress(bytes);
      done(bytes > file.bytes ? new Error(`${file.url} is longer than the pinned ${file.bytes} bytes`) : null, chunk);
    },
  });
  await pipeline(Readable.fromWeb(response.body), measure, createWriteStream(path));
  const digest = hash.digest('hex');
  if (digest !== file.digest) throw new Error(`${file.url} has the digest ${digest}, pinned is ${file.digest}`);
}

/** `fetch` says only that it failed; its cause says why. */
function reasonOf(error: unknown): string {
  const cause: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'cause') : undefined;
  return messageOf(cause ?? error);
}
