/** Where a reference (RFC 3986 §4.1) leads: into its own document, to a file beside it, or outside, where nobody looks. */
export type Href =
  | { readonly kind: 'here'; readonly fragment: string }
  | { readonly kind: 'relative'; readonly path: string; readonly fragment: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'malformed' };

const SCHEME = /^[a-zA-Z][a-zA-Z0-9+.-]*:/;

/** Takes a reference apart; total on every text. */
export function parseHref(href: string): Href {
  // A path that begins with a slash leads from the root of wherever the document stands, which isn't known here.
  if (SCHEME.test(href) || href.startsWith('/')) return { kind: 'outside' };
  const hash = href.indexOf('#');
  const [before, after] = hash === -1 ? [href, ''] : [href.slice(0, hash), href.slice(hash + 1)];
  const query = before.indexOf('?');
  const path = tryDecode(query === -1 ? before : before.slice(0, query));
  const fragment = tryDecode(after);
  if (path === undefined || fragment === undefined || path.includes('\0')) return { kind: 'malformed' };
  return path === '' ? { kind: 'here', fragment } : { kind: 'relative', path, fragment };
}

/** The path of a file that another names by a relative path, without `.` and `..` where they can be gone. */
export function resolvePath(from: string, path: string): string {
  const steps: string[] = [];
  for (const step of [...from.split('/').slice(0, -1), ...path.split('/')]) {
    if (step === '' && steps.length > 0) continue;
    if (step === '.') continue;
    const last = steps.at(-1);
    if (step === '..' && last !== undefined && last !== '..' && last !== '') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
}

function tryDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
