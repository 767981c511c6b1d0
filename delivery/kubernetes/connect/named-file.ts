import { realpathSync, statSync } from 'node:fs';
import { decodeText, readBytes, systemErrorCode } from '../../../resources/read/folder';

/** A text, or why it can't be had. */
export type NamedText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly detail: string };

/**
 * Reads a file that a person or a kubeconfig names. Links are followed, since rotated certificates are links; what
 * isn't a plain file is refused, so that a pipe can't hold us up.
 */
export function readNamedFile(path: string, bytesMax: number): NamedText {
  try {
    const real = realpathSync(path);
    const { size } = statSync(real);
    if (!statSync(real).isFile()) return { ok: false, detail: 'no plain file' };
    if (size > bytesMax) return { ok: false, detail: `${size} bytes, at most ${bytesMax} are read` };
    const read = readBytes(real);
    if (!read.ok) return read;
    const text = decodeText(read.bytes);
    return text === undefined ? { ok: false, detail: 'bytes that are no UTF-8' } : { ok: true, text };
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return { ok: false, detail: `can't be opened: ${code}` };
  }
}
