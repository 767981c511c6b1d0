import { safeName } from '../../text/safe-name';

/** What a page of its own is about. */
export type PageKind = 'tenants' | 'systems' | 'sites' | 'clusters' | 'controls' | 'rules' | 'law';

/** The path of a page in the folder of the site; further pages of a long list have a number. */
export function pagePath(kind: PageKind, id: string, page = 1): string {
  // Ids of rules are paths of files, which have no dot of their own.
  const name = safeName(kind === 'rules' ? id.replaceAll('/', '.') : id);
  return `${kind}/${page === 1 ? name : `${name}~${page}`}.html`;
}

/** The path of a page that holds some communes of a province. */
export function communesPath(province: string, page: number): string {
  return `tenants/${safeName(province)}~communes-${page}.html`;
}

/** The way from one page to another, or to a place on it; both paths are from the folder of the site. */
export function linkTo(from: string, to: string): string {
  return from.includes('/') ? `../${to}` : to;
}

/** The id of the row of a thing that was judged, by its index. */
export function subjectAnchor(index: number): string {
  return `o${index}`;
}
