import type { Tenant } from './tenant';

/**
 * The block that each tenant belongs to, by tenant: the official code of its province for a commune, its own code for
 * everybody else. A block is the smallest thing that is placed; it never stands in two shared clusters of one site.
 */
export function blocksOf(tenants: readonly Tenant[]): ReadonlyMap<string, string> {
  const codes = new Map(tenants.map(({ id, code }) => [id, code]));
  return new Map(
    tenants.map(({ id, code, parent }) => [id, parent === undefined ? code : (codes.get(parent) ?? code)]),
  );
}
