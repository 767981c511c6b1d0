import { createHash } from 'node:crypto';
import { Html } from '../../html/html';

/** A style or script of our own within a page, with the only words that may run there. */
export interface InlineParts {
  readonly style: Html;
  readonly script: Html;
  /** A Content-Security-Policy that allows exactly these two, and no network (CSP Level 3, §6.7.2 on hashes). */
  readonly policy: string;
}

/** Puts a style and a script into a page, allowed by their digests alone. */
export function inlineParts(style: string, script: string): InlineParts {
  const policy = [
    "default-src 'none'",
    `style-src '${sourceOf(style)}'`,
    `script-src '${sourceOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return {
    style: new Html(`<style>${style}</style>`),
    script: new Html(`<script>${script}</script>`),
    policy: policy.join('; '),
  };
}

function sourceOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
