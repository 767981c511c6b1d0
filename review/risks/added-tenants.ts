import type { Model } from '../../model/model';

/** Tenants that the later model has and the earlier hasn't, and that are made by the template of their kind. */
export function addedTenants(before: Model | undefined, after: Model): ReadonlySet<string> {
  const old = new Set((before?.tenants ?? []).map(({ id }) => id));
  const made = after.tenants.filter(({ id, kind }) => !old.has(id) && (kind === 'province' || kind === 'commune'));
  return new Set(made.map(({ id }) => id));
}
