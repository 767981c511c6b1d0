import type { Assembly } from '../../resources/assembly';
import { failure, problem, success, type Problem, type Result } from '../../model/problem';
import { nearestName } from '../../model/nearest-name';
import type { Tenant } from '../../model/tenancy/tenant';
import type { WaveName } from './delivery-step';

/** More than any tenant has objects. */
const RANK_OF_LEVEL = 1_000_000;

/** Which tenants go before the others. */
export interface FirstTenants {
  readonly canary: string;
  /** @default - the nation has no province, or only the canary is one */
  readonly province?: string | undefined;
  /** The wave of the shards that a tenant owns. */
  waveOf(owner: string): WaveName;
}

/** Who is asked to go first. */
export interface AskedTenants {
  /** @default - the tenant with the lowest highest level, then the fewest objects */
  readonly canary?: string | undefined;
  /** @default - the province with the fewest objects */
  readonly province?: string | undefined;
}

/**
 * Chooses the canary and the first province among the owners of systems: those whose loss would hurt least, unless a
 * person names others. The same assembly gives the same choice.
 */
export function chooseFirstTenants(assembly: Assembly, asked: AskedTenants): Result<FirstTenants> {
  const candidates = rankOwners(assembly);
  const problems = [
    ...refuse('canary', asked.canary, candidates),
    ...refuse('province', asked.province, candidates.filter(isProvince)),
  ];
  if (problems.length > 0) return failure(problems);
  const canary = asked.canary ?? candidates.find((one) => one.id !== asked.province)?.id ?? '';
  const province = asked.province ?? candidates.find((one) => isProvince(one) && one.id !== canary)?.id;
  return success({
    canary,
    province,
    waveOf: (owner) => (owner === canary ? 'canary' : owner === province ? 'province' : 'nation'),
  });
}

interface RankedOwner extends Tenant {
  /** Sorts like level, then number of objects. */
  readonly rank: number;
}

function isProvince(tenant: Tenant): boolean {
  return tenant.kind === 'province';
}

function rankOwners({ model, resources }: Assembly): readonly RankedOwner[] {
  const objects = new Map<string, number>();
  for (const { tenant } of resources) if (tenant !== undefined) objects.set(tenant, (objects.get(tenant) ?? 0) + 1);
  const levels = new Map<string, number>();
  for (const { owner, level } of model.systems) levels.set(owner, Math.max(level, levels.get(owner) ?? 0));
  return model.tenants
    .filter((tenant) => levels.has(tenant.id))
    .map((tenant) => ({
      ...tenant,
      rank: (levels.get(tenant.id) ?? 0) * RANK_OF_LEVEL + (objects.get(tenant.id) ?? 0),
    }))
    .toSorted((a, b) => (a.rank === b.rank ? (a.id < b.id ? -1 : 1) : a.rank - b.rank));
}

function refuse(option: string, asked: string | undefined, allowed: readonly Tenant[]): readonly Problem[] {
  if (asked === undefined || allowed.some((one) => one.id === asked)) return [];
  const ids = allowed.map((one) => one.id);
  const near = nearestName(asked, ids);
  return [
    problem({
      code: `${option}-unknown`,
      at: [],
      what: `--${option} names no ${option === 'canary' ? 'owner of a system' : 'province that owns a system'}`,
      got: asked,
      want:
        near === undefined
          ? `one of ${ids.slice(0, 10).join(', ')}${ids.length > 10 ? ', …' : ''}`
          : `did you mean ${near}?`,
      next: 'name a tenant of the assembly, or leave the option out',
    }),
  ];
}
