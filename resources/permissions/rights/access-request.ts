import type { AccessRule } from '../read/access-rule';

/** What somebody asks of an API server about an object or a kind of objects. */
export interface ResourceRequest {
  readonly verb: string;
  /** Empty is the core group. */
  readonly group: string;
  readonly resource: string;
  /** @default - the object itself */
  readonly subresource?: string | undefined;
  /** @default - no one object, as for `create`, `list` and `deletecollection` */
  readonly name?: string | undefined;
  /** @default - cluster-scoped, or all namespaces at once */
  readonly namespace?: string | undefined;
}

/** What somebody asks of an API server at a path that is no object's, such as `/metrics`. */
export interface UrlRequest {
  readonly verb: string;
  readonly url: string;
}

/** One request as an authorizer sees it (`SubjectAccessReviewSpec`). */
export type AccessRequest = ResourceRequest | UrlRequest;

/** Whether a rule allows a request, exactly as the RBAC authorizer decides it; the namespace is the binding's matter. */
export function ruleAllows(rule: AccessRule, request: AccessRequest): boolean {
  if (!lists(rule.verbs, request.verb)) return false;
  if ('url' in request) return rule.nonResourceUrls.some((pattern) => fitsUrl(pattern, request.url));
  return (
    lists(rule.apiGroups, request.group) &&
    rule.resources.some((pattern) => fitsResource(pattern, request)) &&
    (rule.resourceNames.length === 0 || rule.resourceNames.includes(request.name ?? ''))
  );
}

function lists(patterns: readonly string[], value: string): boolean {
  return patterns.includes('*') || patterns.includes(value);
}

function fitsResource(pattern: string, { resource, subresource = '' }: ResourceRequest): boolean {
  if (subresource === '') return pattern === '*' || pattern === resource;
  return pattern === '*' || pattern === `${resource}/${subresource}` || pattern === `*/${subresource}`;
}

function fitsUrl(pattern: string, url: string): boolean {
  return pattern === url || (pattern.endsWith('*') && url.startsWith(urlPrefix(pattern)));
}

/** What a pattern that ends with `*` asks a path to begin with. */
export function urlPrefix(pattern: string): string {
  return pattern.replace(/(?<!\*)\*+$/u, '');
}
