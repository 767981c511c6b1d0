/** Kinds whose name in requests doesn't follow from the rule. */
const IRREGULAR: Readonly<Record<string, string>> = { Endpoints: 'endpoints' };

/** The name of a kind in requests and in access rules, by the rule that kinds of Kubernetes are named by. */
export function resourceNameOf(kind: string): string {
  const name = kind.toLowerCase();
  if (Object.hasOwn(IRREGULAR, kind)) return IRREGULAR[kind] ?? name;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** The API group of an `apiVersion`; empty for the core. */
export function apiGroupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
